import type { Records } from '../store/contract';
import { UnavailableError } from '../store/errors';

/** Longer than a change should take. Whoever died over one is waited for no longer than this. */
export const LOCK_MS = 30_000;

/** For work to ask right before it writes: somebody else may be at theirs by then. @throws UnavailableError when it ran out. */
export type Held = () => void;

export type Lock = <T>(work: (held: Held) => Promise<T>) => Promise<T>;

/**
 * Does one piece of work at a time: those of this process in their order, and of two processes one, while the other is told
 * to try again. @throws UnavailableError then, and whatever the work throws.
 */
export function createLock(records: Records, now: () => number, name: string): Lock {
  let last: Promise<unknown> = Promise.resolve();

  async function alone<T>(work: (held: Held) => Promise<T>): Promise<T> {
    const until = now() + LOCK_MS;
    if (!(await records.add('lock', name, '', until, now()))) throw new UnavailableError(new Error('locked'));
    const held = (): void => {
      if (now() >= until) throw new UnavailableError(new Error('the lock ran out'));
    };
    try {
      return await work(held);
    } finally {
      // One that ran out may be somebody else's by now; one that cannot be given back runs out.
      if (now() < until) await records.remove('lock', name).catch(() => undefined);
    }
  }

  return (work) => {
    const mine = last.then(() => alone(work));
    last = mine.catch(() => undefined);
    return mine;
  };
}
