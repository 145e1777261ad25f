import { unexplainedLetters } from './letters';
import { passives } from './passive';

/** Words nobody should have to read, and the plain ones to say instead. */
export interface Jargon {
  words: string[];
  instead: string;
  /** Letters to spell out: found only in exactly these capitals. */
  letters: boolean;
  rule: 'jargon' | 'unkind' | 'secrecy' | 'idiom';
}

/** What a language's texts are held against. */
export interface PlainWords {
  jargon: readonly Jargon[];
  /** Letters that everybody knows. */
  letters: ReadonlySet<string>;
}

/** What is not plain in a text: the words it is about, and what to write instead. */
export interface PlainFault {
  rule: PlainRule;
  words: string;
  instead: string;
}

export const PLAIN_RULES = [
  'jargon',
  'unkind',
  'secrecy',
  'idiom',
  'letters',
  'passive',
  'nested',
  'long-sentence',
  'long-paragraph',
  'texting',
  'blame',
  'opt-out-word',
  'reading-age',
] as const;
export type PlainRule = (typeof PLAIN_RULES)[number];
/** What is not wrong, but could be better. */
export const isWarning = ({ rule }: { rule: string }): boolean => rule === 'idiom';

export const LONGEST_SENTENCE = 20;
export const LONGEST_PARAGRAPH = 3;

/** Signs that a plain text message has no room for: one of them halves what fits, and a plainer one does as well. */
const SIGNS: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '`': "'",
  '•': '-',
  '\u00a0': 'a space',
  '\u2011': '-',
  '\t': 'a space',
};
const COMMITTED = /\bcommit(?:s|ted|ting)?\s+suicide\b/gi;
/** Carriers read these as "no more messages", so nobody may be told to write them. */
/** Said as a word that officials use: `This is called a "referral".` */
const CALLED = /\b(?:called|call it|call this|call that|letters|words?)\s+(?:(?:a|an|the)\s+)?"[^"]*"/gi;
/** One condition inside another. */
const CONDITION = /\b(?:if|unless|except|otherwise|provided that|as long as)\b/gi;
const OPT_OUT = /\b(?:END|CANCEL)\b|["'“‘](?:[Ee]nd|[Cc]ancel)["'”’]/g;

/**
 * Finds what is not plain in one paragraph. Pure, and without libraries, so that the page where workers write can use it.
 * `tooHard` tells whether a text is above the reading age aimed for; without it that is not looked at.
 */
export function plainFaults(text: string, words: PlainWords, tooHard?: (text: string) => boolean): PlainFault[] {
  const parts = sentences(text);
  // What is only named, with its meaning beside it, is explained and not used.
  const used = text.replace(CALLED, '');
  const jargon = jargonIn(used, words.jargon);
  return [
    ...jargon,
    ...unexplainedLetters(used, words.letters)
      .filter((letters) => !jargon.some((found) => found.words.includes(letters)))
      .map((letters) => fault('letters', letters, 'what the letters stand for, in plain words')),
    ...passives(text).map((words) =>
      fault('passive', words, 'who does it: "we will call you", not "you will be called"'),
    ),
    ...parts
      .filter((sentence) => (sentence.match(CONDITION) ?? []).length > 1 || /\band\/or\b/i.test(sentence))
      .map((sentence) => fault('nested', sentence, 'one "if" at a time, in sentences of their own')),
    ...parts
      .filter((sentence) => countWords(sentence) > LONGEST_SENTENCE)
      .map((sentence) =>
        fault(
          'long-sentence',
          sentence,
          `sentences of ${LONGEST_SENTENCE} words at most: this has ${countWords(sentence)}`,
        ),
      ),
    ...text
      .split('\n')
      .flatMap((line) => sentences(line)[LONGEST_PARAGRAPH] ?? [])
      .map((next) =>
        fault('long-paragraph', next, `${LONGEST_PARAGRAPH} sentences at most, and the rest in another message`),
      ),
    ...Object.entries(SIGNS).flatMap(([sign, instead]) =>
      text.includes(sign) ? [fault('texting', sign, instead)] : [],
    ),
    ...[...text.matchAll(COMMITTED)].map(([found]) => fault('blame', found, 'end their life')),
    ...[...text.matchAll(OPT_OUT)].map(([found]) =>
      fault('opt-out-word', found, 'another word: phone companies stop all messages to whoever writes this'),
    ),
    ...(tooHard?.(text) ? [fault('reading-age', text, 'shorter words and sentences')] : []),
  ];
}

function fault(rule: PlainRule, words: string, instead: string): PlainFault {
  return { rule, words, instead };
}

/** The sentences of a text. A line break ends one too. */
export function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?]["'”’)\]]{0,3})\s+|\n+/)
    .map((each) => each.trim())
    .filter((each) => /[\p{L}\p{N}]/u.test(each));
}

function countWords(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Where jargon stands in a text; of two that overlap, the longer. */
function jargonIn(text: string, words: readonly Jargon[]): PlainFault[] {
  const found = mayStandIn(text, words)
    .flatMap(({ pattern, instead, rule }) =>
      [...text.matchAll(pattern())].map(({ 0: words, index }) => ({
        words,
        from: index,
        to: index + words.length,
        instead,
        rule,
      })),
    )
    .sort((a, b) => b.words.length - a.words.length);
  const kept: typeof found = [];
  for (const each of found) if (kept.every(({ from, to }) => each.to <= from || to <= each.from)) kept.push(each);
  return kept.sort((a, b) => a.from - b.from).map(({ words, instead, rule }) => fault(rule, words, instead));
}

type Pattern = { pattern: () => RegExp; instead: string; rule: Jargon['rule'] };
/** What begins with the same word is one pattern of its entry: of thousands of forms only a few may stand in a text. */
const byFirstWord = new WeakMap<readonly Jargon[], Map<string, Pattern[]>>();
const WORD = /[\p{L}\p{N}]+/gu;

function mayStandIn(text: string, words: readonly Jargon[]): Pattern[] {
  const known = byFirstWord.get(words) ?? indexed(words);
  byFirstWord.set(words, known);
  return [...new Set(text.toLowerCase().match(WORD))].flatMap((word) => known.get(word) ?? []);
}

function indexed(words: readonly Jargon[]): Map<string, Pattern[]> {
  const index = new Map<string, Pattern[]>();
  for (const { words: forms, letters, instead, rule } of words)
    for (const [first, same] of Map.groupBy(forms, (form) => form.toLowerCase().match(WORD)?.[0] ?? '')) {
      const patterns = index.get(first) ?? [];
      index.set(first, patterns);
      patterns.push({ pattern: onceMade(() => wholeWords(same, letters)), instead, rule });
    }
  return index;
}

/** Most of the thousands are never asked for. */
function onceMade<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

function wholeWords(forms: string[], letters: boolean): RegExp {
  const any = [...forms]
    .sort((a, b) => b.length - a.length)
    .map((form) =>
      form
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/\s+/g, '\\s+')
        .replace(/['’]/g, "['’]"),
    );
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${any.join('|')})(?![\\p{L}\\p{N}])`, letters ? 'gu' : 'giu');
}
