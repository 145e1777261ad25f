import { UnavailableError } from '../errors';
import type { Redis } from './call';
import { indexKey, keyOf } from './keys';
import { SCRIPTS, type Script } from './scripts';

/** Which conversations something has to be done for, by when. `desk:` and an owner: by place in the queue. */
export type Index = 'inbox' | 'timers' | 'reply' | 'reminder' | 'expiry' | `desk:${string}`;

/** A conversation that an index names. The index may be wrong: only the conversation's own keys tell. */
export interface Candidate {
  id: string;
  stamp: string;
}

/** The earliest that each index may have to look at a conversation. */
export type Wanted = ReadonlyMap<Index, number>;

/** What a script came to, and what it hands back. */
export interface Reply {
  outcome: string;
  rest: unknown[];
}

const TRIES = 20;
const STAMPS = indexKey('stamps');

export type Indexes = ReturnType<typeof makeIndexes>;

/**
 * Runs the scripts that change conversations, so that the indexes never miss one.
 *
 * On a single Redis the script keeps the indexes in the same step. On a cluster they are in another slot than the conversation,
 * so they cannot change together, and whoever changes them may die in between:
 *
 * 1. Before the script, the conversation is put into each index it may need (`touch`), never later than it is there already.
 *    This gives a stamp, a number that only goes up. Dying here leaves an entry too many: a reader looks, and finds nothing.
 * 2. The script says what the indexes should hold by now, and leaves the stamp with the conversation as `swept`.
 * 3. After it, the indexes are set to that (`settle`), unless somebody touched them since. Dying before leaves an entry too many.
 *
 * Readers tidy in the same way: look (which leaves the stamp they saw), then settle. So a writer who touched, was overtaken by a
 * tidy reader, and only now changes the conversation, would not be found. It sees that its stamp is not above `swept`, writes
 * nothing, and begins again with a new one.
 *
 * @param spread the conversations may be in other slots than the indexes.
 */
export function makeIndexes(redis: Redis, spread: boolean) {
  const touch = async (id: string, wanted: Wanted) =>
    String(await redis.run(SCRIPTS.touch, [STAMPS], [id, ...[...wanted].flat()]));

  async function attempt(id: string, stamp: string, mode: 'adds' | 'looks', script: Script, args: (string | number)[]) {
    const reply = await redis.run(script, [keyOf(id)], [id, stamp, mode, ...args]);
    const [outcome, needs, ...rest] = reply as [string, string[], ...unknown[]];
    return { outcome, needs, rest };
  }

  const settle = (id: string, stamp: string, needs: string[]) =>
    needs.length > 0 && redis.run(SCRIPTS.settle, [STAMPS], [id, stamp, ...needs]);

  /** Runs a script on a conversation that was found in an index. It may finish work, never add any. */
  async function look(found: Candidate, script = SCRIPTS.look, args: (string | number)[] = []): Promise<Reply> {
    const { outcome, needs, rest } = await attempt(found.id, found.stamp, 'looks', script, args);
    await settle(found.id, found.stamp, needs);
    return { outcome, rest };
  }

  return {
    spread,
    look,
    /** Runs a script that may add work. `wanted`: what the indexes may need after it. */
    async change(id: string, wanted: Wanted, script: Script, args: (string | number)[]): Promise<Reply> {
      for (let tries = 0; tries < TRIES; tries += 1) {
        const stamp = spread ? await touch(id, wanted) : '';
        const { outcome, needs, rest } = await attempt(id, stamp, 'adds', script, args);
        if (outcome === 'again') continue;
        // It is done; whether the index is tidy already is nobody's worry.
        void Promise.resolve(settle(id, stamp, needs)).catch(() => {});
        return { outcome, rest };
      }
      throw new UnavailableError('overtaken');
    },
    /** Every conversation, a page at a time, as Redis walks through a set: what is there all the while comes at least once. */
    async walk(cursor: string, limit: number): Promise<{ ids: string[]; next: string }> {
      const all = indexKey('expiry');
      const reply = await redis.send(all, ['ZSCAN', all, cursor, 'COUNT', String(limit)]);
      const [next, pairs] = reply as [string, string[]];
      return { ids: pairs.filter((_, n) => n % 2 === 0), next };
    },
    /** What an index holds up to a score, lowest first. */
    async candidates(index: Index, highest: string, offset: number, limit: number): Promise<Candidate[]> {
      const found = await redis.run(SCRIPTS.candidates, [indexKey(index), STAMPS], [highest, offset, limit]);
      return (found as [string, string][]).map(([id, stamp]) => ({ id, stamp: spread ? stamp : '' }));
    },
  };
}
