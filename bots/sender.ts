import type { Activity } from 'botbuilder';
import type { Outgoing, Store } from '../store/contract';
import { passBy, type Reach } from './fault-points';

/** How a channel that has to be sent to says what became of a message. */
export type Sent = { ok: true; providerId: string } | { ok: false; retry: boolean; code: string };
export type Send = (conversation: string, activity: Partial<Activity>) => Promise<Sent>;

export interface SenderDeps {
  store: Store;
  now: () => number;
  /** By channel. */
  channels: ReadonlyMap<string, Send>;
  /** From 0 to 1, to spread retries. */
  random: () => number;
  log: { warn(fields: object, message: string): void };
  /** Told of every fault point that is passed. */
  reach?: Reach;
  /** How long a message is held while it is sent, in milliseconds. */
  leaseMs?: number;
}

/** Longer than any provider takes to answer. When a process is killed, what it was sending waits for as long as this. */
const LEASE_MS = 20_000;
const BATCH = 50;
const MOST_ATTEMPTS = 10;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 10 * 60_000;

/** Sends what is due: in order within a conversation, side by side across conversations. Returns how many rows it dealt with. */
export async function sendDue(deps: SenderDeps): Promise<number> {
  const rows = await deps.store.outbox(deps.now(), deps.leaseMs ?? LEASE_MS, BATCH);
  await Promise.all(rows.map((row) => sendOne(deps, row)));
  return rows.length;
}

async function sendOne(deps: SenderDeps, row: Outgoing): Promise<void> {
  const { store, log, reach = passBy } = deps;
  reach('send/leased');
  const activity = JSON.parse(row.body) as Partial<Activity>;
  if (await takenOver(store, row, activity)) return store.dead(row.id, 'taken-over');
  const result = await attempt(deps, row, activity);
  if (result.ok) {
    reach('send/taken');
    await store.sent(row.id, result.providerId);
    return reach('send/recorded');
  }
  const tries = row.attempts + 1;
  if (result.retry && tries < MOST_ATTEMPTS)
    return store.retry(row.id, deps.now() + backoff(tries, deps.random()), result.code);
  log.warn({ conversation: row.conversation, row: row.id, code: result.code, tries }, 'message not delivered');
  return store.dead(row.id, result.code);
}

/** A question of Natter's that is still unsent when a worker has taken over would only talk across them. */
async function takenOver(store: Store, row: Outgoing, activity: Partial<Activity>): Promise<boolean> {
  if (activity.from?.id !== 'natter' || !activity.suggestedActions) return false;
  return (await store.load(row.conversation)).conversation?.owner === 'worker';
}

async function attempt({ channels }: SenderDeps, row: Outgoing, activity: Partial<Activity>): Promise<Sent> {
  const send = channels.get(row.channel);
  if (!send) return { ok: false, retry: false, code: 'no-channel' };
  try {
    return await send(row.conversation, activity);
  } catch {
    return { ok: false, retry: true, code: 'send-failed' };
  }
}

/** Twice as long each time, up to ten minutes, with half of it left to chance. */
export function backoff(tries: number, random: number): number {
  const most = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1));
  return Math.round(most / 2 + (most / 2) * random);
}
