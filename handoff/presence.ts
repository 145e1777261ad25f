import type { Records } from '../store/contract';
import { PATIENCE, type Patience } from './patience';

const KIND = 'present';

/** Which workers are there: the desk is open on a page of theirs, or they do something. */
export interface Presence {
  /** This worker is there now. May be said as often as one likes: it is written down once in a while. */
  renew(worker: string): Promise<void>;
  /** They went, and said so. */
  end(worker: string): Promise<void>;
  seen(worker: string): Promise<boolean>;
  /** The ids of all who are there. */
  all(): Promise<ReadonlySet<string>>;
}

export interface PresenceDeps {
  records: Records;
  /** Milliseconds since 1970. */
  now: () => number;
  patience?: Partial<Patience>;
}

/**
 * One record a worker, which runs out by itself: nobody has to notice that a process was killed or a laptop closed. Any
 * process may renew it. Where a worker signs out of one and has the desk open in another, that one renews it soon.
 */
export function createPresence({ records, now, patience = {} }: PresenceDeps): Presence {
  const { presentMs, renewMs } = { ...PATIENCE, ...patience };
  /** When this process last wrote it down. */
  const written = new Map<string, number>();

  return {
    async renew(worker) {
      const at = now();
      const before = written.get(worker);
      // A clock that was set back must not keep us from writing.
      if (before !== undefined && at >= before && at - before < renewMs) return;
      written.set(worker, at);
      try {
        await records.put(KIND, worker, '', at + presentMs);
      } catch (error) {
        written.delete(worker);
        throw error;
      }
    },
    async end(worker) {
      written.delete(worker);
      await records.remove(KIND, worker);
    },
    seen: async (worker) => (await records.get(KIND, worker, now())) !== null,
    all: async () => new Set((await records.list(KIND, now())).map(({ key }) => key)),
  };
}
