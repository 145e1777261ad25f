import { phrasePlaces, tellingWords, wordsOf } from './text';
import { DAYS, type Day, type Query } from './types';
import type { DirectoryWords } from './words';

/** What somebody wishes for beside what they look for, and their words without it. */
export type Wishes = Pick<Query, 'words' | 'days' | 'free' | 'direct'>;

type Sign = Day | 'free' | 'direct' | 'looking' | 'other';

const SENTENCE_ENDS = /[.!?;\n]+/;

/** Reads out of what somebody says they look for on which days it should be, and whether it should be free and open to all. */
export function createWishes({ days, ...others }: DirectoryWords['wishes']): (words: string) => Wishes {
  const signs = new Map<string, Sign[]>();
  for (const [sign, phrases] of Object.entries({ ...days, ...others }) as [Sign, string[]][])
    for (const phrase of phrases) signs.set(phrase, [...(signs.get(phrase) ?? []), sign]);
  const placesIn = phrasePlaces(signs.keys());

  /** The wishes in a sentence, and the words of it that are none. */
  const read = (sentence: string) => {
    const said = wordsOf(sentence);
    const wished: Sign[] = [];
    const left: string[] = [];
    let next = 0;
    let isLooking = false;
    for (const { at, length, phrases } of placesIn(said)) {
      const found = phrases.flatMap((phrase) => signs.get(phrase) ?? []);
      if (found.includes('looking')) isLooking = true;
      if (found.includes('other')) isLooking = false;
      const wishes = found.filter((sign) => sign === 'free' || sign === 'direct' || (isLooking && isDay(sign)));
      left.push(...said.slice(next, wishes.length > 0 ? at : at + length));
      wished.push(...wishes);
      next = at + length;
    }
    return { wished, left: [...left, ...said.slice(next)] };
  };

  return (words) => {
    const sentences = words.split(SENTENCE_ENDS).map(read);
    const wished = new Set(sentences.flatMap((sentence) => sentence.wished));
    const left = sentences.flatMap((sentence) => sentence.left).join(' ');
    return {
      // Who wishes and says no more is understood by the same words: listings are also found by their days, and by "free".
      words: wished.size > 0 && tellingWords(left).length > 0 ? left : words,
      days: DAYS.filter((day) => wished.has(day)),
      free: wished.has('free'),
      direct: wished.has('direct'),
    };
  };
}

const isDay = (sign: Sign): sign is Day => DAYS.some((day) => day === sign);
