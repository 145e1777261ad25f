import { automatedReadability } from 'automated-readability';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { sentences } from '../../web/desk/shared/sentences';

/**
 * The school year a text asks for: grade 4 is age 9 to 10, grade 5 is age 10 to 11. The worse of two ways to reckon it counts:
 * Flesch and Kincaid's, by syllables, and the Automated Readability Index, by letters.
 *
 * One message is short: in a sentence of 13 words one syllable moves the figure by nearly one. So a message is held against
 * its limit in whole years, and what has fewer than 10 words is graded together with the other short messages of its step. A
 * flow is long enough for its average to count as it is.
 */
export const HARDEST_GRADE = 5;
export const HARDEST_GRADE_FOR_CHILDREN = 4;
export const HARDEST_FLOW = 4;
/** With fewer words than this a text has no grade of its own. */
export const FEWEST_WORDS = 10;

/** The grade of a text, unrounded; null when it has too few words to tell. Numbers, addresses and {values} do not count. */
export function readingGrade(text: string): number | null {
  const words = plainWords(text);
  if (words.length < FEWEST_WORDS) return null;
  const counts = {
    sentence: sentences(text).length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
    character: words.reduce((sum, word) => sum + word.replace(/[^\p{L}\p{N}]/gu, '').length, 0),
  };
  return Math.max(fleschKincaid(counts), automatedReadability(counts));
}

/** Is it harder than somebody of the age aimed for can read with ease? */
export function isTooHard(text: string, { young = false } = {}): boolean {
  const grade = readingGrade(text);
  return grade !== null && Math.round(grade) > (young ? HARDEST_GRADE_FOR_CHILDREN : HARDEST_GRADE);
}

/** The words that are read as words: not "0800 1111", "turn2us.org.uk", "jo@samaritans.org" or "{place}". */
export function plainWords(text: string): string[] {
  return text
    .replace(/\{[^{}]*\}/g, ' ')
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word) && !/[\d@/]|\p{L}\.\p{L}/u.test(word));
}
