import type { TurnContext } from 'botbuilder';
import { staffOf } from './staff';
import { workOf } from './turn-work';

/** Rings while a worker has them: is that worker there? When nobody has them any more, it ends by itself. */
export const LOOK = 'worker-there';

/** A worker has them from now on. */
export function startLooking(context: TurnContext): void {
  const { memory, timers, now } = workOf(context);
  memory.away = null;
  memory.leftBy = null;
  timers.set.push({ id: LOOK, at: now + staffOf(context).patience.lookMs, body: '' });
}
