/** Two to six capitals that are no word, number, address or {value}. */
const LETTERS = /(?<![\p{L}\p{N}@._/{-])\p{Lu}{2,6}(?=s?(?![\p{L}\p{N}@_/}-]))/gu;
/** Words in capitals one after the other are somebody who shouts, and no letters to spell out. */
const SHOUTED = /(?<![\p{L}\p{N}])\p{Lu}+(?:[\s,'’]+\p{Lu}+)+(?![\p{L}\p{N}])/gu;

/**
 * Letters that not everybody knows, each once. Those are explained that stand in quotes after "called", and those with what
 * they mean in brackets after them.
 */
export function unexplainedLetters(text: string, known: ReadonlySet<string>): string[] {
  const calm = text.replace(SHOUTED, (words) => ' '.repeat(words.length));
  const found = [...calm.matchAll(LETTERS)].filter(
    ({ 0: letters, index }) => !known.has(letters) && !/^s?\s+\(\p{Ll}/u.test(calm.slice(index + letters.length)),
  );
  return [...new Set(found.map(([letters]) => letters))];
}
