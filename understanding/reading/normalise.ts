import type { Replies } from '../words';

export interface Normalised {
  /** Exactly what was written. */
  original: string;
  /** All words in order, joined by single spaces. */
  text: string;
  /** The words of each sentence. A very long sentence comes as overlapping windows, so that work on one stays bounded. */
  sentences: string[][];
}

export type Habits = Pick<Replies, 'shorthand' | 'emoji'>;

const LONGEST = 200_000;
const LONGEST_WORD = 80;
const SHORTEST_SWAPPED = 4;
const WINDOW = 60;
const OVERLAP = 15;
// Zero-width characters, variation selectors, the key of "2\ufe0f\u20e3", and what lone surrogates become.
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\u{20E3}|\u{FFFD}/gu;
const MARKS = /[\u0300-\u036f]+/g;
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;
const SENTENCE_END = /[!?\n]+|(?<!\.)\.(?=\s|$)/;
// Signs inside a word hide letters ("s*icide", "p@racetamol"), so they stay with it.
const WORD = /[\p{L}\p{M}\p{N}]+(?:['*@$]{1,3}[\p{L}\p{M}\p{N}]+)*/gu;
const NUMBER_AND_UNIT = /^(\d+)(?!(?:st|nd|rd|th)$)([a-z]{1,8})$/;
const HIDDEN_LETTERS: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '@': 'a', $: 's' };

/** Lower case, one way of writing quotes and letters, nothing invisible, no letter more than twice in a row. */
export function tidy(text: string): string {
  return text
    .toWellFormed()
    .slice(0, LONGEST)
    .normalize('NFKD')
    .replace(MARKS, '')
    .normalize('NFC')
    .slice(0, LONGEST)
    .replace(INVISIBLE, '')
    .replace(CONTROL, ' ')
    .replace(/[\u2018\u2019\u201b\u2032\u0060\u00b4]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .toLowerCase()
    .replace(/(\p{L})\1{2,}/gu, '$1$1');
}

/**
 * Reads a message into sentences of plain words. Never throws, whatever it is given; takes time in proportion to the length.
 * @param isWord whether it is a word as it stands; only what is none can be a short form with two letters swapped
 */
export function normalise(text: string, habits: Habits, isWord: (word: string) => boolean = () => true): Normalised {
  const sentences: string[][] = [];
  const all: string[] = [];
  for (const sentence of emojiAsWords(tidy(text), habits.emoji).split(SENTENCE_END)) {
    const words = wordsOf(sentence, habits.shorthand, isWord);
    for (const word of words) all.push(word);
    for (const part of windows(words)) sentences.push(part);
  }
  return { original: text, text: all.join(' '), sentences };
}

function emojiAsWords(text: string, emoji: Record<string, string>): string {
  return text.replace(/\p{Extended_Pictographic}/gu, (sign) => ` ${own(emoji, sign) ?? ''} `);
}

function wordsOf(sentence: string, shorthand: Record<string, string>, isWord: (word: string) => boolean): string[] {
  return (sentence.match(WORD) ?? []).flatMap((word) => {
    const parts = writtenOut(word.slice(0, LONGEST_WORD), shorthand);
    const [only = ''] = parts;
    return parts.length > 1 || isWord(only) ? parts : (unswapped(only, shorthand)?.split(' ') ?? parts);
  });
}

function writtenOut(word: string, shorthand: Record<string, string>): string[] {
  const bare = word.replaceAll("'", '');
  const full = own(shorthand, word) ?? own(shorthand, bare);
  if (full !== undefined) return full.split(' ');
  const [, amount, unit] = NUMBER_AND_UNIT.exec(word) ?? [];
  if (amount !== undefined && unit !== undefined) return [amount, ...(own(shorthand, unit) ?? unit).split(' ')];
  return [revealed(word.replace(/'s$/, '').replaceAll("'", ''))];
}

/** "cnat" is "can not" too. */
function unswapped(word: string, shorthand: Record<string, string>): string | undefined {
  for (let i = 1; word.length >= SHORTEST_SWAPPED && i < word.length; i++) {
    const full = own(shorthand, `${word.slice(0, i - 1)}${word[i]}${word[i - 1]}${word.slice(i + 1)}`);
    if (full !== undefined) return full;
  }
  return undefined;
}

function revealed(word: string): string {
  if (!/[a-z]/.test(word) || /^\d|\d$/.test(word)) return word;
  return word.replace(/[01345@$]/g, (sign) => HIDDEN_LETTERS[sign] ?? sign);
}

function windows(words: string[]): string[][] {
  if (words.length === 0) return [];
  if (words.length <= WINDOW) return [words];
  const parts: string[][] = [];
  for (let start = 0; start + OVERLAP < words.length; start += WINDOW - OVERLAP)
    parts.push(words.slice(start, start + WINDOW));
  return parts;
}

/** What stands in a list under a word that somebody wrote, which may be "constructor". */
export function own<T>(map: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
