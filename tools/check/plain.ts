import { notPlain, type PlainWords } from '../../web/desk/shared/plain-words';
import { LONGEST_SENTENCE, sentences } from '../../web/desk/shared/sentences';
import { passives } from './passive';

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
/** One condition inside another. */
const CONDITION = /\b(?:if|unless|except|otherwise|provided that|as long as)\b/gi;
/** Carriers read these as "no more messages", so nobody may be told to write them. */
const OPT_OUT = /\b(?:END|CANCEL)\b|["'“‘](?:[Ee]nd|[Cc]ancel)["'”’]/g;

/**
 * Finds what is not plain in one paragraph. Pure. `tooHard` tells whether a text is above the reading age aimed for; without
 * it that is not looked at.
 */
export function plainFaults(text: string, words: PlainWords, tooHard?: (text: string) => boolean): PlainFault[] {
  const { jargon, letters, longSentences } = notPlain(text, words);
  const parts = sentences(text);
  return [
    ...jargon.map(({ rule, words, instead }) => fault(rule, words, instead)),
    ...letters.map(({ words }) => fault('letters', words, 'what the letters stand for, in plain words')),
    ...passives(text).map((words) =>
      fault('passive', words, 'who does it: "we will call you", not "you will be called"'),
    ),
    ...parts
      .filter((sentence) => (sentence.match(CONDITION) ?? []).length > 1 || /\band\/or\b/i.test(sentence))
      .map((sentence) => fault('nested', sentence, 'one "if" at a time, in sentences of their own')),
    ...longSentences.map(({ words, count }) =>
      fault('long-sentence', words, `sentences of ${LONGEST_SENTENCE} words at most: this has ${count}`),
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
