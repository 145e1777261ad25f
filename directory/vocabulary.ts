import { distance } from 'fastest-levenshtein';

/** A shorter word is too easily taken for another. */
const FEWEST_LETTERS = 4;
/** Of so many letters one may be wrong, of twice as many two. */
const LETTERS_A_SLIP = 4;
/** A misspelt word may stand for so many. */
const MOST = 3;
/** Nobody needs more words, or longer ones, to say what they look for: a text that has them must not keep others waiting. */
const MOST_WORDS = 20;
const MOST_LETTERS = 40;
const MOST_MISSPELT = 8;

/** The words that listings have, and what words are meant that none of them has. */
export function createVocabulary() {
  const counts = new Map<string, number>();
  const byLetter = new Map<string, string[]>();
  const into = (letter: string) => {
    const words = byLetter.get(letter) ?? [];
    byLetter.set(letter, words);
    return words;
  };
  const closest = (word: string): string[] => {
    const most = Math.floor(word.length / LETTERS_A_SLIP);
    return (byLetter.get(word.charAt(0)) ?? [])
      .filter((known) => Math.abs(known.length - word.length) <= most)
      .map((known) => ({ known, slips: distance(known, word) }))
      .filter(({ slips }) => slips <= most)
      .sort((a, b) => a.slips - b.slips || count(b.known) - count(a.known))
      .slice(0, MOST)
      .map(({ known }) => known);
  };
  const beginningWith = (word: string): string[] =>
    (byLetter.get(word.charAt(0)) ?? []).filter((known) => known.startsWith(word)).slice(0, MOST);
  const count = (word: string) => counts.get(word) ?? 0;
  return {
    add(word: string): string {
      if (!counts.has(word)) into(word.charAt(0)).push(word);
      counts.set(word, count(word) + 1);
      return word;
    },
    /** How often a word stands in a part of a listing. */
    count,
    /**
     * Each word itself where a listing has it, or is too short to tell; else those that begin with it, or are spelt much like
     * it. Only the first 20 words of up to 40 letters are looked at, and only for 8 of them what is spelt like them.
     */
    meant(words: string[]): string[] {
      let misspelt = 0;
      const looked = words.filter(({ length }) => length <= MOST_LETTERS).slice(0, MOST_WORDS);
      return looked.flatMap((word) => {
        if (counts.has(word) || word.length < FEWEST_LETTERS) return [word];
        const begun = beginningWith(word);
        if (begun.length > 0) return begun;
        misspelt += 1;
        return misspelt > MOST_MISSPELT ? [] : closest(word);
      });
    },
  };
}
