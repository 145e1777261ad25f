import { coming, dateOf, firstOfMonth, inWeek, monday, monthsOn, nextDateOfMonth } from './calendar';
import { MONTH, WEEKDAY, WEEKDAYS } from './time-words';

type Rule = [RegExp, (parts: Record<string, string | undefined>, today: number) => number | null];

const DAY = `(?<weekday>${WEEKDAY})`;
const WEEKS = '(?<weeks>\\d{1,2}|a couple of|a|the)?';
const NTH = '(?:the )?(?<date>[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)\\b';
const NOT_NTH = '(?! (?:1|one|time|birthday|child|floor|party|year|baby|thing|of (?!this|next|the month)))';
const FRIDAY = 5;
const named = (it: Record<string, string | undefined>) => WEEKDAYS.findIndex(([name]) => name === it.weekday);
const weeks = (it: Record<string, string | undefined>) =>
  it.weeks === 'a couple of' ? 2 : Number(/\d/.test(it.weeks ?? '') ? it.weeks : 1);

/** Single days that the libraries miss or get wrong, the surest first. */
const RULES: Rule[] = [
  [
    new RegExp(`\\b${WEEKS} ?weeks? (?:from |on )?tomorrow\\b|\\btomorrow week\\b`, 'g'),
    (it, today) => today + 7 * weeks(it) + 1,
  ],
  [
    new RegExp(`\\b${WEEKS} ?weeks? (?:from |on )?today\\b|\\btoday week\\b|\\bthis time next week\\b`, 'g'),
    (it, today) => today + 7 * weeks(it),
  ],
  [/\b(?:a )?fortnight (?:from |on )?tomorrow\b/g, (_, today) => today + 15],
  [/\b(?:a )?fortnight (?:from |on )?today\b|\bin a fortnight\b/g, (_, today) => today + 14],
  [new RegExp(`\\b(?:a )?fortnight (?:on |from )?${DAY}\\b`, 'g'), (it, today) => coming(named(it), today) + 14],
  [new RegExp(`\\bnext week,? (?:on )?${DAY}\\b`, 'g'), (it, today) => inWeek(named(it), today, 1)],
  [
    new RegExp(`(?<!\\b(?:this|next|last|per) )\\b${WEEKS} ?weeks? (?:on |from )?${DAY}\\b`, 'g'),
    (it, today) => coming(named(it), today) + 7 * weeks(it),
  ],
  [
    new RegExp(`\\b${DAY} week\\b(?! (?:after|beginning|commencing))`, 'g'),
    (it, today) => coming(named(it), today) + 7,
  ],
  [new RegExp(`\\b${DAY} after next\\b`, 'g'), (it, today) => inWeek(named(it), today, 2)],
  [new RegExp(`\\bthis ${DAY}\\b`, 'g'), (it, today) => coming(named(it), today - 1)],
  [new RegExp(`\\b${DAY},? (?:of |in )?(?:the )?week after next\\b`, 'g'), (it, today) => inWeek(named(it), today, 2)],
  [
    new RegExp(`\\b(?:${WEEKDAY}),? (?:the )?(?<date>1[3-9]|2\\d|3[01])(?![\\w:./-]| (?:of )?(?:${MONTH})\\b)`, 'g'),
    (it, today) => nextDateOfMonth(Number(it.date), today),
  ],
  [
    new RegExp(
      `(?<!\\b(?:${MONTH}) (?:the )?)\\b(?:(?:${WEEKDAY}),? )?${NTH}${NOT_NTH}(?! ?(?:of )?(?:${MONTH})\\b)`,
      'g',
    ),
    (it, today) => nextDateOfMonth(Number(it.date), today),
  ],
  [/\b(?<months>\d{1,2}) months? from now\b/g, (it, today) => monthsOn(Number(it.months), today)],
  [/\b(?:the )?(?:start|beginning) of next week\b|\bearly next week\b/g, (_, today) => monday(today) + 7],
  [/\b(?:the )?middle of next week\b/g, (_, today) => monday(today) + 9],
  [/\b(?:the )?end of next week\b/g, (_, today) => monday(today) + 11],
  [/\b(?:the )?end of (?:the|this) week\b/g, (_, today) => coming(FRIDAY, today - 1)],
];

/**
 * Writes as dates the days that people in the UK say in ways the libraries misread: "a week on friday" becomes
 * "2026-06-26". All other days are left as they are.
 */
export function daysInFull(said: string, today: number): string {
  const full = RULES.reduce(
    (all, [pattern, make]) =>
      all.replace(pattern, (words, ...parts) => {
        const day = make(parts.at(-1), today);
        return day === null ? words : dateOf(day);
      }),
    said,
  );
  return full
    .replace(/\bweekend after next\b/g, daysBetween(monday(today) + 19, monday(today) + 20))
    .replace(/\bnext month\b/g, daysBetween(firstOfMonth(1, today), firstOfMonth(2, today) - 1))
    .replace(/\b(?:the )?week after(?: next)?\b/g, `week of ${dateOf(monday(today) + 14)}`)
    .replace(
      new RegExp(`\\b(?:${WEEKDAY}),? (?=\\d{1,2}(?:st|nd|rd|th)? ?(?:of )?(?:${MONTH})\\b|\\d{1,2}/\\d)`, 'g'),
      '',
    );
}

function daysBetween(first: number, last: number): string {
  return `${dateOf(first)} to ${dateOf(last)}`;
}
