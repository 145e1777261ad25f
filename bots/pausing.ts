import type { TurnWork } from './turn-work';

/** Rings when a worker who stepped away should have been back for a while. */
export const PAUSED = 'paused';

/** The worker goes on with them, or nobody does. */
export function unpause({ memory, timers }: TurnWork): void {
  if (memory.paused) timers.cancel.push(PAUSED);
  memory.paused = null;
}
