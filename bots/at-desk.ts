import { isLater } from '../handoff/booking';
import type { AtDesk } from '../handoff/free';
import type { Presence } from '../handoff/presence';
import type { Worker } from '../handoff/types';
import type { Store } from '../store/contract';
import { readMemory } from './memory';
import { shared } from './shared';

export interface AtDeskDeps {
  store: Store;
  presence: Presence;
  workers: () => Promise<Worker[]>;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** Who is at the desk and who waits, as somebody who asks for a person is told. Many who ask at once share one look. */
export function createAtDesk({ store, presence, workers, now }: AtDeskDeps): (conversation: string) => Promise<AtDesk> {
  const look = shared(async () => {
    const [found, there, all] = await Promise.all([store.desk(['waiting', 'worker']), presence.all(), workers()]);
    const at = now();
    const people = found.map((each) => ({ ...each, memory: readMemory(each.body) }));
    const away = new Set(people.flatMap(({ memory }) => (memory.paused && memory.worker ? [memory.worker.id] : [])));
    return {
      // Whoever has stepped away has the desk open, and is not there.
      there: new Set([...there].filter((id) => !away.has(id))),
      workers: all,
      busy: new Set(people.flatMap(({ worker, memory }) => [worker ?? [], memory.company.beside?.id ?? []].flat())),
      waiting: people.filter(
        ({ owner, urgent, memory: { booked, leftBy } }) =>
          owner === 'waiting' && (urgent || leftBy !== null || !isLater(booked, at)),
      ),
    };
  });
  return async (conversation) => {
    const { waiting, ...desk } = await look();
    return { ...desk, waiting: waiting.filter(({ id }) => id !== conversation).length };
  };
}
