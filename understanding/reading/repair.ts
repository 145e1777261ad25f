import { partsOf } from './spelling';

const SHORTEST = 3;
/** In shorter words only slips of the fingers are put right: another letter makes too many of them another word. */
const SHORT = 4;
const LONGEST = 24;
/** How easily fingers slip so. */
const EASE = { swapped: 1, twice: 1, missing: 0.8, beside: 0.5, extra: 0.4, changed: 0.2 };
type Slip = keyof typeof EASE;
const ALWAYS: ReadonlySet<Slip> = new Set<Slip>(['swapped', 'twice', 'missing', 'beside']);
/** Above the most common words all are about as likely. */
const COMMON = 50;
const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/**
 * Puts misspelt words right by a list of known ones, the most common first. A word that is known, or one slip away from none, stays
 * as it is. Takes time that does not grow with how many are known.
 */
export function createRepair(known: readonly string[]): (word: string) => string {
  const places = new Map(known.map((word, i) => [word, i]));
  const byPart = new Map<string, string[]>();
  for (const word of known) {
    if (word.length < SHORTEST || word.length > LONGEST) continue;
    for (const part of partsOf(word)) {
      const some = byPart.get(part);
      if (some) some.push(word);
      else byPart.set(part, [word]);
    }
  }
  const likelihood = (word: string, meant: string): number => {
    const slip = slipOf(word, meant);
    if (!slip || (word.length <= SHORT && !ALWAYS.has(slip))) return 0;
    return EASE[slip] / ((places.get(meant) as number) + COMMON);
  };
  return (word) => {
    if (word.length < SHORTEST || word.length > LONGEST || places.has(word) || /[^a-z]/.test(word)) return word;
    let [best, most] = [word, 0];
    for (const part of partsOf(word))
      for (const meant of byPart.get(part) ?? []) {
        const likely = likelihood(word, meant);
        if (likely > most) [best, most] = [meant, likely];
      }
    return best;
  };
}

/** What one slip made `meant` into `word`; null when it takes more than one. */
function slipOf(word: string, meant: string): Slip | null {
  let at = 0;
  while (at < word.length && word[at] === meant[at]) at++;
  const [letter = '', due = ''] = [word[at], meant[at]];
  if (word.slice(at + 1) === meant.slice(at)) return letter === word[at - 1] ? 'twice' : 'extra';
  if (at > 0 && word.slice(at) === meant.slice(at + 1)) return 'missing';
  if (letter === meant[at + 1] && due === word[at + 1] && word.slice(at + 2) === meant.slice(at + 2)) return 'swapped';
  if (at === 0 || word.slice(at + 1) !== meant.slice(at + 1)) return null;
  return areBeside(letter, due) ? 'beside' : 'changed';
}

function areBeside(a: string, b: string): boolean {
  const [one, other] = [a, b].map((key) => {
    const row = KEYS.findIndex((keys) => keys.includes(key));
    return { row, at: KEYS[row]?.indexOf(key) ?? -9 };
  });
  return !!one && !!other && Math.abs(one.row - other.row) <= 1 && Math.abs(one.at - other.at) <= 1;
}
