import type { Found } from './found';

/** Two to six capitals that are no word, number, address or {value}. */
const LETTERS = /(?<![\p{L}\p{N}@._/{-])\p{Lu}{2,6}(?=s?(?![\p{L}\p{N}@_/}-]))/gu;
/** Words in capitals one after the other are somebody who shouts, and no letters to spell out. */
const SHOUTED = /(?<![\p{L}\p{N}])\p{Lu}+(?:[\s,'’]+\p{Lu}+)+(?![\p{L}\p{N}])/gu;

/**
 * Letters that not everybody knows, each once. Those are explained that stand in quotes after "called", and those with what
 * they mean in brackets after them.
 */
export function unexplainedLetters(text: string, known: ReadonlySet<string>): Found[] {
  const calm = text.replace(SHOUTED, (words) => ' '.repeat(words.length));
  const first = new Map<string, Found>();
  for (const { 0: words, index } of calm.matchAll(LETTERS)) {
    const to = index + words.length;
    if (known.has(words) || first.has(words) || /^s?\s+\(\p{Ll}/u.test(calm.slice(to))) continue;
    first.set(words, { words, from: index, to });
  }
  return [...first.values()];
}
