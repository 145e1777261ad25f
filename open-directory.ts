import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { askingThread } from './asking-thread';
import { copies } from './directory/copy';
import { handListed, heldDirectory } from './directory/held';
import type { Feed, Place } from './directory/place';
import type { Answer, Question, Task } from './directory/thread';
import type { Directory } from './directory/types';
import type { DirectoryWords, SearchWords } from './directory/words';
import type { Content } from './read-content';

/**
 * The help of a place. What is listed by hand is searched here; where there are copies of feeds, all of it is searched in a thread
 * of its own, and feeds are read anew when it is time.
 */
export interface OpenedDirectory {
  directory: Directory;
  /** Resolves when everything that is known at the start is searched. Until then what is listed by hand is. */
  ready: Promise<void>;
  /** Reads the feeds whose time has come, and searches in what came, by whatever process. Never throws. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

export interface DirectoryPlan {
  place: Place;
  words: DirectoryWords;
  outcodes: Content['outcodes'];
  dataDir: string;
  now: () => number;
  tell: (what: DirectoryNews, feed: string | null) => void;
}

/** `imported`: a feed was read into a new copy. `import-failed`: it was not, and the last copy stays. `loaded`: what there is now is searched. */
export type DirectoryNews = 'imported' | 'import-failed' | 'loaded' | 'load-failed' | 'thread-ended';

const THREAD = join(__dirname, 'directory', 'thread.ts');
const SCRIPTED = ['-r', 'ts-node/register', '--disable-warning=ExperimentalWarning'];
const HOUR_MS = 3_600_000;
/** A feed that was away is tried again so soon. */
const AGAIN_MS = HOUR_MS;
/** Sixty thousand services, asked for politely, take less. */
const LONGEST_IMPORT_MS = 12 * HOUR_MS;
/** Help is looked for while somebody waits, and within the time a turn may take. */
const PATIENCE_MS = 2_000;

const start = (task: Task) => new Worker(THREAD, { workerData: task, execArgv: SCRIPTED });

export function openDirectory({ place, words, outcodes, dataDir, now, tell }: DirectoryPlan): OpenedDirectory {
  const kept = copies(dataDir, place.id);
  const byHand = handListed(place, outcodes);
  const here = heldDirectory(byHand, words);
  const importer = createImporter((feed) => ({ does: 'import', feed, place: place.id, dataDir, words }));
  const tried = new Map<string, number>();
  const failed = new Set<string>();
  let search: Searching | null = null;
  let starting: Searching | null = null;
  let loaded = '';
  let loading: Promise<void> = Promise.resolve();
  let importing = false;
  let closed = false;

  /** Searches in the copies as they are now, once all of them are taken in; what was searched before is, until then. */
  const loadOnce = async () => {
    const all = kept.all();
    const next = JSON.stringify(all);
    if (closed || all.length === 0 || next === loaded) return;
    const task = { does: 'search' as const, files: all.map(({ file }) => file), byHand, words: searchWords(words) };
    const searching = startSearch(task, here, () => {
      // The next look starts it anew.
      loaded = '';
      tell('thread-ended', null);
    });
    starting = searching;
    await searching.ready;
    starting = null;
    if (closed || !searching.alive()) return searching.close();
    const before = search;
    search = searching;
    loaded = next;
    tell('loaded', null);
    await before?.close();
  };
  const load = () => {
    loading = loading.then(loadOnce).catch(() => tell('load-failed', null));
    return loading;
  };
  const isDue = ({ id, every }: Feed) => {
    const last = Math.max(tried.get(id) ?? 0, kept.report(id)?.tried ?? 0);
    return now() - last >= (failed.has(id) ? Math.min(AGAIN_MS, every * HOUR_MS) : every * HOUR_MS);
  };
  const importDue = async () => {
    for (const feed of place.feeds) {
      if (closed || !isDue(feed)) continue;
      tried.set(feed.id, now());
      const isNew = await importer.read(feed);
      if (closed) return;
      failed[isNew ? 'delete' : 'add'](feed.id);
      tell(isNew ? 'imported' : 'import-failed', feed.id);
      await load();
    }
  };
  return {
    directory: {
      find: (query, from, count) => (search?.directory ?? here).find(query, from, count),
      listings: (ids) => (search?.directory ?? here).listings(ids),
    },
    ready: load(),
    async refresh() {
      const looked = load();
      if (!importing && !closed) {
        importing = true;
        await importDue().catch(() => tell('import-failed', null));
        importing = false;
      }
      await looked;
    },
    async close() {
      closed = true;
      await Promise.all([importer.close(), starting?.close(), search?.close()]);
    },
  };
}

const searchWords = ({ same, days }: DirectoryWords): SearchWords => ({ same, days });

/** Imports one feed after the other, each in a thread of its own. */
function createImporter(taskOf: (feed: Feed) => Task) {
  let thread: Worker | null = null;
  return {
    /** Whether there is a new copy. */
    read: (feed: Feed) =>
      new Promise<boolean>((done) => {
        let isNew = false;
        const reading = start(taskOf(feed));
        const late = setTimeout(() => void reading.terminate(), LONGEST_IMPORT_MS).unref();
        thread = reading;
        reading.on('message', (told: { imported: boolean }) => {
          isNew = told.imported;
        });
        // An error ends it, and without a message there is no new copy.
        reading.on('error', () => undefined);
        reading.on('exit', () => {
          clearTimeout(late);
          done(isNew);
        });
      }),
    close: async () => void (await thread?.terminate()),
  };
}

interface Searching {
  directory: Directory;
  ready: Promise<void>;
  alive(): boolean;
  close(): Promise<void>;
}

/** A thread that searches. Should it end or be too slow, what is listed by hand is searched here. */
function startSearch(task: Extract<Task, { does: 'search' }>, here: Directory, ended: () => void): Searching {
  const { ask, ready, alive, close } = askingThread<Question, Answer>(start(task), { patienceMs: PATIENCE_MS, ended });
  const directory: Directory = {
    async find(query, from, count) {
      const told = await ask({ query, from, count });
      if (told && 'found' in told) return { ...told.found, isWhole: true };
      return { ...(await here.find(query, from, count)), isWhole: false };
    },
    async listings(ids) {
      const told = await ask({ ids });
      return told && 'listings' in told ? told.listings : here.listings(ids);
    },
  };
  return { directory, ready, alive, close };
}
