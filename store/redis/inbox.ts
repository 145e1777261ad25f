import { type Inbound, KEEP_IDS, KEEP_WAITING } from '../contract';
import { UnavailableError } from '../errors';
import type { Redis } from './call';
import type { Index, Indexes, Reply } from './indexes';
import { fieldOf, idKey, keyOf } from './keys';
import { SCRIPTS } from './scripts';

const TRIES = 5;

export type Inbox = ReturnType<typeof makeInbox>;

/**
 * What arrived. An id is unique across conversations too: a provider may repeat a message after its conversation was deleted
 * and the person has begun another one, and what they had deleted must not come back.
 *
 * Each conversation keeps the ids it knows, and changes them together with everything else. Which conversation an id was first
 * used in is a key of its own, which on a cluster is claimed before. It only says where to look: when that conversation does not
 * know the id (whoever claimed it died before writing, or it has expired), the claim passes on.
 */
export function makeInbox(redis: Redis, indexes: Indexes) {
  const knows = async (key: string, field: string) => (await redis.run(SCRIPTS.known, [key], [field])) === 1;
  const claim = (field: string, user: string, ms: number, putOut = '') =>
    redis.run(SCRIPTS.claim, [idKey(field)], [user, ms, putOut]).then(String);

  /** False when another conversation knows it. */
  async function claimed(field: string, user: string, ms: number): Promise<boolean> {
    let holder = await claim(field, user, ms);
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (holder === user) return true;
      if (await knows(holder, field)) return false;
      holder = await claim(field, user, ms, holder);
    }
    throw new UnavailableError('claimed');
  }

  /**
   * Runs a change with inbound in it that must not be known to any conversation.
   * @param ms for how long the ids have to be known.
   */
  async function unique(
    conversation: string,
    inbound: Pick<Inbound, 'channel' | 'id'>[],
    ms: number,
    change: () => Promise<Reply>,
  ): Promise<Reply> {
    const claimAll = (fields: string[]) =>
      Promise.all(fields.map((field) => claimed(field, keyOf(conversation), ms))).then((all) => all.every(Boolean));
    const repeat = { outcome: 'repeat', rest: [] };
    if (indexes.spread && !(await claimAll(inbound.map(fieldOf)))) return repeat;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const reply = await change();
      if (reply.outcome !== 'elsewhere') return reply;
      if (!(await claimAll([String(reply.rest[0])]))) return repeat;
    }
    throw new UnavailableError('claimed');
  }

  return {
    unique,
    async accept(inbound: Inbound): Promise<'new' | 'repeat'> {
      const { conversation, at, body } = inbound;
      const wanted = new Map<Index, number>([
        ['inbox', at],
        ['expiry', at + KEEP_WAITING],
      ]);
      const { outcome } = await unique(conversation, [inbound], KEEP_WAITING + KEEP_IDS, () =>
        indexes.change(conversation, wanted, SCRIPTS.accept, [fieldOf(inbound), at, body]),
      );
      return outcome === 'new' ? 'new' : 'repeat';
    },
    async unfinished(limit: number): Promise<string[]> {
      // More than asked for, because some may turn out to be finished.
      const found = await indexes.candidates('inbox', '+inf', 0, limit + 100);
      const waiting: string[] = [];
      for (let from = 0; from < found.length && waiting.length < limit; from += limit) {
        const some = found.slice(from, from + limit);
        const pending = await Promise.all(
          some.map(({ id }) => redis.send(keyOf(id), ['EXISTS', `${keyOf(id)}:arrived`])),
        );
        await Promise.all(some.filter((_, n) => pending[n] !== 1).map((stale) => indexes.look(stale)));
        waiting.push(...some.filter((_, n) => pending[n] === 1).map(({ id }) => id));
      }
      return waiting.slice(0, limit);
    },
  };
}
