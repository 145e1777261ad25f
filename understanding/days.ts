/** One or more days in a row: `first` is counted from 1 January 1970; `words` are the words that said so. */
export interface Days {
  first: number;
  count: number;
  words: string;
}

type Found = { first: number; count?: number } | null;
type Rule = [RegExp, (parts: Record<string, string | undefined>, today: number) => Found];

const MS_PER_DAY = 86_400_000;
const WEEKDAY_WORDS =
  'monday|mon|tuesday|tueday|tuseday|tues|tue|wednesday|wensday|wednsday|wednes|weds|wed|thursday|thurday|thurs|thur|thu|friday|fri|saturday|saterday|sat|sunday|sun';
const WEEKDAY = `(?<weekday>${WEEKDAY_WORDS})s?`;
const WEEKDAY_STARTS = ['sun', 'mon', 'tu', 'we', 'th', 'fri', 'sat'];
const MONTH_STARTS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?<month>january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec)';
const DATE = '(?<date>[12]\\d|3[01]|0?[1-9])';
const YEAR = '(?<year>20\\d\\d|\\d\\d)';
const COUNT = '(?<count>\\d{1,3}|a couple of|a few|a|an)';
/** "I sat down", "the sun": the short names of days are also words. */
const NOT_A_DAY =
  /\b(i|we|he|she|they|have|has|was|been|just|who|you|is|the|to|get|got|newly|all) (sat|sun|wed)$|^(sat|sun|wed) (down|here|there|in|at|with|by|around|alone|crying)\b/;
const TURNED_DOWN =
  /\b(not|except|but|apart from|cant do|cant make|cannot do|cannot make|no good|anything but)( on| for| this| next)?\s*$/;

const RULES: Rule[] = [
  [/\bday after tomorrow\b/, (_, today) => ({ first: today + 2 })],
  [/\b(?:a week (?:from |on )?tomorrow|tomorrow week)\b/, (_, today) => ({ first: today + 8 })],
  [/\b(?:a week (?:from |on )?today|today week|this time next week)\b/, (_, today) => ({ first: today + 7 })],
  [/\btomorrow\b/, (_, today) => ({ first: today + 1 })],
  [/\b(?:today|tonight|this (?:morning|afternoon|evening))\b/, (_, today) => ({ first: today })],
  [/\bday before yesterday\b/, (_, today) => ({ first: today - 2 })],
  [/\b(?:yesterday|last night)\b/, (_, today) => ({ first: today - 1 })],
  [
    new RegExp(`\\b(?:2 weeks|a fortnight|fortnight) (?:on|from) ${WEEKDAY}\\b`),
    (it, today) => ({ first: coming(it, today) + 14 }),
  ],
  [new RegExp(`\\b(?:(?:a )?week (?:on |from )?${WEEKDAY})\\b`), (it, today) => ({ first: coming(it, today) + 7 })],
  [new RegExp(`\\b${WEEKDAY} week\\b`), (it, today) => ({ first: coming(it, today) + 7 })],
  [new RegExp(`\\b(?:${WEEKDAY} after next)\\b`), (it, today) => ({ first: inWeek(it, today, 2) })],
  [new RegExp(`\\b(?:next week (?:on )?${WEEKDAY})\\b`), (it, today) => ({ first: inWeek(it, today, 1) })],
  [new RegExp(`\\b${WEEKDAY},? (?:of )?next week\\b`), (it, today) => ({ first: inWeek(it, today, 1) })],
  [new RegExp(`\\b(?:next|nxt) ${WEEKDAY}\\b`), (it, today) => ({ first: inWeek(it, today, 1) })],
  [
    new RegExp(`\\blast ${WEEKDAY}\\b`),
    (it, today) => ({ first: coming(it, today) - (coming(it, today) - today > 6 ? 14 : 7) }),
  ],
  [
    new RegExp(`\\b(?:this|this coming) ${WEEKDAY}\\b`),
    (it, today) => ({ first: isToday(it, today) ? today : coming(it, today) }),
  ],
  [/\b(\d{4})-(?<month>\d\d)-(?<date>\d\d)\b/, (it, today) => onDate({ ...it, year: it[1] }, today)],
  [new RegExp(`\\b${DATE}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? ${YEAR}(?![:.]?\\d))?\\b`), onDate],
  [new RegExp(`\\b${MONTH} (?:the )?${DATE}(?:st|nd|rd|th)?\\b(?![:.]\\d)(?:,? (?<year>20\\d\\d))?`), onDate],
  [new RegExp(`(?<![\\d/.])(?!24/7)${DATE}(?<mark>[/.-])(?<month>1[0-2]|0?[1-9])\\k<mark>${YEAR}(?![\\d/])`), onDate],
  [new RegExp(`(?<![\\d/])(?!24/7|1/2)${DATE}/(?<month>1[0-2]|0?[1-9])(?![\\d/])`), onDate],
  [
    new RegExp(`\\b(?:the )?${DATE}(?:st|nd|rd|th)\\b(?! (?:one|time|birthday|child|floor|party|year|baby))`),
    nextDateOfMonth,
  ],
  [new RegExp(`\\b${WEEKDAY}\\b`), (it, today) => ({ first: coming(it, today) })],
  [new RegExp(`\\bin ${COUNT} (?<unit>day|week|month)s?\\b`), later],
  [/\bin (?:a|1) fortnights?\b/, (_, today) => ({ first: today + 14 })],
  [new RegExp(`\\b${COUNT} (?<unit>day|week|month)s? (?:time|from now|from today)\\b`), later],
  [new RegExp(`\\b${COUNT} (?<unit>day|week|month)s? ago\\b`), (it, today) => later(it, today, -1)],
  [/\bweek after next\b/, (_, today) => ({ first: monday(today) + 14, count: 7 })],
  [/\bweek after\b/, (_, today) => ({ first: monday(today) + 14, count: 7 })],
  [/\b(?:start|beginning) of next week\b/, (_, today) => ({ first: monday(today) + 7 })],
  [/\bend of (?:the|this) week\b/, (_, today) => ({ first: monday(today) + 4 })],
  [/\bend of next week\b/, (_, today) => ({ first: monday(today) + 11 })],
  [/\bnext weekend\b/, (_, today) => ({ first: monday(today) + 12, count: 2 })],
  [
    /\bweekend\b/,
    (_, today) => ({ first: Math.max(today, monday(today) + 5), count: Math.min(2, monday(today) + 7 - today) }),
  ],
  [/\b(?:next|nxt) (?:week|wk)\b/, (_, today) => ({ first: monday(today) + 7, count: 7 })],
  [/\bthis (?:week|wk)\b/, (_, today) => ({ first: today, count: monday(today) + 7 - today })],
  [/\bnext month\b/, (_, today) => wholeMonth(today)],
];

