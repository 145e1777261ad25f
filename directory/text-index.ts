import MiniSearch from 'minisearch';

import { isEmpty, phraseFinder, singular, tellingWords, wordsOf } from './text';
import type { Listing } from './types';
import { createVocabulary } from './vocabulary';
import type { SearchWords } from './words';

/** So much of a description says what it is; the rest is conditions and contacts. */
const READ = 400;
const FIELDS = ['name', 'terms', 'rest', 'when'];
const BOOST = { name: 2, terms: 3, when: 0.5 };
/** What has so many of the words asked for fits as well as what has all of them; what has none but one, half as well. */
const ENOUGH_WORDS = 4;

/** Found for those who ask for it by this word. */
const FREE = 'free';

/** A word that stands in such a part of the listings tells little; of a short list every word may. */
const COMMON = 0.05;
const FEW = 50;

/** Finds listings by words, as people write them. */
export interface TextIndex {
  /** Takes one more in; its place is the number of those before it. */
  add(listing: Listing): void;
  /** How well each listing fits, from 0 to 1, by its place. Those that do not fit are left out. */
  scores(text: string): Map<number, number>;
}

export function createTextIndex({ same, days }: SearchWords): TextIndex {
  const vocabulary = createVocabulary();
  let size = 0;
  const index = new MiniSearch<{ id: number; name: string; terms: string; rest: string; when: string }>({
    fields: FIELDS,
    tokenize: wordsOf,
    processTerm: (term) => (isEmpty(term) ? null : vocabulary.add(singular(term))),
  });
  const findSame = phraseFinder(same.flat());
  const sameAs = (text: string) => {
    const said = findSame(text);
    return same.filter((words) => words.some((word) => said.has(word))).flat();
  };
  /** Without the words that stand in many listings, unless there are no others: they tell little, and take long to find. */
  const telling = (words: string[]) => {
    const rare = words.filter((word) => vocabulary.count(word) <= Math.max(FEW, size * COMMON));
    return rare.length > 0 ? rare : words;
  };
  return {
    add({ name, terms, what, who, by, openings, cost }) {
      const rest = [what.slice(0, READ), (who ?? '').slice(0, READ), by ?? ''].join(' ');
      const on = openings.flatMap((opening) => opening.days.map((day) => days[day]));
      const when = [...on, cost.free ? FREE : ''].join(' ');
      index.add({ id: size++, name, terms: terms.join(' '), rest, when });
    },
    scores(text) {
      // Only what somebody wrote may be misspelt: words from a list are as they should be.
      const asked = telling(vocabulary.meant(tellingWords(text)));
      const alike = telling(tellingWords(sameAs(text).join(' ')));
      const found = index.search([...new Set([...asked, ...alike])].join(' '), {
        boost: BOOST,
        processTerm: (term) => term,
      });
      const best = found[0]?.score ?? 1;
      const enough = Math.min(ENOUGH_WORDS, asked.length);
      const share = (words: number) => Math.min(1, words / enough);
      return new Map(
        found.map(({ id, score, queryTerms }) => [id as number, (score / best) * (1 + share(queryTerms.length)) * 0.5]),
      );
    },
  };
}
