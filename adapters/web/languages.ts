import type { Request } from 'restify';
import { queryOf } from '../http';
import type { PageLanguage, WebDeps } from './types';
import { forPlace, type PageWords } from './words';

/** The page in one language: its words, and the links to the others. */
export interface PageIn {
  words: PageWords;
  /** Null where none was asked for: then it is the first. */
  language: string | null;
  others: Pick<PageLanguage, 'code' | 'own'>[];
}

/** Tells which language a page is asked for in, by `/?language=cy`. No cookie remembers it: it is in the address. */
export function createPageLanguages({ words, languages = [], placeName }: WebDeps): (req: Request) => PageIn {
  const first = { words: forPlace(words, placeName), others: languages.slice(1) };
  const pages = new Map(
    languages.map(({ code, words }) => [
      code,
      { words: forPlace(words, placeName), language: code, others: languages.filter((each) => each.code !== code) },
    ]),
  );
  return (req) => pages.get(queryOf(req).get('language') ?? '') ?? { ...first, language: null };
}
