import { createHash } from 'node:crypto';

const hash = (words: (string | number)[]) => createHash('sha256').update(words.join('/')).digest('hex');

/** An id in the form of a UUID for whatever the words name: the same words, the same id. */
export function idFor(...words: (string | number)[]): string {
  const hex = hash(words);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** A seed of 32 bits for it: seeds side by side would give lists that overlap. */
export const seedFor = (...words: (string | number)[]): number => Number.parseInt(hash(words).slice(0, 8), 16);
