import type { Found } from './found';
import { type FoundJargon, type Jargon, jargonIn, withoutNamed } from './jargon';
import { unexplainedLetters } from './letters';
import { countWords, LONGEST_SENTENCE, sentencesIn } from './sentences';

/** What a language's texts are held against. */
export interface PlainWords {
  jargon: readonly Jargon[];
  /** Letters that everybody knows. */
  letters: ReadonlySet<string>;
}

/** What stands in a text that could be plainer. */
export interface NotPlain {
  jargon: FoundJargon[];
  /** Letters nobody has explained, each once. */
  letters: Found[];
  longSentences: (Found & { count: number })[];
}

/** Finds what is not plain in a text, and where. */
export function notPlain(text: string, { jargon, letters }: PlainWords): NotPlain {
  const used = withoutNamed(text);
  const found = jargonIn(used, jargon);
  return {
    jargon: found,
    letters: unexplainedLetters(used, letters).filter(({ words }) => !found.some((each) => each.words.includes(words))),
    longSentences: sentencesIn(text)
      .map((sentence) => ({ ...sentence, count: countWords(sentence.words) }))
      .filter(({ count }) => count > LONGEST_SENTENCE),
  };
}
