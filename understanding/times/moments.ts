import type { Part } from './time-hours';

/** A time of day as it is said: whether before or after noon may be left open. */
export interface Moment {
  hour: number;
  minute: number;
  half: 'am' | 'pm' | null;
}

const DAY = 1440;
/** "half 3", "3.30pm", "3ish", "3 oclock", with four groups: the hour after "half", hour, minutes, am or pm. */
export const MOMENT =
  '(?:half (?:past )?(\\d{1,2})|(\\d{1,2})(?:[:.]([0-5]\\d))?)\\s?(am|pm|a\\.m|p\\.m)?\\.?(?: ?ish)?(?: ?oclock)?';

/** The moment that the four groups of MOMENT tell; null when there is no such time. */
export function moment([halfHour, hour, minute, half]: (string | undefined)[]): Moment | null {
  const at = Number(halfHour ?? hour);
  if (at > 23 || (halfHour !== undefined && (at > 12 || at === 0))) return null;
  const early = hour?.startsWith('0') === true && minute !== undefined && at > 0;
  const said = half?.startsWith('a') ? 'am' : half?.startsWith('p') ? 'pm' : null;
  return { hour: at, minute: halfHour !== undefined ? 30 : Number(minute ?? 0), half: said ?? (early ? 'am' : null) };
}

/** Minutes after midnight. Without "am" or "pm", 1 to 7 are after noon and 8 to 11 before it, unless the part of the day says otherwise. */
export function inDay({ hour, minute, half }: Moment, part: Part | null): number {
  if (hour > 12 || hour === 0) return hour * 60 + minute;
  const base = hour % 12;
  const pm =
    half === 'pm' ||
    (half === null && (part === null ? base < 8 : part !== 'morning' && !(part === 'afternoon' && base === 11)));
  return (base + (pm ? 12 : 0)) * 60 + minute;
}

/** `3:30pm`; the end of the day is its last minute. */
export function written(minutes: number): string {
  const at = Math.min(minutes, DAY - 1);
  const hour = Math.floor(at / 60);
  return `${hour % 12 || 12}:${`${at % 60}`.padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`;
}
