import { type Change, type Conversation, KEEP_IDS, KEEP_WAITING } from '../contract';
import { ConflictError, LeaseLostError, RepeatError } from '../errors';
import type { Redis } from './call';
import { dataOf, packed, rankOf } from './conversations';
import type { Inbox } from './inbox';
import type { Index, Indexes, Reply, Wanted } from './indexes';
import { fieldOf, rowKey } from './keys';
import { SCRIPTS } from './scripts';

const REFUSALS = { conflict: ConflictError, 'lease-lost': LeaseLostError, repeat: RepeatError };

/**
 * Writes a turn's whole effect with one script.
 * Should the answer get lost, the turn may have been written all the same: trying again then ends in RepeatError or ConflictError.
 * @throws ConflictError, LeaseLostError, RepeatError, UnavailableError
 */
export async function commitChange(
  redis: Redis,
  indexes: Indexes,
  inbox: Inbox,
  change: Change,
): Promise<Conversation> {
  const { lease, conversation, arrived, expected, now } = change;
  if (lease.conversation !== conversation.id) throw new LeaseLostError();
  if (indexes.spread) await mapRows(redis, change);
  const args = argsOf(change);
  const wanted = wantedOf(change);
  const { outcome, rest } = await inbox.unique(conversation.id, arrived, KEEP_IDS, () =>
    indexes.change(conversation.id, wanted, SCRIPTS.commit, args),
  );
  refuse(outcome);
  return { ...conversation, version: expected + 1, seq: Number(rest[1]), changedAt: now };
}

function refuse(outcome: Reply['outcome']): void {
  const Refusal = REFUSALS[outcome as keyof typeof REFUSALS];
  if (Refusal) throw new Refusal();
  if (outcome !== 'kept') throw new Error('A row of the outbox has an id that another one has.');
}

function wantedOf({ conversation, now, timers, outbox }: Change): Wanted {
  const wanted = new Map<Index, number>([
    ['expiry', Math.min(conversation.expiresAt, now + KEEP_IDS)],
    [`desk:${conversation.owner}`, rankOf(conversation)],
  ]);
  if (timers.set.length > 0) wanted.set('timers', Math.min(...timers.set.map(({ at }) => at)));
  for (const { priority, dueAt } of outbox.slice(0, 1)) wanted.set(priority, dueAt);
  return wanted;
}

/** In the order in which commit.lua takes them. */
function argsOf({ lease, conversation, expected, now, ...change }: Change): (string | number)[] {
  const { expiresAt, owner, body } = conversation;
  const keepMs = Math.max(expiresAt - now, 0) + KEEP_WAITING;
  return [
    ...[lease.token, expected, now, change.forget ? 'forget' : ''],
    ...[expiresAt, keepMs, owner, rankOf(conversation), dataOf(conversation), body],
    ...listed(change.arrived.map((inbound) => [fieldOf(inbound)])),
    ...listed(change.done.map((inbound) => [fieldOf(inbound)])),
    ...listed(change.transcript.map(({ at, from, body: said }) => [packed(JSON.stringify([at, from]), said)])),
    ...listed(
      change.outbox.map((row) => [row.id, row.channel, row.priority, row.dueAt, mapMs(row.dueAt, now), row.body]),
    ),
    ...listed(change.timers.cancel.map((id) => [id])),
    ...listed(change.timers.set.map((timer) => [timer.id, timer.at, timer.body])),
  ];
}

const listed = (rows: (string | number)[][]) => [rows.length, ...rows.flat()];

/** How long it has to be known whose row this is: as long as there may be news of it. */
const mapMs = (dueAt: number, now: number) => Math.max(dueAt - now, 0) + KEEP_WAITING;

/** On a cluster, whose rows these are is in other slots, so it is written before. One too many does no harm, and goes by itself. */
async function mapRows(redis: Redis, { conversation, outbox, now }: Change): Promise<void> {
  await Promise.all(
    outbox.map(({ id, dueAt }) =>
      redis.send(rowKey(id), ['SET', rowKey(id), conversation.id, 'PX', String(mapMs(dueAt, now))]),
    ),
  );
}
