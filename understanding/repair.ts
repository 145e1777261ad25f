import { nearMisses } from './spelling';

const SHORTEST = 4;

/** Puts misspelt words right by a list of known ones, the most common first. A word that is known, or near none, stays as it is. */
export function createRepair(known: readonly string[]): (word: string) => string {
  const order = new Map(known.map((word, i) => [word, i]));
  const near = nearMisses(known);
  return (word) => {
    if (word.length < SHORTEST || order.has(word) || /\d/.test(word)) return word;
    const [best] = near(word).sort((a, b) => (order.get(a) as number) - (order.get(b) as number));
    return best ?? word;
  };
}
