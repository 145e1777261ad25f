import type { Change, Conversation, Entry, Inbound, Loaded, Owner } from '../contract';
import type { Redis } from './call';
import type { Indexes } from './indexes';
import { keyOf } from './keys';
import { SCRIPTS } from './scripts';

/** The most conversations of one owner that `desk` lists: the first in the queue. More than any desk can show. */
const DESK_MOST = 1_000;
const NO_WAIT = 90_000_000_000_000;
const NOT_URGENT = 100_000_000_000_000;

type Kept = Omit<Conversation, 'version' | 'seq' | 'changedAt' | 'body'>;
type Row = [version: string | null, seq: string, changedAt: string, data: string, body: string];
/** What the scripts tell of where a conversation stands. */
export type Stand = [Row, waiting: [field: string, text: string][]];

/** Where the desk's index has it: urgent ones first, then by how long they wait. */
export const rankOf = ({ urgent, waitingSince }: Pick<Conversation, 'urgent' | 'waitingSince'>) =>
  (urgent ? 0 : NOT_URGENT) + (waitingSince ?? NO_WAIT);

export const dataOf = ({ body: _, ...kept }: Change['conversation']) => JSON.stringify(kept satisfies Kept);

/** A time or a pair of fields in front of a body, with a line end between: none of them has one. */
export const packed = (head: string | number, body: string) => `${head}\n${body}`;
export function unpacked(text: string): [head: string, body: string] {
  const end = text.indexOf('\n');
  return [text.slice(0, end), text.slice(end + 1)];
}

export function makeConversations(redis: Redis, indexes: Indexes) {
  const load = async (id: string) => toLoaded(id, (await redis.run(SCRIPTS.load, [keyOf(id)], [])) as Stand);

  /** The conversations of one owner. Those that are in the index but have another owner by now are tidied away. */
  async function ownedBy(owner: Owner): Promise<Conversation[]> {
    const found = await indexes.candidates(`desk:${owner}`, '+inf', 0, DESK_MOST);
    const loaded = await Promise.all(found.map(({ id }) => load(id).then(({ conversation }) => conversation)));
    await Promise.all(found.filter((_, n) => loaded[n]?.owner !== owner).map((stale) => indexes.look(stale)));
    return loaded.filter((one) => one?.owner === owner) as Conversation[];
  }

  return {
    load,
    async page(after: string | null, limit: number): Promise<{ ids: string[]; next: string | null }> {
      const { ids, next } = await indexes.walk(after ?? '0', limit);
      const begun = await Promise.all(ids.map((id) => redis.send(keyOf(id), ['EXISTS', keyOf(id)])));
      return { ids: ids.filter((_, n) => begun[n] === 1), next: next === '0' ? null : next };
    },
    async transcript(id: string, after: number, limit: number): Promise<Entry[]> {
      const reply = await redis.run(SCRIPTS.said, [keyOf(id)], [after, limit]);
      const [first, lines] = reply as [number, string[]];
      return lines.map((line, n) => {
        const [head, body] = unpacked(line);
        const [at, from] = JSON.parse(head);
        return { seq: first + n, at, from, body };
      });
    },
    async desk(owners: Owner[]): Promise<Conversation[]> {
      const all = (await Promise.all(owners.map(ownedBy))).flat();
      return all.sort((a, b) => rankOf(a) - rankOf(b) || (a.id < b.id ? -1 : 1));
    },
  };
}

export function toLoaded(id: string, [row, waiting]: Stand): Loaded {
  return { conversation: fromRow(row), pending: waiting.map(([field, text]) => toInbound(id, field, text)) };
}

function fromRow([version, seq, changedAt, data, body]: Row): Conversation | null {
  if (version === null) return null;
  const kept = JSON.parse(data) as Kept;
  return { ...kept, body, version: Number(version), seq: Number(seq), changedAt: Number(changedAt) };
}

function toInbound(conversation: string, field: string, text: string): Inbound {
  const [channel, id] = JSON.parse(field);
  const [at, body] = unpacked(text);
  return { id, channel, conversation, at: Number(at), body };
}
