export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** A moment as the clocks of a place show it: `2026-06-17`, `wed`, and the minute of that day. */
export interface Local {
  date: string;
  weekday: Weekday;
  minutes: number;
}

const DAY = 24 * 60 * 60_000;

/** Making one takes longer than asking it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const two = '2-digit';
  const date = { weekday: 'long', year: 'numeric', month: two, day: two } as const;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, ...date, hour: two, minute: two, hourCycle: 'h23' });
  formats.set(timeZone, made);
  return made;
}

/** @param at milliseconds since 1970 */
export function localTime(timezone: string, at: number): Local {
  const parts = Object.fromEntries(
    formatIn(timezone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    weekday: (parts.weekday ?? '').slice(0, 3).toLowerCase() as Weekday,
    minutes: Number(parts.hour) * 60 + Number(parts.minute),
  };
}

/** The place's own time, as `2026-06-17T10:00`. */
export function localOf(timezone: string, at: number): string {
  const { date, minutes } = localTime(timezone, at);
  return `${date}T${clockOf(minutes)}`;
}

/** When it is that time at the place. An hour that the clocks leave out is the one after. */
export function momentOf(timezone: string, local: string): number {
  const asUtc = Date.parse(`${local}:00Z`);
  const off = (at: number): number => Date.parse(`${localOf(timezone, at)}:00Z`) - at;
  // The clocks may change between the guess and the time itself.
  return asUtc - off(asUtc - off(asUtc));
}

/** The day that is so many days after this moment's. From noon on it is counted: some days have 23 hours, and some 25. */
export function dayFrom(timezone: string, at: number, ahead: number): Local {
  const noon = momentOf(timezone, `${localTime(timezone, at).date}T12:00`);
  return ahead === 0 ? localTime(timezone, at) : localTime(timezone, noon + ahead * DAY);
}

/** When it is that minute of that day at the place. */
export function minuteOf(timezone: string, date: string, minutes: number): number {
  return momentOf(timezone, `${date}T${clockOf(minutes)}`);
}

/** `09:30`; `24:00` is the end of a day. */
function clockOf(minutes: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
