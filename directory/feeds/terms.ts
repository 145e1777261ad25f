import { asCode } from '../codes';
import type { Term } from '../types';
import { isObject } from './part';
import { oneLine } from './plain';

const LISTS = new Set([
  'attributes',
  'taxonomy_terms',
  'taxonomies',
  'service_taxonomys',
  'service_taxonomies',
  'link_taxonomies',
  'suitabilities',
  'send_needs',
]);
const INSIDE = ['taxonomy_term', 'taxonomy'];
const DEEPEST = 8;
const MOST = 100;
const LONGEST = 200;

/** The owner's own terms, wherever in a service they are given, each once. */
export function readTerms(service: unknown): Term[] {
  const terms = found(service, 0).filter(({ name, codes }) => name !== '' || codes.length > 0);
  return [...new Map(terms.map((term) => [JSON.stringify(term), term])).values()].slice(0, MOST);
}

/** Their names, each once. */
export const namesOf = (terms: Term[]): string[] => [...new Set(terms.map(({ name }) => name).filter(Boolean))];

function found(value: unknown, depth: number): Term[] {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each) => found(each, depth + 1));
  return Object.entries(value).flatMap(([key, held]) => [
    ...(LISTS.has(key) && Array.isArray(held) ? held.flatMap(termOf) : []),
    ...found(held, depth + 1),
  ]);
}

/** `{"taxonomy_term": {"name": "Debt"}}`, `{"taxonomy": {"name": "Debt"}}`, `{"name": "Debt"}` or `"Debt"`. */
function termOf(entry: unknown): Term[] {
  if (typeof entry === 'string') return [{ name: short(entry), codes: [] }];
  if (!isObject(entry)) return [];
  const term = INSIDE.map((key) => entry[key]).find(isObject) ?? entry;
  return [{ name: firstOf(term.name, term.term), codes: codesOf(term) }];
}

/** Its address, and its number with the name of the list: a number alone means another thing in another directory. */
function codesOf(term: Record<string, unknown>): string[] {
  const { term_uri, uri, code, id, vocabulary, taxonomy, taxonomy_detail: detail } = term;
  const list = firstOf(vocabulary, taxonomy, isObject(detail) && detail.name);
  const numbers = [code, id].map((number) => firstOf(number)).filter(Boolean);
  const named = numbers.map((number) => (number.includes(':') ? number : list && `${list}:${number}`));
  return [...new Set([firstOf(term_uri, uri), ...named].map(asCode).filter(Boolean))];
}

/** The first of these that is words or a number. */
function firstOf(...values: unknown[]): string {
  const said = values.find((value) => (typeof value === 'string' && value !== '') || typeof value === 'number');
  return said === undefined ? '' : short(String(said));
}

const short = (words: string) => oneLine(words.slice(0, LONGEST));
