import type { Found } from './found';

/** Words nobody should have to read, and the plain ones to say instead. */
export interface Jargon {
  words: string[];
  instead: string;
  /** Letters to spell out: found only in exactly these capitals. */
  letters: boolean;
  rule: 'jargon' | 'unkind' | 'secrecy' | 'idiom';
}

/** Jargon where it stands in a text. */
export interface FoundJargon extends Found, Pick<Jargon, 'instead' | 'rule'> {}

/** Said as a word that officials use: `This is called a "referral".` */
const CALLED = /\b(?:called|call it|call this|call that|letters|words?)\s+(?:(?:a|an|the)\s+)?"[^"]*"/gi;
const WORD = /[\p{L}\p{N}]+/gu;

/** The text with blanks for what is only named, with its meaning beside it: that is explained and not used. */
export const withoutNamed = (text: string): string => text.replace(CALLED, (named) => ' '.repeat(named.length));

/** Where jargon stands in a text; of two that overlap, the longer. */
export function jargonIn(text: string, words: readonly Jargon[]): FoundJargon[] {
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
  return kept.sort((a, b) => a.from - b.from);
}

type Pattern = { pattern: () => RegExp; instead: string; rule: Jargon['rule'] };
/** What begins with the same word is one pattern of its entry: of thousands of forms only a few may stand in a text. */
const byFirstWord = new WeakMap<readonly Jargon[], Map<string, Pattern[]>>();

function mayStandIn(text: string, words: readonly Jargon[]): Pattern[] {
  const known = byFirstWord.get(words) ?? indexed(words);
  byFirstWord.set(words, known);
  return [...new Set(text.toLowerCase().match(WORD))].flatMap((word) => known.get(word) ?? []);
}

function indexed(words: readonly Jargon[]): Map<string, Pattern[]> {
  const index = new Map<string, Pattern[]>();
  for (const { words: forms, letters, instead, rule } of words)
    for (const [first, same] of alikeInFirstWord(forms)) {
      const patterns = index.get(first) ?? [];
      index.set(first, patterns);
      patterns.push({ pattern: onceMade(() => wholeWords(same, letters)), instead, rule });
    }
  return index;
}

/** `Map.groupBy` is missing in browsers that are still in use. */
function alikeInFirstWord(forms: string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const form of forms) {
    const first = form.toLowerCase().match(WORD)?.[0] ?? '';
    groups.set(first, [...(groups.get(first) ?? []), form]);
  }
  return groups;
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
