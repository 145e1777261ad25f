import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { copies, listingsIn, openCopy } from './copy';
import { createGet } from './feeds/get';
import { importFeed } from './import';
import { emptySearch } from './search';
import type { Found, Listing, Query } from './types';
import type { DirectoryWords, SearchWords } from './words';

/** What the thread is started for: to search in copies and what is listed by hand, or to read one feed and end. */
export type Task =
  | { does: 'search'; files: string[]; byHand: Listing[]; words: SearchWords }
  | { does: 'import'; feed: { id: string; url: string }; place: string; dataDir: string; words: DirectoryWords };

export type Question = { query: Query; from: number; count: number } | { ids: string[] };
export type Answer = { found: { found: Found[]; total: number } } | { listings: Listing[] };

/** What the thread tells: an answer, that it is ready, or that the import is done. */
export type Told = ({ id: number } & Answer) | { ready: true } | { imported: boolean };

const tell = (told: Told) => parentPort?.postMessage(told);
const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

async function search({ files, byHand, words }: Extract<Task, { does: 'search' }>): Promise<void> {
  const held = emptySearch(words);
  for (const listing of byHand) held.add(listing);
  for (const file of files) await takeIn(file, held.add);
  giveBack();
  parentPort?.on('message', (asked: Question & { id: number }) => {
    if ('ids' in asked) tell({ id: asked.id, listings: held.listings(asked.ids) });
    else tell({ id: asked.id, found: held.find(asked.query, asked.from, asked.count) });
  });
  tell({ ready: true });
}

/** Fifty thousand listings as text are 80 MB: what is shown of a copy is read in it. */
async function takeIn(file: string, add: ReturnType<typeof emptySearch>['add']): Promise<void> {
  if (!existsSync(file)) return;
  const readAgain = openCopy(file);
  for await (const lying of listingsIn(file))
    try {
      add(lying.listing, readAgain(lying));
    } catch {
      // Of another version of Natter: it comes anew with the next import.
    }
}

/** Taking in leaves as much to throw away as it keeps, and V8 would leave it lying while nothing more is done. */
function giveBack(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}

async function read({ feed, place, dataDir, words }: Extract<Task, { does: 'import' }>): Promise<void> {
  const get = createGet({ origin: feed.url, pause, random: Math.random });
  const { copied, tried } = await importFeed({
    feed: feed.id,
    place,
    from: { url: feed.url },
    words,
    kept: copies(dataDir, place),
    now: Date.now,
    get,
    pause,
  });
  tell({ imported: copied === tried });
}

const task = workerData as Task;
void (task.does === 'search' ? search(task) : read(task));
