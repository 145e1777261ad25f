/** Without accents and apostrophes, which people leave out: "café" and "men's" are "cafe" and "mens". */
const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase();

/** The words of a text, in small letters. */
export const wordsOf = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** A word without its plural: "classes" and "class" are looked for as one. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return word;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('ies') && word.length > 4 ? `${word.slice(0, -3)}y` : word.replace(/(?<=[^us])s$/, '');
}

/** Words that tell nothing about what somebody looks for, without their apostrophes. */
const EMPTY = new Set(
  `a about after again all am an and any anybody anyone anything anywhere are as at be because been but by can cant could did do does dont ever for from get go going good got
  had has have he help her here him his how i if im in is it its just know like look looking make me more my near need no not of off on one only or other
  our out over people place please really she since so some somebody someone somewhere something take than that the their them then there they this to too up
  us very want was we what when where while who why with would you your youre ive ill im id`.split(/\s+/),
);

export const isEmpty = (word: string): boolean => EMPTY.has(word);

/** The different words of a text that tell something, without their plurals. */
export const tellingWords = (text: string): string[] => [
  ...new Set(
    wordsOf(text)
      .filter((word) => !isEmpty(word))
      .map(singular),
  ),
];

/** A place in a text where phrases stand: `at` which word they begin, and how many words they are. */
export interface PhrasePlace {
  at: number;
  length: number;
  phrases: string[];
}

/**
 * Finds where these phrases stand among the words of a text, as whole words, in their plain or their plural form. Told as they
 * were given. Where two overlap the longer counts: "hearing voices" is no "hearing".
 */
export function phrasePlaces(phrases: Iterable<string>): (said: string[]) => PhrasePlace[] {
  const byFirst = new Map<string, { words: string[]; phrase: string }[]>();
  for (const phrase of phrases) {
    const words = wordsOf(phrase).map(singular);
    const first = words[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, phrase }]);
  }
  return (words) => {
    const said = words.map(singular);
    const places: PhrasePlace[] = [];
    for (let at = 0; at < said.length; ) {
      const here = (byFirst.get(said[at] ?? '') ?? []).filter(({ words }) =>
        words.every((word, i) => said[at + i] === word),
      );
      const length = Math.max(1, ...here.map(({ words }) => words.length));
      const longest = here.filter(({ words }) => words.length === length).map(({ phrase }) => phrase);
      if (longest.length > 0) places.push({ at, length, phrases: longest });
      at += length;
    }
    return places;
  };
}

/** Finds each of these phrases once in a text. */
export function phraseFinder(phrases: Iterable<string>): (text: string) => Set<string> {
  const placesIn = phrasePlaces(phrases);
  return (text) => new Set(placesIn(wordsOf(text)).flatMap((place) => place.phrases));
}
