import type { copies, Report } from './copy';
import { servicesFromCsv } from './feeds/csv';
import type { FetchSettings } from './feeds/fetch';
import { fetchChanged } from './feeds/fetch-changed';
import { readService } from './feeds/service';
import { type Came, nextCopy } from './next-copy';
import { createSorter } from './sorting';
import type { FeedFault, Listing } from './types';
import type { DirectoryWords } from './words';

/** Where an import reads from: a feed's API, or a folder of CSV files, or services in a JSON array, by file name. */
export type From = { url: string } | { files: Record<string, string> };

export interface ImportSettings extends Omit<FetchSettings, 'tell'> {
  /** The name of the feed within the place; ids of listings begin with both. */
  feed: string;
  place: string;
  from: From;
  words: DirectoryWords;
  kept: ReturnType<typeof copies>;
  now: () => number;
  tell?: FetchSettings['tell'];
}

/** Listings read between two looks at whether there is something else to do. */
const AT_ONCE = 50;
/** More faults than these tell nobody more. */
const MOST_FAULTS = 5_000;
const SHRUNK: FeedFault = {
  service: null,
  field: 'services',
  what: 'holds far fewer services than the time before: the others stay until the next reading finds as few',
};

/**
 * Reads a feed into its copy. A feed that is away, empty or broken off takes nothing away; what it said that could not be read
 * is in the report. Throws only where the copy cannot be written.
 */
export async function importFeed(settings: ImportSettings): Promise<Report> {
  const { feed, kept, now } = settings;
  const { services, faults, ...read } = await servicesFrom(settings);
  const came = await readAll(services, faults, { ...settings, ...read });
  const last = await kept.read(feed);
  const before = kept.report(feed);
  const next = nextCopy(last, came, before);
  if (next.lines !== last) await kept.write(feed, next.lines);
  const report = {
    copied: next.lines === last ? (before?.copied ?? null) : now(),
    tried: now(),
    services: services.length,
    listings: next.lines.size,
    kept: next.kept,
    shrunk: next.shrunk,
    shallow: next.shallow,
    faults: [...(next.shrunk === null ? [] : [SHRUNK]), ...faults].slice(0, MOST_FAULTS),
  };
  kept.tell(feed, report);
  return report;
}

/** `shallow`: the ids, as the feed names them, of services that were not read whole. */
async function servicesFrom(settings: ImportSettings) {
  const { from, feed, kept, tell = () => undefined } = settings;
  if ('url' in from) return fetchChanged({ id: feed, url: from.url }, { ...settings, tell, file: kept.answers(feed) });
  const shallow = new Set<string>();
  const whole = Object.entries(from.files).filter(([name]) => name.endsWith('.json'));
  if (whole.length === 0) return { ...servicesFromCsv(from.files), shallow, complete: true };
  const faults: FeedFault[] = [];
  const services = whole.flatMap(([name, text]) => servicesIn(name, text, faults));
  return { services, faults, shallow, complete: faults.length === 0 };
}

function servicesIn(name: string, text: string, faults: FeedFault[]): unknown[] {
  try {
    const read: unknown = JSON.parse(text);
    if (Array.isArray(read)) return read;
    faults.push({ service: null, field: name, what: 'is no list of services' });
  } catch {
    faults.push({ service: null, field: name, what: 'is no JSON' });
  }
  return [];
}

/** Reads services into lines, each in its topics. `faults` takes what could not be read. */
async function readAll(
  services: unknown[],
  faults: FeedFault[],
  { feed, place, words, now, pause, shallow, complete }: ImportSettings & Pick<Came, 'shallow' | 'complete'>,
): Promise<Came> {
  const source = `${place}.${feed}`;
  const sort = createSorter(words);
  const today = new Date(now()).toISOString().slice(0, 10);
  const lines: Came['lines'] = new Map();
  for (const [at, service] of services.entries()) {
    const { listing, terms, faults: found } = readService(service, source, today);
    faults.push(...found);
    if (listing) keep(lines, sort(listing, terms));
    // What was read is not needed any more, and of fifty thousand it fills the memory.
    services[at] = null;
    if (at % AT_ONCE === 0) await pause(0);
  }
  return { lines, shallow: new Set([...shallow].map((id) => `${source}:${id}`)), complete };
}

/** Two services of one id in a list are two services: the second is kept under a name of its own. */
function keep(lines: Came['lines'], listing: Listing): void {
  const named = (id: string) => JSON.stringify({ ...listing, id });
  let id = listing.id;
  for (let n = 2; lines.has(id) && lines.get(id) !== named(id); n += 1) id = `${listing.id}~${n}`;
  lines.set(id, named(id));
}
