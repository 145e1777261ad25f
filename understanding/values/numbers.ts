import type { recognizeAge, recognizeNumber } from '@microsoft/recognizers-text-suite';
import { tidy } from '../reading/normalise';

type Suite = { recognizeNumber: typeof recognizeNumber; recognizeAge: typeof recognizeAge };

const CULTURE = 'en-gb';
/** A number is said in few words; more of them only cost time. */
export const MOST_WORDS = 20;
const LONGEST = 200;
let suite: Suite | null = null;

/** What the library misses: "a couple", "none", "14yo". */
const CORRECTIONS: [RegExp, string][] = [
  [/\b(?:a )?couple(?: of)?\b/g, '2'],
  [/\ba pair(?: of)?\b|\btwins\b/g, '2'],
  [/\btriplets\b/g, '3'],
  [/\bhalf a dozen\b/g, '6'],
  [/\b(?:none|zilch|nil|nought|nowt)\b/g, '0'],
  [/\bno (?=kids|children|one\b|people)/g, '0 '],
  [/\b(\d+)(?:yo|yrs?|y\/o)\b/g, '$1 years old'],
  [/\b(\d+) (?:yo|yrs|y\/o)\b/g, '$1 years old'],
  [/(?<![\w.,])(\d+)(?=[a-z]{2,}\b)(?!\d*(?:st|nd|rd|th)\b)/g, '$1 '],
];

const loaded = (): Suite => {
  suite ??= require('@microsoft/recognizers-text-suite') as Suite;
  return suite;
};

/** The first words of a message, with numbers written so that the library finds them. */
export function withPlainNumbers(text: string): string {
  const words = tidy(text.slice(0, LONGEST)).replaceAll("'", '').split(/\s+/).slice(0, MOST_WORDS).join(' ');
  return CORRECTIONS.reduce((all, [pattern, full]) => all.replace(pattern, full), words);
}

/** Every number in a short text, in words or digits: "twenty two", "1,500", "a couple". */
export function numbersIn(text: string): number[] {
  return loaded()
    .recognizeNumber(withPlainNumbers(text), CULTURE)
    .map(({ resolution }) => Number(resolution?.value))
    .filter(Number.isFinite);
}

/** The number that is said; null when none is, or more than one. */
export function readNumber(text: string): number | null {
  const [number, ...others] = numbersIn(text);
  return number === undefined || others.length > 0 ? null : number;
}

/** Ages that say so: "14 years old", "6 months old". In years. */
export function statedAges(text: string): number[] {
  return loaded()
    .recognizeAge(withPlainNumbers(text), CULTURE)
    .flatMap(({ resolution }) => yearsOf(Number(resolution?.value), String(resolution?.unit)));
}

function yearsOf(count: number, unit: string): number[] {
  const perYear = { year: 1, month: 12, week: 52, day: 365 }[unit.toLowerCase()];
  return perYear === undefined || !Number.isFinite(count) ? [] : [Math.floor(count / perYear)];
}
