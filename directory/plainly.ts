import type { DirectoryWords } from './words';

const escaped = (phrase: string) =>
  phrase
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/['’]/g, "['’]")
    .replace(/[\s-]+/g, '[\\s-]+');
/** An address is left as it is, whatever words stand in it. */
const ADDRESS = String.raw`(?<!\S)\S*(?:@|:\/\/|www\.)\S*`;

/**
 * Swaps an owner's words for plain ones, and keeps a capital where there was one. Names are left: a phrase that goes on in
 * capitals is one ("Multi-Agency Risk Conference"). Other words stay as they are.
 */
export function createPlainly(plain: DirectoryWords['plain']): (text: string) => string {
  const key = (words: string) =>
    words
      .toLowerCase()
      .replace(/[\s-]+/g, ' ')
      .replace(/’/g, "'");
  const instead = new Map(plain.flatMap(({ say, for: hard }) => hard.map((words) => [key(words), say] as const)));
  if (instead.size === 0) return (text) => text;
  const longestFirst = [...instead.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const any = new RegExp(`${ADDRESS}|(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) =>
    text
      .replace(any, (found) => {
        const words = instead.get(key(found));
        return words === undefined || isName(found) ? found : asWritten(found, words);
      })
      .replace(/ {2,}/g, ' ')
      .replace(/ +(?=[.,;!?])/g, '')
      .replace(/(?<=^|[.!?]\s|\n)\s*\p{Ll}/gu, (first) => first.toUpperCase())
      .trim();
}

const isName = (found: string) => /[\s-]\p{Lu}/u.test(found);

/** With a capital where what it stands for had one. */
function asWritten(found: string, words: string): string {
  return /^\p{Lu}/u.test(found) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}
