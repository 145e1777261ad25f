import type { Found } from './found';

/** The most words a sentence may have. */
export const LONGEST_SENTENCE = 20;

const LETTER = /[\p{L}\p{N}]/u;
/** Where one sentence ends and the next begins. A line break ends one too. */
const BETWEEN = /(?<=[.!?]["'”’)\]]{0,3})\s+|\n+/g;

/** The sentences of a text. */
export const sentences = (text: string): string[] => sentencesIn(text).map(({ words }) => words);

/** The same, with where they stand. */
export function sentencesIn(text: string): Found[] {
  const ends = [...text.matchAll(BETWEEN)].map(({ 0: gap, index }) => ({ to: index, next: index + gap.length }));
  let from = 0;
  return [...ends, { to: text.length, next: text.length }].flatMap(({ to, next }) => {
    const part = text.slice(from, to);
    const words = part.trim();
    const start = from + part.indexOf(words);
    from = next;
    return LETTER.test(words) ? [{ words, from: start, to: start + words.length }] : [];
  });
}

/** Signs that stand alone are no words. */
export const countWords = (sentence: string): number =>
  sentence.split(/\s+/).filter((word) => LETTER.test(word)).length;
