import type { Change, Conversation, Inbound, Lease, Store } from '../../../store/contract';

/** A frozen clock: every time in these tests is told from here. */
export const NOW = Date.UTC(2026, 5, 17, 10, 0);
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const DAY = 24 * 60 * MINUTE;

/** What each part of the suite works on: a store that is empty at the start of every test. */
export interface Kept {
  readonly store: Store;
  /** Closes the store and opens another one on the same data. */
  reopen(): Promise<Store>;
}

export function inbound(id: string, over: Partial<Inbound> = {}): Inbound {
  return { id, channel: 'web', conversation: 'ann', at: NOW, body: `"body of ${id}"`, ...over };
}

export function conversation(over: Partial<Change['conversation']> = {}): Change['conversation'] {
  return {
    id: 'ann',
    channel: 'web',
    owner: 'bot',
    worker: null,
    waitingSince: null,
    urgent: false,
    expiresAt: NOW + 90 * DAY,
    body: '{"step":"start"}',
    ...over,
  };
}

/** A change that does nothing but count the version up; a test adds the part it is about. */
export function change(lease: Lease, expected: number, over: Partial<Change> = {}): Change {
  return {
    lease,
    now: NOW,
    expected,
    conversation: conversation({ id: lease.conversation }),
    arrived: [],
    done: [],
    transcript: [],
    outbox: [],
    timers: { set: [], cancel: [] },
    forget: false,
    ...over,
  };
}

export const said = (body: string) => ({ at: NOW, from: 'person' as const, body });

export function message(id: string, over: Partial<Change['outbox'][number]> = {}): Change['outbox'][number] {
  return { id, channel: 'sms', priority: 'reply', body: `"body of ${id}"`, dueAt: NOW, ...over };
}

export async function takeTurn(store: Store, id = 'ann', now = NOW): Promise<Lease> {
  const taken = await store.take(id, now, MINUTE);
  if (!taken) throw new Error(`The turn of ${id} is taken.`);
  return taken.lease;
}

/** One whole turn: take, load, commit with these parts. */
export async function turn(store: Store, over: Partial<Change> = {}, id = 'ann'): Promise<Conversation> {
  const lease = await takeTurn(store, id, over.now);
  const { conversation: before } = await store.load(id);
  return store.commit(change(lease, before?.version ?? 0, over));
}

/** Everything a store can tell about a conversation, to see that nothing or all of it changed. */
export async function everything(store: Store, id = 'ann') {
  return {
    ...(await store.load(id)),
    transcript: await store.transcript(id, 0, 1000),
    outgoing: await store.outgoing(id),
    timers: (await store.due(NOW + 1000 * DAY, 1000)).filter((timer) => timer.conversation === id),
  };
}

export const bodies = (rows: { body: string }[]) => rows.map((row) => row.body);
export const ids = (rows: { id: string }[]) => rows.map((row) => row.id);
export const count = (n: number) => Array.from({ length: n }, (_, index) => index);
export const pause = (ms = 1) => new Promise((done) => setTimeout(done, ms));
