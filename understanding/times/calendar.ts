const MS_PER_DAY = 86_400_000;
const WEEK = 7;

/** One or more days in a row. `first` is counted from 1 January 1970. */
export interface Days {
  first: number;
  count: number;
}

export function dayNumber(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / MS_PER_DAY;
}

/** Day number of a local time such as `2026-06-17T10:00`. */
export function dayOf(local: string): number {
  return dayNumber(Number(local.slice(0, 4)), Number(local.slice(5, 7)), Number(local.slice(8, 10)));
}

/** `2026-06-17T10:00` for a day number and minutes after its midnight; minutes may run into other days. */
export function localTime(day: number, minutes: number): string {
  return new Date(day * MS_PER_DAY + minutes * 60_000).toISOString().slice(0, 16);
}

/** `2026-06-17` for a day number. */
export function dateOf(day: number): string {
  return localTime(day, 0).slice(0, 10);
}

/** 0 for Sunday. Day 0 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % WEEK) + WEEK) % WEEK;
}

/** The Monday of the week that a day is in. */
export function monday(day: number): number {
  return day - ((weekdayOf(day) + 6) % WEEK);
}

/** The next such weekday, never today itself. */
export function coming(weekday: number, today: number): number {
  return today + ((weekday - weekdayOf(today) + 6) % WEEK) + 1;
}

/** Such a weekday in a week counted from this one. */
export function inWeek(weekday: number, today: number, weeks: number): number {
  return monday(today) + weeks * WEEK + ((weekday + 6) % WEEK);
}

/** The next day that has this date in its month, today included; null when no month has it. */
export function nextDateOfMonth(date: number, today: number): number | null {
  const now = new Date(today * MS_PER_DAY);
  for (let ahead = 0; ahead < 3; ahead++) {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1));
    const day = dayNumber(month.getUTCFullYear(), month.getUTCMonth() + 1, date);
    if (new Date(day * MS_PER_DAY).getUTCMonth() === month.getUTCMonth() && day >= today) return day;
  }
  return null;
}

/** The first day of a month counted from this one. */
export function firstOfMonth(ahead: number, today: number): number {
  const now = new Date(today * MS_PER_DAY);
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1) / MS_PER_DAY;
}

/** The same date some months on, or the last of a shorter month. */
export function monthsOn(count: number, today: number): number {
  const now = new Date(today * MS_PER_DAY);
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth() + count];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return dayNumber(year, month + 1, Math.min(now.getUTCDate(), last));
}