/** The first day or stretch of days that is named and not turned down ("not monday"). Null when none is. */
export function findDay(said: string, today: number): Days | null {
  const found = RULES.flatMap(([pattern, make], order) =>
    [...said.matchAll(new RegExp(pattern, 'g'))].flatMap((match) => {
      const days = allowed(said, match) ? make({ ...match.groups, 1: match[1] }, today) : null;
      return days === null
        ? []
        : [{ at: match.index, order, words: match[0], first: days.first, count: days.count ?? 1 }];
    }),
  );
  const known = found.filter((one) => !found.some((other) => other.order < one.order && overlap(one, other)));
  return known.sort((a, b) => a.at - b.at)[0] ?? null;
}

/** Where two readings share words, the rule that stands first knows more. */
function overlap(a: { at: number; words: string }, b: { at: number; words: string }): boolean {
  return a.at < b.at + b.words.length && b.at < a.at + a.words.length;
}

function allowed(said: string, match: RegExpExecArray): boolean {
  const before = said.slice(0, match.index);
  const from = said.slice(match.index);
  return !TURNED_DOWN.test(before) && !NOT_A_DAY.test(before + match[0]) && !NOT_A_DAY.test(from);
}

/** Day number of a local time such as `2026-06-17T10:00`. */
export function dayOf(local: string): number {
  return dayNumber(Number(local.slice(0, 4)), Number(local.slice(5, 7)), Number(local.slice(8, 10)));
}

/** `2026-06-17T10:00` for a day number and minutes after its midnight; minutes may run into other days. */
export function localTime(day: number, minutes: number): string {
  return new Date(day * MS_PER_DAY + minutes * 60_000).toISOString().slice(0, 16);
}

function dayNumber(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / MS_PER_DAY;
}

/** 0 for Sunday. Day 0 was a Thursday. */
const weekdayOf = (day: number) => (((day + 4) % 7) + 7) % 7;
const monday = (day: number) => day - ((weekdayOf(day) + 6) % 7);
const wanted = (it: { weekday?: string | undefined }) =>
  WEEKDAY_STARTS.findIndex((start) => it.weekday?.startsWith(start));
const isToday = (it: { weekday?: string | undefined }, today: number) => weekdayOf(today) === wanted(it);
const coming = (it: { weekday?: string | undefined }, today: number) =>
  today + (((wanted(it) - weekdayOf(today) + 6) % 7) + 1);
const inWeek = (it: { weekday?: string | undefined }, today: number, weeks: number) =>
  monday(today) + weeks * 7 + ((wanted(it) + 6) % 7);

function partsOf(day: number): { year: number; month: number } {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
}

/** A day that exists, or null: there is no 31st of June. */
function real(year: number, month: number, date: number): number | null {
  const day = dayNumber(year, month, date);
  return partsOf(day).month === month ? day : null;
}

function onDate(it: Record<string, string | undefined>, today: number): Found {
  const named = MONTH_STARTS.findIndex((start) => it.month?.startsWith(start)) + 1;
  const month = named || Number(it.month);
  const year = it.year === undefined ? partsOf(today).year : (Number(it.year) % 100) + 2000;
  const day = real(year, month, Number(it.date));
  const past = it.year === undefined && day !== null && day < today;
  const first = past ? real(year + 1, month, Number(it.date)) : day;
  return first === null ? null : { first };
}

function nextDateOfMonth(it: Record<string, string | undefined>, today: number): Found {
  const { year, month } = partsOf(today);
  for (let ahead = 0; ahead < 3; ahead++) {
    const { year: y, month: m } = partsOf(dayNumber(year, month + ahead, 1));
    const day = real(y, m, Number(it.date));
    if (day !== null && day >= today) return { first: day };
  }
  return null;
}

function later(it: Record<string, string | undefined>, today: number, way: 1 | -1 = 1): Found {
  const { count = '', unit } = it;
  const number = /^\d/.test(count) ? Number(count) : count === 'a couple of' ? 2 : count === 'a few' ? 3 : 1;
  if (unit !== 'month') return { first: today + way * number * (unit === 'week' ? 7 : 1) };
  const { year, month } = partsOf(today);
  const date = new Date(today * MS_PER_DAY).getUTCDate();
  const last = new Date(Date.UTC(year, month + way * number, 0)).getUTCDate();
  return { first: dayNumber(year, month + way * number, Math.min(date, last)) };
}

function wholeMonth(today: number): Found {
  const { year, month } = partsOf(today);
  const first = dayNumber(year, month + 1, 1);
  return { first, count: dayNumber(year, month + 2, 1) - first };
}
