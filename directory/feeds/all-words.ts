import { isObject } from './part';
import { oneLine } from './plain';

/** What a term means is said of the term, not of the service that has it. */
const OF_TERMS = ['taxonomy', 'taxonomy_term', 'taxonomy_detail'];
/** The address of a page or of a mailbox. */
const LINK = /^\S+[./@]\S+$/;
const DEEPEST = 12;

/** Everything that is said anywhere in a service, each text on one line and without markup. */
export function allWords(service: Record<string, unknown>): string[] {
  return wordsIn(service, 0);
}

function wordsIn(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return LINK.test(value) ? [] : [oneLine(value)];
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((each) => wordsIn(each, depth + 1));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, held]) => (OF_TERMS.includes(key) ? [] : wordsIn(held, depth + 1)));
}
