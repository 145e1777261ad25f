/** .NET writes the year 1 and others 1900 for "no date". */
const FIRST = '1901-01-01';
const DATE = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/;

/** The day in `2026-05-01`, `2026-05-01T10:00:00Z` and the like, as `YYYY-MM-DD`; null when there is no such day. */
export function readDate(text: string): string | null {
  const day = DATE.exec(text.trim())?.[1];
  if (day === undefined || day < FIRST) return null;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : null;
}

/** "1 May 2026". */
export function dateInWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
