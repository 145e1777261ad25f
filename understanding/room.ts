import { createFinder, type Found, type Sentence } from './reading/finder';
import { AS_WRITTEN } from './reading/mending';
import { type Normalised, normalise, own } from './reading/normalise';
import { compilePattern } from './reading/pattern';
import { type Signs, Vocabulary } from './reading/vocabulary';
import type { Graded, UnderstandingWords } from './words';

/** So many words of a sentence are read when words in it were taken apart: work on one stays bounded. */
const MOST_PARTED = 120;

/** A message as every part of the room reads it: the words, and what each may stand for. */
export interface Message {
  normalised: Normalised;
  sentences: Sentence[];
}

/** What the parts of the room share: one way of reading words, and one vocabulary. */
export interface Room {
  words: UnderstandingWords;
  message(text: string): Message;
  /** Words of a short text in a row, whatever its sentences. */
  plain(text: string): string[];
  signs(word: string): Signs;
  /** Compiles patterns to search for together. Throws PatternError. */
  finder<T>(entries: { source: string; of: T }[], options?: { anyForm?: boolean }): (message: Message) => Found<T>;
}

/** `mending` puts right what was not written as it is meant. */
export function createRoom(words: UnderstandingWords, mending = AS_WRITTEN): Room {
  const { replies, safety } = words;
  const vocabulary = new Vocabulary(replies, mending.repair);
  const plain = (text: string) => normalise(text, replies).text.split(' ').filter(Boolean);
  const isWord = (word: string) => mending.knows(word) || vocabulary.knows(word);
  const apart = (word: string) =>
    vocabulary.knows(word)
      ? [word]
      : mending.apart(word).flatMap((part) => (own(replies.shorthand, part) ?? part).split(' '));
  return {
    words,
    plain,
    signs: (word) => vocabulary.signs(word),
    message(text) {
      const normalised = normalise(text, replies, isWord);
      const known = new Map<string, Signs>();
      const signsOf = (word: string) => {
        const signs = known.get(word) ?? vocabulary.signs(word);
        known.set(word, signs);
        return signs;
      };
      const sentenceOf = (words: string[]): Sentence => {
        const signs = words.map(signsOf);
        return { key: words.join(' '), signs, present: new Set(signs.flatMap((some) => [...some])) };
      };
      // What was written without spaces is read a second time, taken apart.
      const parted = normalised.sentences.map((words) => words.flatMap(apart).slice(0, MOST_PARTED));
      const more = parted.filter((words, i) => words.length > (normalised.sentences[i]?.length ?? 0));
      return { normalised, sentences: [...normalised.sentences, ...more].map(sentenceOf) };
    },
    finder(entries, { anyForm = false } = {}) {
      const context = { slots: safety.slots, vocabulary, words: plain, anyForm, parts: new Map(), nodes: new Map() };
      const find = createFinder(entries.map(({ source, of }) => ({ pattern: compilePattern(source, context), of })));
      return (message) => find(message.sentences);
    },
  };
}

/** Each pattern of the three lists beside what one match of it counts for. */
export function graded<T>(lists: Graded, weights: Record<keyof Graded, number>, of: T) {
  return (['clear', 'likely', 'hint'] as const).flatMap((grade) =>
    lists[grade].map((source) => ({ source, of: { of, weight: weights[grade] } })),
  );
}
