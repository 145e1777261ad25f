import type { TurnWork } from './turn-work';

/** Rings when the time has come at which somebody asked to be reached. */
export const BOOKED = 'booked';

/** Nothing is booked any more, and nothing is asked about it. */
export function unbook({ memory, timers }: TurnWork): void {
  if (memory.booked) timers.cancel.push(BOOKED);
  memory.booked = memory.booking = null;
}

/** They said when a phone may ring, and it is not now: nothing is sent to it that no worker has written. */
export function isUnsafeNow({ memory, now }: TurnWork): boolean {
  const { booked, engine } = memory;
  if (!booked || !engine.phone) return false;
  const { from, to } = booked;
  return from === null || now < from || (to !== null && now >= to);
}
