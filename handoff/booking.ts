import { dayInFull, type Hours, localTime, spans } from './hours';
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

/** The place's own time, as `2026-06-17T10:00`. */
export function localOf(timezone: string, at: number): string {
  const { date, minutes } = localTime(timezone, at);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${date}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** When it is that time at the place. An hour that the clocks leave out is the one after. */
export function momentOf(timezone: string, local: string): number {
  const asUtc = Date.parse(`${local}:00Z`);
  const off = (at: number): number => Date.parse(`${localOf(timezone, at)}:00Z`) - at;
  // The clocks may change between the guess and the time itself.
  return asUtc - off(asUtc - off(asUtc));
}

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
  const found = [];
  const last = localTime(place.timezone, to - 1).date;
  for (let at = from; at < to + DAY; at += DAY) {
    const day = localTime(place.timezone, at);
    if (day.date > last) break;
    const moment = (minutes: number) => momentOf(place.timezone, `${day.date}T00:00`) + minutes * MINUTE;
    for (const hours of spans(place, day)) {
      const within = { from: Math.max(from, moment(hours.from)), to: Math.min(to, moment(hours.to)) };
      if (within.from < within.to) found.push(within);
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
