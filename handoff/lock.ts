import type { Records } from '../store/contract';
import { UnavailableError } from '../store/errors';

/** Longer than any change takes. Whoever died over one is waited for no longer than this. */
export const LOCK_MS = 30_000;

export type Lock = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Does one piece of work at a time: those of this process in their order, and of two processes one, while the other is told
 * to try again. @throws UnavailableError then, and whatever the work throws.
 */
export function createLock(records: Records, now: () => number, name: string): Lock {
  let last: Promise<unknown> = Promise.resolve();

  async function alone<T>(work: () => Promise<T>): Promise<T> {
    const until = now() + LOCK_MS;
    if (!(await records.add('lock', name, '', until, now()))) throw new UnavailableError(new Error('locked'));
    try {
      return await work();
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
