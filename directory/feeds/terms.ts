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

/** The names of the owner's own terms, wherever in a service they are given, each once. */
export function readTerms(service: unknown): string[] {
  const names = found(service, 0).map((name) => oneLine(name.slice(0, LONGEST)));
  return [...new Set(names.filter(Boolean))].slice(0, MOST);
}

function found(value: unknown, depth: number): string[] {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each) => found(each, depth + 1));
  return Object.entries(value).flatMap(([key, held]) => [
    ...(LISTS.has(key) && Array.isArray(held) ? held.flatMap(nameOf) : []),
    ...found(held, depth + 1),
  ]);
}

/** `{"taxonomy_term": {"name": "Debt"}}`, `{"taxonomy": {"name": "Debt"}}`, `{"name": "Debt"}` or `"Debt"`. */
function nameOf(entry: unknown): string[] {
  if (typeof entry === 'string') return [entry];
  if (!isObject(entry)) return [];
  const term = INSIDE.map((key) => entry[key]).find(isObject) ?? entry;
  return [term.name, term.term].filter((name) => typeof name === 'string').slice(0, 1);
}
