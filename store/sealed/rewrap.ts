import type { Conversation, Lease, Store } from '../contract';
import { ConflictError, LeaseLostError } from '../errors';
import type { MasterKeys } from '../master-key';
import { rewrapBody, wrappedKeyOf } from './bodies';
import { type Keyring, openKeyring } from './keyring';
import { RECORDS_KEY, RECORDS_KEY_OWNER } from './records';

/** What a rotation found and did. */
export interface Rewrapped {
  conversations: number;
  /** Conversations whose key is now wrapped with the newest master key, and was not before. */
  rewrapped: number;
  /** Conversations whose key still is wrapped with an older one, because they were changing all the while. */
  left: number;
  /** Messages that still wait for their turn under an older one. They go by themselves while Natter runs. */
  waiting: number;
}

const PAGE = 100;
const TRIES = 5;
const LEASE_MS = 10_000;
const WAITING = 1000;

/**
 * Wraps every key with the newest master key. `store` is the store under the seal. What was said is not touched; each
 * conversation is one compare-and-set, so turns that run meanwhile are safe, and a rotation that was stopped can be begun
 * again. `pause` is waited for before a busy conversation is tried again.
 * @throws WrongKeyError, BrokenSealError at a key that does not open.
 */
export async function rewrapAll(
  store: Store,
  masterKeys: MasterKeys,
  now: () => number,
  pause: () => Promise<unknown>,
): Promise<Rewrapped> {
  const keyring = openKeyring(masterKeys);
  await rewrapRecordsKey(store, keyring, now());
  const done = { conversations: 0, rewrapped: 0 };
  for await (const conversation of walk(store)) {
    done.conversations += 1;
    if (await rewrapOne(store, keyring, conversation, now, pause)) done.rewrapped += 1;
  }
  return { ...done, left: await countLeft(store, keyring), waiting: await countWaiting(store, keyring) };
}

async function rewrapRecordsKey({ records }: Store, keyring: Keyring, now: number): Promise<void> {
  const { kind, key } = RECORDS_KEY;
  const wrapped = await records.get(kind, key, now);
  if (wrapped === null || keyring.isNewest(wrapped)) return;
  const again = keyring.rewrap(keyring.unwrap(wrapped, RECORDS_KEY_OWNER), RECORDS_KEY_OWNER);
  await records.put(kind, key, again.wrapped, null);
}

/** Each conversation, at least once. */
async function* walk(store: Store): AsyncGenerator<Conversation> {
  for (let after: string | null = null; ; ) {
    const { ids, next } = await store.conversations(after, PAGE);
    for (const id of ids) {
      const { conversation } = await store.load(id);
      if (conversation) yield conversation;
    }
    if (next === null) return;
    after = next;
  }
}

/** False when there was nothing to do, or it stayed busy. */
async function rewrapOne(
  store: Store,
  keyring: Keyring,
  seen: Conversation,
  now: () => number,
  pause: () => Promise<unknown>,
): Promise<boolean> {
  for (let tries = 0, found: Conversation | null = seen; tries < TRIES; tries += 1) {
    if (!found || keyring.isNewest(wrappedKeyOf(found.body))) return false;
    const taken = await store.take(found.id, now(), LEASE_MS);
    if (taken && (await commit(store, keyring, taken.lease, found))) return true;
    await pause();
    found = (await store.load(seen.id)).conversation;
  }
  return false;
}

/** Everything but the wrapping stays as it was, the times too. */
async function commit(store: Store, keyring: Keyring, lease: Lease, found: Conversation): Promise<boolean> {
  const { version, seq: _, changedAt, ...conversation } = found;
  try {
    await store.commit({
      lease,
      now: changedAt,
      expected: version,
      conversation: { ...conversation, body: rewrapBody(keyring, found.id, found.body) },
      arrived: [],
      done: [],
      transcript: [],
      outbox: [],
      timers: { set: [], cancel: [] },
      forget: false,
    });
    return true;
  } catch (error) {
    if (error instanceof ConflictError || error instanceof LeaseLostError) return false;
    throw error;
  } finally {
    await store.release(lease);
  }
}

async function countLeft(store: Store, keyring: Keyring): Promise<number> {
  const left = new Set<string>();
  for await (const { id, body } of walk(store)) if (!keyring.isNewest(wrappedKeyOf(body))) left.add(id);
  return left.size;
}

/** Looks at so many conversations; when more than that have messages waiting, they count as waiting under an older key. */
async function countWaiting(store: Store, keyring: Keyring): Promise<number> {
  const ids = await store.unfinished(WAITING);
  let waiting = ids.length < WAITING ? 0 : 1;
  for (const id of ids) {
    const { pending } = await store.load(id);
    waiting += pending.filter(({ body }) => !keyring.isNewest(wrappedKeyOf(body))).length;
  }
  return waiting;
}
