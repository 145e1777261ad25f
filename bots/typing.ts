import { mayWrite } from '../handoff/ownership';
import type { DeskResult, Worker } from '../handoff/types';
import type { Conversation, Hint, Store } from '../store/contract';
import { type Memory, readMemory } from './memory';

/** Hints that come sooner after one that was passed on are dropped: pages send one every three seconds. */
export const HINT_MS = 2_000;
/** Only there anybody sees it. Elsewhere a hint would be a message. */
const CHANNEL = 'web';

/** That somebody is writing: who, never what. It is no turn, and nothing of it is kept. */
export interface Typing {
  /** The person writes. Ignored unless a worker has them. Never throws: what cannot be told is lost. */
  person(conversation: string): Promise<void>;
  /** A worker writes; refused as their message would be. */
  worker(conversation: string, worker: Worker): Promise<DeskResult>;
  /** Hears of people who write, with the ids of the workers who are with them. Returns how to stop. */
  watchPeople(listener: (conversation: string, workers: string[]) => void): () => void;
  /** Hears of workers who write. `name`: the first name, null when they are not with that person any more. */
  watchWorkers(listener: (conversation: string, name: () => Promise<string | null>) => void): () => void;
}

interface Talking extends Pick<Conversation, 'channel' | 'owner' | 'worker' | 'waitingSince'> {
  memory: Memory;
}

/** @param now milliseconds since 1970. */
export function createTyping(store: Store, now: () => number): Typing {
  const due = atMostEvery(HINT_MS, now);

  /** Null where nothing was said yet. */
  async function found(id: string): Promise<Talking | null> {
    const { conversation } = await store.load(id);
    return conversation && { ...conversation, memory: readMemory(conversation.body) };
  }

  const passOn = (hint: Hint): Promise<void> => store.hint(hint).catch(() => undefined);
  const ifAny = (id: string): Promise<Talking | null> => found(id).catch(() => null);

  return {
    async person(conversation) {
      // Before anything is looked up: whoever opened the page may call this as often as they like.
      if (!due(conversation)) return;
      if (withThem(await ifAny(conversation)).length > 0) await passOn({ conversation, worker: null });
    },
    async worker(conversation, { id }) {
      const talking = await found(conversation);
      if (!talking) return { ok: false, why: 'gone' };
      const { memory, channel } = talking;
      const may = mayWrite(talking, id, memory.company.beside?.id);
      if (!may.ok) return may;
      if (memory.stopped) return { ok: false, why: 'stopped' };
      if (channel === CHANNEL && due(`${conversation} ${id}`)) await passOn({ conversation, worker: id });
      return { ok: true };
    },
    watchPeople: (listener) =>
      store.watchHints(async ({ conversation, worker }) => {
        if (worker !== null) return;
        const workers = withThem(await ifAny(conversation)).map(({ id }) => id);
        if (workers.length > 0) listener(conversation, workers);
      }),
    watchWorkers: (listener) =>
      store.watchHints(({ conversation, worker }) => {
        if (worker === null) return;
        listener(conversation, async () => {
          const writer = withThem(await ifAny(conversation)).find(({ id }) => id === worker);
          return writer?.name ?? null;
        });
      }),
  };
}

/** The workers who are with somebody on the web, of whom there are two at most. */
function withThem(talking: Talking | null) {
  if (talking?.owner !== 'worker' || talking.channel !== CHANNEL) return [];
  const { worker, company } = talking.memory;
  return [worker, company.beside].filter((one) => one !== null);
}

/** True for each key no more often than that. A key is forgotten as soon as its time is over. */
function atMostEvery(ms: number, now: () => number): (key: string) => boolean {
  /** The oldest first. */
  const last = new Map<string, number>();
  return (key) => {
    const at = now();
    for (const [each, since] of last) {
      // A clock that was set back must not keep anybody from being heard.
      if (at >= since && at - since < ms) break;
      last.delete(each);
    }
    if (last.has(key)) return false;
    last.set(key, at);
    return true;
  };
}
