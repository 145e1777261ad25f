import type { Carrier, Carriers, Delivery, FailCode, Posted, Sent } from '../adapters/contract';
import type { Outgoing, Store } from '../store/contract';
import { UnavailableError } from '../store/errors';
import { passBy, type Reach } from './fault-points';
import { readMemory } from './memory';
import { KNOCK_EVENT, type Row } from './outbox';

export interface SenderDeps {
  store: Store;
  now: () => number;
  carriers: Carriers;
  /** From 0 to 1, to spread retries. */
  random: () => number;
  /** Tells the conversation that a message did not arrive, so that it is kept and a worker sees it. Safe to repeat. */
  failed(delivery: Delivery): Promise<void>;
  /** What is kept of a provider's id: some hold a phone number. */
  opaque(providerId: string): Promise<string>;
  log: { warn(fields: object, message: string): void };
  /** Told of every fault point that is passed. */
  reach?: Reach;
  /** How long a message is held while it is sent, in milliseconds. */
  leaseMs?: number;
}

/** Longer than any provider takes to answer. When a process is killed, what it was sending waits for as long as this. */
const LEASE_MS = 20_000;
const INSIST_MS = 250;
const BATCH = 50;
const MOST_ATTEMPTS = 10;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 10 * 60_000;

/** Sends what is due: in order within a conversation, side by side across conversations. Returns how many rows it dealt with. */
export async function sendDue(deps: SenderDeps): Promise<number> {
  const leasedAt = deps.now();
  const rows = await deps.store.outbox(leasedAt, deps.leaseMs ?? LEASE_MS, BATCH);
  await Promise.all(rows.map((row) => sendOne(deps, row, leasedAt)));
  return rows.length;
}

async function sendOne(deps: SenderDeps, row: Outgoing, leasedAt: number): Promise<void> {
  const { store, now, leaseMs = LEASE_MS, reach = passBy } = deps;
  reach('send/leased');
  const kept = JSON.parse(row.body) as Row;
  const overtaken = await overtakenBy(store, row, kept);
  if (overtaken === 'taken-over') return store.dead(row.id, overtaken);
  if (overtaken) return giveUp(deps, row, overtaken);
  // A store that answered late has used up the time in which nobody else may send it: it is leased again.
  if (now() > leasedAt + leaseMs / 4) return;
  const result = await attempt(deps, row, kept);
  if (result.ok) {
    reach('send/taken');
    await insist(deps, leasedAt, () => recordSent(deps, row, result.providerId));
    return reach('send/recorded');
  }
  const tries = row.attempts + 1;
  if (!result.retry || tries >= MOST_ATTEMPTS) return giveUp(deps, row, result.code);
  const pause = Math.max(backoff(tries, deps.random()), result.pauseMs ?? 0);
  await store.retry(row.id, now() + pause, result.code);
}

async function recordSent({ store, opaque }: SenderDeps, row: Outgoing, providerId: string): Promise<void> {
  await store.sent(row.id, await opaque(providerId));
}

/**
 * What was sent but not noted would be sent again, so a store that is away is asked for as long as the row is ours. Not longer:
 * noted while somebody else sends it again, it would let the next one overtake it.
 */
async function insist(
  { now, leaseMs = LEASE_MS }: SenderDeps,
  leasedAt: number,
  write: () => Promise<void>,
): Promise<void> {
  for (let pauses = Math.floor(leaseMs / INSIST_MS); ; pauses -= 1) {
    if (now() >= leasedAt + leaseMs) throw new UnavailableError('the message is not ours any more');
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof UnavailableError) || pauses <= 0) throw error;
      await new Promise((done) => {
        // Not a reason to stay when everything else has ended.
        setTimeout(done, INSIST_MS).unref();
      });
    }
  }
}

/** Loudly: the conversation is told first, so that a process that dies in between tells it again. */
async function giveUp({ store, failed, log }: SenderDeps, row: Outgoing, code: FailCode): Promise<void> {
  log.warn({ conversation: row.conversation, row: row.id, code, tries: row.attempts + 1 }, 'message not delivered');
  await failed({ row: row.id, state: 'failed', code });
  await store.dead(row.id, code);
}

/**
 * Why a message must not go out any more, because of what happened while it waited. They asked for no more messages; or a
 * worker has taken over, whom a question of Natter's would only talk across.
 */
async function overtakenBy(store: Store, row: Outgoing, { activity, afterStop }: Row): Promise<FailCode | null> {
  if (activity.type !== 'message' && activity.name !== KNOCK_EVENT) return null;
  const { conversation } = await store.load(row.conversation);
  if (!conversation) return null;
  if (!afterStop && readMemory(conversation.body).stopped) return 'opted-out';
  const question = activity.from?.id === 'natter' && activity.suggestedActions;
  return question && conversation.owner === 'worker' ? 'taken-over' : null;
}

async function attempt({ carriers }: SenderDeps, row: Outgoing, { activity, address }: Row): Promise<Sent> {
  const carrier = carriers.get(address.provider);
  if (!carrier) return { ok: false, retry: false, code: 'no-carrier' };
  const posted = { row: row.id, conversation: row.conversation, address, activity, attempts: row.attempts };
  try {
    return await hand(carrier, posted);
  } catch {
    return { ok: false, retry: true, code: 'passing' };
  }
}

function hand(carrier: Carrier, posted: Posted): Promise<Sent> {
  if (posted.activity.name !== KNOCK_EVENT) return carrier.send(posted);
  return carrier.knock?.(posted) ?? Promise.resolve({ ok: false, retry: false, code: 'window-closed' });
}

/** Twice as long each time, up to ten minutes, with half of it left to chance. */
export function backoff(tries: number, random: number): number {
  const most = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1));
  return Math.round(most / 2 + (most / 2) * random);
}
