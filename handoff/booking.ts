import { dayInFull, type Hours, spans } from './hours';
import { dayFrom, localTime, minuteOf } from './local-time';
import type { TimeWords } from './time-words';
import type { Booked } from './types';

/** A stretch of time, in milliseconds since 1970; `to` null: only its start is known. */
export interface Stretch {
  from: number;
  to: number | null;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** No further ahead than this: who is not heard of for longer is forgotten. */
const AHEAD = 28 * DAY;

/** Can somebody be reached then: is it still to come, and not too far away? */
export const isAhead = ({ from, to }: Stretch, now: number): boolean =>
  (to ?? from) >= now - MINUTE && from <= now + AHEAD;

/** The part of it in which the team is there, from the first moment to the last; null when they are not there at all. */
export function whileOpen(place: Hours, { from, to }: Stretch): Stretch | null {
  const open = hoursWithin(place, from, to ?? from + MINUTE);
  const [first, last] = [open.at(0), open.at(-1)];
  return first && last ? { from: first.from, to: to === null ? null : last.to } : null;
}

/** The hours in which the team is there between two moments. */
function hoursWithin(place: Hours, from: number, to: number): { from: number; to: number }[] {
  const { timezone } = place;
  const last = localTime(timezone, to - 1).date;
  const found = [];
  for (
    let ahead = 0, day = dayFrom(timezone, from, 0);
    day.date <= last;
    ahead += 1, day = dayFrom(timezone, from, ahead)
  ) {
    for (const hours of spans(place, day)) {
      const start = Math.max(from, minuteOf(timezone, day.date, hours.from));
      const end = Math.min(to, minuteOf(timezone, day.date, hours.to));
      if (start < end) found.push({ from: start, to: end });
    }
  }
  return found;
}

/** Is their time still to come? Until then they are not waiting for anybody. */
export const isLater = (booked: Booked | null, now: number): boolean => booked?.from != null && booked.from > now;

/** The day of a moment and its minute of that day, as people at the place say it. */
export function saidOf(timezone: string, at: number, words?: TimeWords): { day: string; minutes: number } {
  const local = localTime(timezone, at);
  return { day: dayInFull(local, words), minutes: local.minutes };
}
