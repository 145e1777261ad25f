import type { Outgoing, Timer } from '../contract';
import type { Redis } from './call';
import { unpacked } from './conversations';
import type { Candidate, Indexes, Wanted } from './indexes';
import { keyOf, rowKey } from './keys';
import { SCRIPTS } from './scripts';

const PAGE = 100;
/** The row after the one that is told about may have to go at once, and may be a reply or a reminder. */
const NOW_EITHER: Wanted = new Map([
  ['reply', 0],
  ['reminder', 0],
]);

type Fate = [
  priority: Outgoing['priority'],
  state: Outgoing['state'],
  dueAt: string,
  attempts: string | null,
  providerId: string | null,
  error: string | null,
];
type Row = [id: string, seq: string, text: string, fate: Fate];

/** What waits to be sent, and what is to happen later. */
export function makeOutbox(redis: Redis, indexes: Indexes) {
  /** Leases the oldest row of each of these that may be sent now. Of two processes that ask for one row, one gets it. */
  async function leaseOf(found: Candidate[], now: number, until: number): Promise<Outgoing[]> {
    const replies = await Promise.all(found.map((one) => indexes.look(one, SCRIPTS.leaseRow, [now, until])));
    return replies.flatMap(({ rest }, n) => (rest[0] ? [fromRow(found[n]?.id ?? '', rest[0] as Row)] : []));
  }

  async function leaseFrom(
    index: 'reply' | 'reminder',
    now: number,
    until: number,
    limit: number,
  ): Promise<Outgoing[]> {
    const rows: Outgoing[] = [];
    for (let offset = 0; rows.length < limit; offset += PAGE) {
      const page = await indexes.candidates(index, String(now), offset, PAGE);
      for (let from = 0; from < page.length && rows.length < limit; ) {
        const some = page.slice(from, from + limit - rows.length);
        rows.push(...(await leaseOf(some, now, until)));
        from += some.length;
      }
      if (page.length < PAGE) break;
    }
    return rows;
  }

  /** Returns what became of it, or nothing when the row is gone. */
  async function tell(row: string, state: Outgoing['state'], dueAt: number, providerId: string, error: string) {
    const id = await redis.send(rowKey(row), ['GET', rowKey(row)]);
    if (typeof id !== 'string') return;
    await indexes.change(id, NOW_EITHER, SCRIPTS.fate, [row, state, dueAt, providerId, error]);
  }

  return {
    async lease(now: number, ms: number, limit: number): Promise<Outgoing[]> {
      const replies = await leaseFrom('reply', now, now + ms, limit);
      return [...replies, ...(await leaseFrom('reminder', now, now + ms, limit - replies.length))];
    },
    sent: (row: string, providerId: string) => tell(row, 'sent', 0, providerId, ''),
    dead: (row: string, error: string) => tell(row, 'dead', 0, '', error),
    retry: (row: string, dueAt: number, error: string) => tell(row, 'waiting', dueAt, '', error),
    async of(conversation: string): Promise<Outgoing[]> {
      const rows = await redis.run(SCRIPTS.rows, [keyOf(conversation)], []);
      return (rows as Row[]).map((row) => fromRow(conversation, row));
    },
    /** The earliest timers are in the conversations that the index has first. */
    async due(now: number, limit: number): Promise<Timer[]> {
      const found = await indexes.candidates('timers', String(now), 0, limit);
      const timers = await Promise.all(found.map(({ id }) => dueOf(redis, id, now, limit)));
      await Promise.all(found.filter((_, n) => timers[n]?.length === 0).map((stale) => indexes.look(stale)));
      return timers
        .flat()
        .sort((a, b) => a.at - b.at)
        .slice(0, limit);
    },
  };
}

async function dueOf(redis: Redis, conversation: string, now: number, limit: number): Promise<Timer[]> {
  const timers = await redis.run(SCRIPTS.due, [keyOf(conversation)], [now, limit]);
  return (timers as [string, string, string][]).map(([id, at, body]) => ({ id, conversation, at: Number(at), body }));
}

function fromRow(conversation: string, [id, seq, text, fate]: Row): Outgoing {
  const [channel, body] = unpacked(text);
  const [priority, state, dueAt, attempts, providerId, error] = fate;
  const numbers = { seq: Number(seq), dueAt: Number(dueAt), attempts: Number(attempts ?? 0) };
  return { id, conversation, channel, priority, body, state, providerId, error, ...numbers };
}
