/** The words of a message, and the same in one line with a space before and after each. */
export interface Line {
  words: Iterable<string>;
  line: string;
}

const LATIN = /\p{Script=Latin}/u;
const OTHER = /[^\p{Script=Latin}\P{L}]/u;

export const spaced = (words: string[]): string => ` ${words.join(' ')} `;

/**
 * Makes one search for many phrases. In our letters a phrase is whole words; in others it may stand inside longer ones.
 * A message in our letters alone is held only against the phrases whose first word it has.
 */
export function createPhraseSearch<T>(entries: { phrase: string[]; of: T }[]): (line: Line) => Set<T> {
  const ready = entries.map(({ phrase, of }) => ({ first: phrase[0] ?? '', text: spaced(phrase), of }));
  const byFirst = Map.groupBy(
    ready.filter(({ text }) => LATIN.test(text)),
    ({ first }) => first,
  );
  const inOthers = ready.filter(({ text }) => !LATIN.test(text)).map(({ text, of }) => ({ text: text.trim(), of }));
  return ({ words, line }) => {
    const likely = [...words].flatMap((word) => byFirst.get(word) ?? []);
    const maybe = OTHER.test(line) ? [...likely, ...inOthers] : likely;
    return new Set(maybe.filter(({ text }) => line.includes(text)).map(({ of }) => of));
  };
}
