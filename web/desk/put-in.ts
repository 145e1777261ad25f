import type { Found } from './shared/found';

/** Part of a text, and what comes in its place. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

const ARTICLE = /(?<![\p{L}\p{N}'’])(an?|the)\s+$/iu;
/** Words that an article cannot stand before. */
const OWN_START =
  /^(?:an?|the|your?|our|my|we|they|what|how|who|when|where|whether|someone|somebody|anyone|everyone|with|not|just|is|can)(?![\p{L}\p{N}])/iu;
const VOWEL = /^[aeiou]/i;
const SENTENCE_START = /(?:^|[.!?]["'”’)\]]{0,3}\s+|\n\s*)$/u;

/**
 * How plain words come in the place of those that were found: with the article that fits them, or none where they have their
 * own ("an assessment", "a first look"), and with a capital at the start of a sentence.
 */
export function putIn(text: string, { from, to }: Found, instead: string): Edit {
  const article = ARTICLE.exec(text.slice(0, from));
  const start = article ? article.index : from;
  const words = article ? withArticle(article[1] ?? '', instead) : instead;
  const capital = SENTENCE_START.test(text.slice(0, start));
  return { from: start, to, text: capital ? words.charAt(0).toUpperCase() + words.slice(1) : words };
}

function withArticle(article: string, instead: string): string {
  if (OWN_START.test(instead)) return instead;
  if (article.toLowerCase() === 'the') return `the ${instead}`;
  return `${VOWEL.test(instead) ? 'an' : 'a'} ${instead}`;
}
