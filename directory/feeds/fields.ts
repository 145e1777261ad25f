import { readDate } from './dates';
import { fault, isNothing, type Part } from './part';
import { oneLine, plain } from './plain';

const LONGEST_TEXT = 20_000;
const NUMBER = /^-?\d{1,12}(?:\.\d{1,20})?$/;
const YES_OR_NO = new Map([
  ['true', true],
  ['false', false],
]);

/** The words in the first of these fields that has some, without markup. */
export function text(part: Part, ...names: string[]): string | null {
  return wordsIn(part, names, plain);
}

/** The same, on one line. */
export function line(part: Part, ...names: string[]): string | null {
  return wordsIn(part, names, oneLine);
}

/** The first so many characters, without half of one at the end. */
export function cut(words: string, most: number): string {
  return words.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}

/** A number, also where it is written as text. */
export function number(part: Part, ...names: string[]): number | null {
  return first(part, names, (value) => {
    if (typeof value === 'number') return Number.isFinite(value) ? value : 'is no number';
    return typeof value === 'string' && NUMBER.test(value.trim()) ? Number(value) : 'is no number';
  });
}

/** A day, as `YYYY-MM-DD`. */
export function date(part: Part, ...names: string[]): string | null {
  const found = first(part, names, (value) => {
    const day = typeof value === 'string' ? readDate(value) : null;
    return day === null ? 'is no date that can be read' : { day };
  });
  return found?.day ?? null;
}

/** Yes or no. */
export function flag(part: Part, ...names: string[]): boolean | null {
  return first(part, names, (value) => {
    const said = typeof value === 'string' ? YES_OR_NO.get(value.trim().toLowerCase()) : value;
    return typeof said === 'boolean' ? said : 'is neither true nor false';
  });
}

function wordsIn(part: Part, names: string[], read: (value: string) => string): string | null {
  for (const name of names) {
    const value = part.fields[name];
    if (isNothing(value)) continue;
    const words = typeof value === 'string' ? read(value) : '';
    if (typeof value !== 'string') fault(part, name, 'is no text');
    if (words.length > LONGEST_TEXT)
      fault(part, name, `is longer than ${LONGEST_TEXT} characters: the rest is left out`);
    if (words !== '') return cut(words, LONGEST_TEXT);
  }
  return null;
}

/** What the first field that can be read says; of the others it is told what is wrong. */
function first<T extends number | boolean | object>(
  part: Part,
  names: string[],
  read: (value: unknown) => T | string,
): T | null {
  for (const name of names) {
    const value = part.fields[name];
    if (isNothing(value)) continue;
    const found = read(value);
    if (typeof found !== 'string') return found;
    fault(part, name, found);
  }
  return null;
}
