const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const NEAR: Record<string, string> = {
  a: 's',
  s: 'a',
  e: 'r',
  r: 'e',
  t: 'y',
  i: 'o',
  o: 'i',
  n: 'm',
  m: 'n',
  l: 'k',
  d: 'f',
  u: 'i',
};
const SHARE = 0.3;
const SHORTEST = 3;

/** Misspells three words of ten, as people do: two letters swapped, one left out, one twice, or the key beside it. Always the same way. */
export function misspell(text: string, seed: number): string {
  let state = seed + 1;
  const chance = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
  for (let i = 0; i < 4; i++) chance();
  return text.replace(/\p{L}+/gu, (word) => (word.length >= SHORTEST && chance() < SHARE ? slip(word, chance) : word));
}

function slip(word: string, chance: () => number): string {
  const at = Math.floor(chance() * (word.length - 1));
  const letter = word[at] as string;
  const kind = Math.floor(chance() * 4);
  if (kind === 0) return word.slice(0, at) + word[at + 1] + letter + word.slice(at + 2);
  if (kind === 1) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 2) return word.slice(0, at) + letter + word.slice(at);
  const other = NEAR[letter.toLowerCase()] ?? (LETTERS[Math.floor(chance() * LETTERS.length)] as string);
  return word.slice(0, at) + other + word.slice(at + 1);
}
