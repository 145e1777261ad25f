/** Jargon, and the plain words to say instead. */
export interface Jargon {
  words: string[];
  instead: string;
  /** Letters to spell out: found only in exactly these capitals. */
  letters: boolean;
}

/** What is not plain in a text: the words it is about, and what to write instead. */
export interface PlainFault {
  rule: PlainRule;
  words: string;
  instead: string;
}

export const PLAIN_RULES = [
  'jargon',
  'long-sentence',
  'long-paragraph',
  'texting',
  'blame',
  'opt-out-word',
  'reading-age',
] as const;
export type PlainRule = (typeof PLAIN_RULES)[number];

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
const OPT_OUT = /\b(?:END|CANCEL)\b|["'“‘](?:[Ee]nd|[Cc]ancel)["'”’]/g;

/**
 * Finds what is not plain in one paragraph. Pure, and without imports, so that the page where workers write can use it.
 * `tooHard` tells whether a text is above the reading age aimed for; without it that is not looked at.
 */
export function plainFaults(text: string, words: readonly Jargon[], tooHard?: (text: string) => boolean): PlainFault[] {
  const parts = sentences(text);
  return [
    ...jargonIn(text, words),
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
  const found = compiled(words)
    .flatMap(({ pattern, instead }) =>
      [...text.matchAll(pattern)].map(({ 0: words, index }) => ({
        words,
        from: index,
        to: index + words.length,
        instead,
      })),
    )
    .sort((a, b) => b.words.length - a.words.length);
  const kept: typeof found = [];
  for (const each of found) if (kept.every(({ from, to }) => each.to <= from || to <= each.from)) kept.push(each);
  return kept.sort((a, b) => a.from - b.from).map(({ words, instead }) => fault('jargon', words, instead));
}

type Pattern = { pattern: RegExp; instead: string };
const patterns = new WeakMap<readonly Jargon[], Pattern[]>();

/** A list is compiled once, however many texts are held against it. */
function compiled(words: readonly Jargon[]): Pattern[] {
  const known = patterns.get(words);
  if (known) return known;
  const made = words.map(({ words: forms, instead, letters }) => ({ pattern: wholeWords(forms, letters), instead }));
  patterns.set(words, made);
  return made;
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
