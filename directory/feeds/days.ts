import { DAYS, type Day } from '../types';

/** One part of a `byday`: `TU` is every Tuesday, `1SA` the first Saturday of the month, `-1FR` the last Friday. */
export interface Turn {
  day: Day;
  nth: number | null;
}

export type Every = 'day' | 'week' | 'month';

const NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const TURN = /^([+-]?\d{1,2})?([a-z]{2,9})$/;
const NTH: Record<number, string> = {
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  5: 'fifth',
  [-1]: 'last',
  [-2]: 'second to last',
};
const SUFFIXES: Record<string, string> = { one: 'st', two: 'nd', few: 'rd' };
const places = new Intl.PluralRules('en-GB', { type: 'ordinal' });

/** `MO,TU`, `1SA`, `Monday, Tuesday`; null for each part that is no day. */
export function readTurns(text: string): (Turn | null)[] {
  const parts = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
  return parts.map((part) => {
    const [, nth, name = ''] = TURN.exec(part) ?? [];
    const day = DAYS[NAMES.findIndex((full) => name !== '' && full.startsWith(name))];
    const known = nth === undefined || NTH[Number(nth)] !== undefined;
    return day !== undefined && known ? { day, nth: nth === undefined ? null : Number(nth) } : null;
  });
}

/** The days of these turns, in the order of the week. */
export function daysOf(turns: Turn[]): Day[] {
  return DAYS.filter((day) => turns.some((turn) => turn.day === day));
}

/** What days do not say: "First and third Monday of the month", "Every two weeks"; null when they say it all. */
export function rhythm(every: Every | null, interval: number, turns: Turn[], monthDays: number[]): string | null {
  const nths = daysOf(turns).flatMap((day) => nthDay(day, turns));
  const dates = every === 'month' ? monthDays.map(ordinal) : [];
  const said = [
    ...(nths.length > 0 ? [`${nths.join(' and ')} of the month`] : []),
    ...(dates.length > 0 ? [`on the ${dates.join(' and ')} of the month`] : []),
    ...(interval > 1 && every !== null ? [`every ${interval === 2 ? 'two' : interval} ${every}s`] : []),
  ].join(', ');
  return said === '' ? null : said.charAt(0).toUpperCase() + said.slice(1);
}

function nthDay(day: Day, turns: Turn[]): string[] {
  const nths = turns.flatMap((turn) => (turn.day === day && turn.nth !== null ? (NTH[turn.nth] ?? []) : []));
  const full = NAMES[DAYS.indexOf(day)] ?? '';
  return nths.length === 0 ? [] : [`${nths.join(' and ')} ${full.charAt(0).toUpperCase()}${full.slice(1)}`];
}

function ordinal(day: number): string {
  return `${day}${SUFFIXES[places.select(day)] ?? 'th'}`;
}
