import { distance } from 'fastest-levenshtein';

const SHORTEST = 5;
const LONGEST = 24;

/** One letter added, left out or changed, or two neighbours swapped, in words of five letters or more. */
export function isNearMiss(a: string, b: string): boolean {
  if (a === b || Math.min(a.length, b.length) < SHORTEST || Math.abs(a.length - b.length) > 1) return false;
  return distance(a, b) === 1 || isSwap(a, b);
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}

/** The word without its ending, so that "bills", "billing" and "billed" meet. Light on purpose: it never changes a word's start. */
export function stem(word: string): string {
  if (word.length < 4) return word;
  const cut = word
    .replace(/(?:'s|s')$/, '')
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x)es$/, '$1')
    .replace(/([^su])s$/, '$1');
  const base = cut.replace(/^(.*[aeiouy].*)(?:ing|ed)$/, (whole, rest: string) => (rest.length < 3 ? whole : rest));
  return base
    .replace(/([bdgklmnprt])\1$/, '$1')
    .replace(/e$/, '')
    .replace(/y$/, 'i');
}

/** Finds known words a near miss away, in time that does not grow with how many are known. */
export function nearMisses(known: Iterable<string>): (word: string) => string[] {
  const byPart = new Map<string, string[]>();
  for (const word of known) {
    if (word.length < SHORTEST || word.length > LONGEST) continue;
    for (const part of partsOf(word)) byPart.set(part, [...(byPart.get(part) ?? []), word]);
  }
  return (word) => {
    if (word.length < SHORTEST - 1 || word.length > LONGEST) return [];
    const found = new Set<string>();
    for (const part of partsOf(word)) for (const other of byPart.get(part) ?? []) found.add(other);
    return [...found].filter((other) => isNearMiss(word, other) && other[0] === word[0]);
  };
}

/** The word, and the word without each one of its letters: two words one edit apart share one of these. */
export function partsOf(word: string): Set<string> {
  const all = new Set([word]);
  for (let i = 0; i < word.length; i++) all.add(word.slice(0, i) + word.slice(i + 1));
  return all;
}
