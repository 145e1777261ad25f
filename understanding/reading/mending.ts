import { createRepair } from './repair';

/** How words that were not written as they are meant are put right. */
export interface Mending {
  knows(word: string): boolean;
  /** The word that a misspelt one most likely is. */
  repair(word: string): string;
  /** The words that were written without spaces between them ("imgoingtokillmyself"), or else the word alone. */
  apart(word: string): string[];
}

const SHORTEST = 7;
/** Any letter may be a word of its own somewhere: these are. */
const ALONE = /^(?:..+|[aiu])$/;
/** Above the most common words all are about as likely. */
const COMMON = 50;

/** Nothing is known, so nothing is put right. */
export const AS_WRITTEN: Mending = { knows: () => false, repair: (word) => word, apart: (word) => [word] };

/** Puts words right by those that are known, the most common first. */
export function createMending(known: readonly string[]): Mending {
  const whole = new Set(known);
  const knows = (word: string) => whole.has(word);
  const parted = createApart(known);
  return { knows, repair: createRepair(known), apart: (word) => (knows(word) ? [word] : parted(word)) };
}

/**
 * Of all ways to take a word apart into known ones it takes the likeliest, going through its letters once. Many a word that is one can be
 * taken apart as well ("over do sing"): what comes of it may be read beside the word, never in its place.
 */
function createApart(known: readonly string[]): Mending['apart'] {
  const rarity = new Map(known.flatMap((word, i) => (ALONE.test(word) ? [[word, Math.log(i + COMMON)] as const] : [])));
  const longest = known.reduce((most, { length }) => Math.max(most, length), 0);
  return (word) => {
    const letters = word.replaceAll('2', 'to');
    if (letters.length < SHORTEST || /[^a-z]/.test(letters)) return [word];
    const ways: ({ rare: number; parts: string[] } | null)[] = [{ rare: 0, parts: [] }];
    for (let end = 1; end <= letters.length; end++) {
      ways[end] = null;
      for (let start = Math.max(0, end - longest); start < end; start++) {
        const before = ways[start];
        if (!before) continue;
        const part = letters.slice(start, end);
        const rare = before.rare + (rarity.get(part) ?? Infinity);
        if (rare < (ways[end]?.rare ?? Infinity)) ways[end] = { rare, parts: [...before.parts, part] };
      }
    }
    return ways[letters.length]?.parts ?? [word];
  };
}
