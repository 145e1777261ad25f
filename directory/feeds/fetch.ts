import type { FeedFault } from '../types';
import { addressUnder, feedAddress } from './address';
import { readDetails } from './details';
import type { Get } from './get';
import { readList } from './list';

export interface FetchSettings {
  get: Get;
  /** Waits so many ms. */
  pause: (ms: number) => Promise<void>;
  /** Told as it goes on: how many services are known, and how many of them are read. */
  tell: (progress: { listed: number; read: number }) => void;
  /** Stops it: what was read until then comes back. */
  signal?: AbortSignal;
}

const PER_PAGE = 50;

/**
 * Every service of a feed, raw: its list page by page, then each service at its own address. Whatever goes wrong is a fault,
 * and never thrown. Only of a `complete` one does it mean anything that a service is not in it. `shallow`: the ids, as the feed
 * names them, of services that were not read whole. `asked`: nothing in it was left unasked.
 */
export async function fetchFeed(
  feed: { id: string; url: string },
  { get, pause, tell, signal }: FetchSettings,
): Promise<{ services: unknown[]; faults: FeedFault[]; shallow: Set<string>; complete: boolean; asked: boolean }> {
  const base = feedAddress(feed.url);
  const faults: FeedFault[] = [];
  const shared = { get, tell: (fault: FeedFault) => void faults.push(fault), signal };
  const list = await readList({
    ...shared,
    pause,
    address: (page) => addressUnder(base, `services?page=${page}&per_page=${PER_PAGE}`).href,
    listed: (listed) => tell({ listed, read: 0 }),
  });
  const { services, shallow, asked } = await readDetails(list.services, {
    ...shared,
    address: (id) => addressUnder(base, `services/${encodeURIComponent(id)}`).href,
    read: (read) => tell({ listed: list.services.length, read }),
  });
  tell({ listed: list.services.length, read: services.length });
  const complete = list.complete && !signal?.aborted;
  return { services, faults, shallow, complete, asked: complete && asked };
}
