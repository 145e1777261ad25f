import readability from 'text-readability';
import { sentences } from './plain';

/**
 * The school year a text asks for, as Flesch and Kincaid reckon it: grade 4 is age 9 to 10, grade 6 is age 11 to 12.
 *
 * Age 9 to 11 is grades 4 to 6, so 6 is the most that passes, and 5 where the words are for a child. One message is short:
 * in a sentence of 13 words one syllable moves the figure by nearly one. So figures are rounded to whole years, and what has
 * fewer than 10 words is graded together with the other short messages of its step. On the talk that Natter was first
 * written with, the middle message has 2.5 and the hardest tenth begins at 5, while letters as offices write them start
 * above 7.
 *
 * Syllables are counted by text-readability; its own grade rounds them per word to one decimal, which is too coarse for one
 * sentence, and takes short sentences for parts of longer ones.
 */
export const HARDEST_GRADE = 6;
export const HARDEST_GRADE_FOR_CHILDREN = 5;
/** With fewer words than this a text has no grade of its own. */
export const FEWEST_WORDS = 10;

/** The grade of a text, unrounded; null when it has too few words to tell. Numbers, addresses and {values} do not count. */
export function readingGrade(text: string): number | null {
  const words = plainWords(text);
  if (words.length < FEWEST_WORDS) return null;
  const syllables = words.reduce((sum, word) => sum + readability.syllableCount(word), 0);
  return 0.39 * (words.length / sentences(text).length) + 11.8 * (syllables / words.length) - 15.59;
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
