import type { Store } from '../../store/contract';
import { UnavailableError } from '../../store/errors';
import { pause } from './contract/given';

/** What the line does to one call. `refused`: nothing was done. `lost`: it was done, and the answer got lost. */
export interface Trouble {
  waitMs: number;
  fate: 'answered' | 'refused' | 'lost';
}

/** A store at the end of a bad line. `trouble` is asked before each call; one to the records has a name like `records.take`. */
export function flaky(store: Store, trouble: (call: string) => Trouble): Store {
  const troubled = (call: Call, name: string): Call => {
    // Nothing is asked over the line: two only listen, one hangs up. A hint may get lost, so nobody insists on it.
    if (['watch', 'watchHints', 'hint', 'close'].includes(name)) return call;
    return (...args) => send(trouble(name), () => call(...args));
  };
  return {
    ...around(store, troubled),
    records: around(store.records, (call, name) => troubled(call, `records.${name}`)),
  };
}

async function send({ waitMs, fate }: Trouble, call: () => unknown): Promise<unknown> {
  if (waitMs > 0) await pause(waitMs);
  if (fate === 'refused') throw new UnavailableError('refused');
  // A refusal of the store is an answer too, and gets lost like any other.
  const [answer] = await Promise.allSettled([call()]);
  if (fate === 'lost') throw new UnavailableError('lost');
  if (answer.status === 'rejected') throw answer.reason;
  return answer.value;
}

/**
 * Calls whose answer is the thing itself: the right to a turn, the rows to send, the ticket, the count. Once lost nobody has
 * it, and asking again does not bring it back. So no answer of theirs gets lost at random; flaky.test.ts shows for each what
 * comes of it.
 */
const TOLD_ONCE = new Set(['take', 'outbox', 'expire', 'records.take']);

const SLOW = 0.2;
const SLOWEST_MS = 4;
const REFUSED = 0.12;
const LOST = 0.12;

/** How much trouble there was. */
export type Seen = Record<Trouble['fate'] | 'slow', number>;

/** Trouble at random, the same for the same seed. Counts into `seen`. */
export function atRandom(seed: number, seen: Seen): (call: string) => Trouble {
  const random = numbers(seed);
  return (call) => {
    const waitMs = random() < SLOW ? random() * SLOWEST_MS : 0;
    const dice = random();
    const lost = dice < REFUSED + LOST && !TOLD_ONCE.has(call);
    const fate = dice < REFUSED ? 'refused' : lost ? 'lost' : 'answered';
    seen[fate] += 1;
    if (waitMs > 0) seen.slow += 1;
    return { waitMs, fate };
  };
}

/** Loses the answer to the first such call, and to no other. */
export function losing(name: string): (call: string) => Trouble {
  let left = 1;
  return (call) => {
    if (call === name) left -= 1;
    return { waitMs: 0, fate: call === name && left === 0 ? 'lost' : 'answered' };
  };
}

/** Numbers from 0 to 1, the same ones for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export type Call = (...args: unknown[]) => unknown;

/** The same object with something around each of its methods. */
export function around<T extends object>(target: T, wrap: (call: Call, name: string) => Call): T {
  const parts = Object.entries(target).map(([name, part]) => [
    name,
    typeof part === 'function' ? wrap(part as Call, name) : part,
  ]);
  return Object.fromEntries(parts);
}
