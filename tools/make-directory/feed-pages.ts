import type { OrukService } from './oruk';

/** Of the envelope around a page of services. */
export type Version = 1 | 3;

export interface Page {
  /** Counted from 1. */
  number: number;
  /** How many services a page has at most. */
  size: number;
  services: OrukService[];
  /** How many services there are, as the feed says. */
  total: number;
  last: boolean;
}

const USUAL_SIZE = 50;
const LARGEST_SIZE = 500;

/** The page that the query asks for. Searches and filters are not looked at, as in some real feeds. */
export function pageOf(services: OrukService[], query: URLSearchParams): Page {
  const number = countOf(query.get('page'), 1);
  const size = Math.min(countOf(query.get('per_page'), USUAL_SIZE), LARGEST_SIZE);
  const end = number * size;
  const last = end >= services.length;
  return { number, size, services: services.slice(end - size, end), total: services.length, last };
}

const countOf = (text: string | null, usual: number) =>
  text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : usual;

/** A page as it is sent. */
export function enveloped({ number, size, services, total, last }: Page, version: Version): object {
  const pages = Math.ceil(total / size);
  const first = number === 1;
  const shallow = services.map(withoutParts);
  if (version === 1)
    return { totalElements: total, totalPages: pages, number, size: shallow.length, first, last, content: shallow };
  return {
    total_items: total,
    total_pages: pages,
    page_number: number,
    size: shallow.length,
    first_page: first,
    last_page: last,
    empty: shallow.length === 0,
    contents: shallow,
  };
}

/** In lists a service has none of its parts: no hours, places, contacts or costs. */
function withoutParts({ organization: { id, name }, ...service }: OrukService): object {
  const words = Object.entries(service).filter(([, value]) => !Array.isArray(value));
  return { ...Object.fromEntries(words), organization: { id, name } };
}
