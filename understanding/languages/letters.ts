import { tidy } from '../reading/normalise';

/** Vowel marks of Arabic and the stroke that only makes a word longer. */
const ARABIC_MARKS = /[\u0640\u064b-\u0655\u0670]/g;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Scripts in which words are not set apart by spaces, so that one letter says about as much as two of ours. */
const DENSE = new Set(['Han', 'Kana']);
/** As Unicode names them; `Kana` is both kinds. */
const SCRIPTS = Object.entries({
  Latin: /\p{Script=Latin}/gu,
  Arabic: /\p{Script=Arabic}/gu,
  Armenian: /\p{Script=Armenian}/gu,
  Bengali: /\p{Script=Bengali}/gu,
  Cyrillic: /\p{Script=Cyrillic}/gu,
  Devanagari: /\p{Script=Devanagari}/gu,
  Ethiopic: /\p{Script=Ethiopic}/gu,
  Georgian: /\p{Script=Georgian}/gu,
  Greek: /\p{Script=Greek}/gu,
  Gujarati: /\p{Script=Gujarati}/gu,
  Gurmukhi: /\p{Script=Gurmukhi}/gu,
  Han: /\p{Script=Han}/gu,
  Hangul: /\p{Script=Hangul}/gu,
  Hebrew: /\p{Script=Hebrew}/gu,
  Kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Malayalam: /\p{Script=Malayalam}/gu,
  Sinhala: /\p{Script=Sinhala}/gu,
  Tamil: /\p{Script=Tamil}/gu,
  Telugu: /\p{Script=Telugu}/gu,
  Thai: /\p{Script=Thai}/gu,
});
/** Fewer letters than this may be a face made of signs. */
const ENOUGH = 3;

/** How much of each script is in a text. */
function scriptsOf(text: string): Map<string, number> {
  const letters = (text.match(/\p{L}/gu) ?? []).join('');
  if (/^[a-z]*$/i.test(letters)) return new Map([['Latin', letters.length]]);
  return new Map(
    SCRIPTS.map(([name, pattern]) => [name, (letters.match(pattern)?.length ?? 0) * (DENSE.has(name) ? 2 : 1)]),
  );
}

/** Every script of which a text has something. */
export const scriptsIn = (text: string): Set<string> =>
  new Set([...scriptsOf(text)].filter(([, count]) => count > 0).map(([name]) => name));

/** The script a text is mostly in. Null: there are no letters to speak of. Japanese, which mixes two, is `Kana`. */
export function scriptOf(text: string): string | null {
  const counts = scriptsOf(text);
  const latin = counts.get('Latin') ?? 0;
  const [[name, count] = ['', 0]] = [...counts].filter(([each]) => each !== 'Latin').sort((a, b) => b[1] - a[1]);
  if (count < ENOUGH || count < latin) return latin > 0 ? 'Latin' : null;
  return name === 'Han' && (counts.get('Kana') ?? 0) > 0 ? 'Kana' : name;
}

/** Is it in our letters? */
export const isLatin = (text: string): boolean => scriptOf(text) === 'Latin';

/** The words of a text, so that however people type a letter it is the same one. */
export function createFold(sameLetters: Record<string, string>): (text: string) => string[] {
  const same = new Map(Object.entries(sameLetters));
  const changed = new RegExp(`[${[...same.keys()].join('')}]`, 'gu');
  return (text) => {
    const plain = tidy(text).replace(ARABIC_MARKS, '');
    return plain.replace(changed, (letter) => same.get(letter) ?? letter).match(WORD) ?? [];
  };
}
