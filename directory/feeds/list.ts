import type { FeedFault } from '../types';
import type { Answer } from './ask';
import type { Get } from './get';
import { type Page, readPage } from './page';
import { idOf } from './part';

export interface ListSettings {
  get: Get;
  /** The address of a page of the list; the first is 1. */
  address: (page: number) => string;
  pause: (ms: number) => Promise<void>;
  tell: (fault: FeedFault) => void;
  /** Told how many services are known, after each page. */
  listed: (services: number) => void;
  signal: AbortSignal | undefined;
}

const MOST_SERVICES = 60_000;
const MOST_PAGES = 2_000;
/** When so many pages fail in a row, the feed is taken to be away. */
const MOST_FAILURES = 3;
const REST_MS = 5_000;

/**
 * The services of a paged list, each id once. It ends with a page that is empty, brings nothing new or is called the last;
 * totals do not count. `complete`: no page failed, none was left out, and it ends as a whole list does.
 */
export async function readList(settings: ListSettings): Promise<{ services: unknown[]; complete: boolean }> {
  const { get, address, pause, tell, listed, signal } = settings;
  const services: unknown[] = [];
  const ids = new Set<string>();
  let complete = true;
  let failures = 0;
  let before: Page | null = null;

  for (let number = 1; number <= MOST_PAGES && services.length < MOST_SERVICES; number += 1) {
    if (signal?.aborted) return { services, complete: false };
    const page = pageIn(await get(address(number)), before);
    if ('what' in page) {
      tell({ service: null, field: `services?page=${number}`, what: page.what });
      complete = false;
      failures += 1;
      if (failures === MOST_FAILURES) return { services, complete };
      await pause(REST_MS);
      continue;
    }
    failures = 0;
    const known = ids.size;
    addNew(page.items, services, ids, tell);
    listed(services.length);
    const end = endAt(page, before, ids.size > known);
    if (end !== null) {
      if (!complete) return { services, complete };
      if (end.broken !== null) tell({ service: null, field: `services?page=${number}`, what: end.broken });
      else tellOfTotal((page.items.length > 0 ? page : before)?.said ?? null, services.length, tell);
      return { services, complete: end.broken === null };
    }
    before = page;
  }
  tell({ service: null, field: 'services', what: 'does not come to an end: the rest is left out' });
  return { services, complete: false };
}

/** Whether the list ends with this page; `broken`: why there may well be more of it. Null: it goes on. */
function endAt(page: Page, before: Page | null, isNew: boolean): { broken: string | null } | null {
  if (page.items.length === 0) {
    return { broken: before?.isLast === false ? 'is empty, though the page before was not the last' : null };
  }
  if (page.isLast) return { broken: null };
  return isNew ? null : { broken: 'brings nothing new, though it is not called the last' };
}

/** Some feeds have no page after the last, unless they said that there is one. */
function pageIn(answer: Answer, before: Page | null): Page | { what: string } {
  if (answer.status === 'ok') return readPage(answer.body) ?? { what: 'is no list of services' };
  if (answer.status === 'same') return { what: 'is said to be as before, which nobody asked' };
  const isEnd = answer.missing && before !== null && before.isLast !== false;
  return isEnd ? { items: [], isLast: true, said: before.said } : { what: answer.what };
}

/** What moved to the next page while the list was read is no mistake; what stands twice on one page is. */
function addNew(items: unknown[], services: unknown[], ids: Set<string>, tell: ListSettings['tell']): void {
  const onPage = new Set<string>();
  for (const item of items) {
    if (services.length >= MOST_SERVICES) return;
    const id = idOf(item);
    if (id !== null && onPage.has(id)) {
      tell({ service: id, field: 'id', what: 'stands twice on one page: the first is used' });
    }
    if (id === null || !ids.has(id)) services.push(item);
    if (id === null) continue;
    onPage.add(id);
    ids.add(id);
  }
}

function tellOfTotal(said: number | null, read: number, tell: ListSettings['tell']): void {
  if (said === null || said === read) return;
  tell({ service: null, field: 'services', what: 'says that it holds another number of services than it does' });
}
