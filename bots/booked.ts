import type { TurnWork } from './turn-work';

/** Rings when the time has come at which somebody asked to be reached. */
export const BOOKED = 'booked';

/** Nothing is booked any more, and nothing is asked about it. */
export function unbook({ memory, timers }: TurnWork): void {
  if (memory.booked) timers.cancel.push(BOOKED);
  memory.booked = memory.booking = null;
}
