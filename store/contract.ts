/**
 * What every store keeps and promises. Both stores pass `test/store/contract.ts`.
 *
 * Bodies are opaque strings to a store, so that sealing wraps around it: nothing a person said is ever in an indexed field.
 * They are well-formed Unicode, as `JSON.stringify` makes it: it escapes lone surrogates and NUL, so those survive.
 * Times are milliseconds since 1970, always passed in. Every write is safe to repeat.
 */

const DAY = 24 * 60 * 60 * 1000;
/** How long the id of a finished inbound is kept to know a repeat: WhatsApp repeats for 7 days. */
export const KEEP_IDS = 7 * DAY;
/** How long an inbound that no turn could finish is kept. */
export const KEEP_WAITING = 30 * DAY;

export type Owner = 'bot' | 'waiting' | 'worker' | 'ended';
export type Author = 'person' | 'natter' | 'worker' | 'desk';

/** Something that arrived for a conversation and waits for its turn. Unique on (channel, id). */
export interface Inbound {
  /** The provider's message id; for our own events, any id that is the same when the event is repeated. */
  id: string;
  channel: string;
  conversation: string;
  at: number;
  body: string;
}

export interface Conversation {
  id: string;
  channel: string;
  /** Goes up by one with each commit. 0: nothing committed yet. */
  version: number;
  /** The last sequence number in the transcript. */
  seq: number;
  owner: Owner;
  /** The worker's account id while `owner` is `worker`. */
  worker: string | null;
  waitingSince: number | null;
  /** Words about danger were seen: first in the queue. */
  urgent: boolean;
  changedAt: number;
  /** After this the sweeper removes everything of the conversation. */
  expiresAt: number;
  body: string;
}

/** The right to run a conversation's turn until `until`. A higher token outranks every lower one. */
export interface Lease {
  conversation: string;
  token: number;
  until: number;
}

/** Where a conversation stands, and what waits for its turn in it, in the order it arrived. */
export interface Loaded {
  conversation: Conversation | null;
  pending: Inbound[];
}

/** A line of the append-only transcript. */
export interface Entry {
  seq: number;
  at: number;
  from: Author;
  body: string;
}

export interface Timer {
  id: string;
  conversation: string;
  at: number;
  body: string;
}

/** A message on its way to a channel that has to be pushed to. Sent in `seq` order within a conversation. */
export interface Outgoing {
  id: string;
  conversation: string;
  seq: number;
  channel: string;
  /** Replies go before reminders. */
  priority: 'reply' | 'reminder';
  body: string;
  /** Tries that have ended: 0 when it is leased for the first time. */
  attempts: number;
  state: 'waiting' | 'sent' | 'dead';
  /** When it may be tried (again). */
  dueAt: number;
  providerId: string | null;
  /** A stable code, never text of the message. */
  error: string | null;
}

/** A turn's whole effect: all of it happens, or none. */
export interface Change {
  lease: Lease;
  now: number;
  /** Refused with `ConflictError` unless the stored version is still this one. */
  expected: number;
  conversation: Omit<Conversation, 'version' | 'seq' | 'changedAt'>;
  /** Inbound that was never `accept`ed because its turn ran at once. Refused with `RepeatError` if one is known already. */
  arrived: Inbound[];
  /** Ids (with their channel) of accepted inbound that this turn finishes. */
  done: { channel: string; id: string }[];
  transcript: Omit<Entry, 'seq'>[];
  outbox: { id: string; channel: string; priority: 'reply' | 'reminder'; body: string; dueAt: number }[];
  /** Cancelled first, then set. A timer's id is its conversation's own; setting one again moves it. */
  timers: { set: Omit<Timer, 'conversation'>[]; cancel: string[] };
  /**
   * Erase what was kept before (transcript, outbox, timers, bodies of inbound) first; `seq` goes on counting.
   * Accepted inbound that is not in `done` came later and still gets its turn.
   */
  forget: boolean;
}

/** Somebody is writing just now: who, never what. */
export interface Hint {
  conversation: string;
  /** The account id of the worker who writes; null: the person does. */
  worker: string | null;
}

/** Small records with a key: accounts, sessions, one-time tickets. */
export interface Records {
  put(kind: string, key: string, body: string, expiresAt: number | null): Promise<void>;
  /** Like put, but false (and nothing written) if the key exists and has not expired at `now`. */
  add(kind: string, key: string, body: string, expiresAt: number | null, now: number): Promise<boolean>;
  get(kind: string, key: string, now: number): Promise<string | null>;
  /** Read and remove in one step: of two callers only one gets it. */
  take(kind: string, key: string, now: number): Promise<string | null>;
  remove(kind: string, key: string): Promise<void>;
  list(kind: string, now: number): Promise<{ key: string; body: string }[]>;
  /**
   * Some of the records of a kind that expire, the last to expire first; those that never do are not among them. Begin with
   * null, go on after the last key of a page until one is empty. Nothing comes after a key that is not there.
   */
  page(kind: string, after: string | null, limit: number, now: number): Promise<{ key: string; body: string }[]>;
}

export interface Store {
  /** Keep an inbound durably, in arrival order. `repeat`: (channel, id) is known already, nothing was written. */
  accept(inbound: Inbound): Promise<'new' | 'repeat'>;
  /** Take the conversation's turn and load it, in one step that waits for no disk; null while another holds it. */
  take(conversation: string, now: number, ms: number): Promise<(Loaded & { lease: Lease }) | null>;
  /** Null when another holds it since, or it was given back. One that only ran out can be renewed. */
  renew(lease: Lease, now: number, ms: number): Promise<Lease | null>;
  /** Give a turn back that comes to nothing; nothing can be committed under this lease any more. Harmless when it was lost. */
  release(lease: Lease): Promise<void>;
  load(conversation: string): Promise<Loaded>;
  /**
   * Write a turn's whole effect, and give the turn back with it: a turn is one `take` and one `commit`.
   * A lease that ran out may still commit as long as nobody took the turn since.
   * @throws RepeatError, ConflictError, LeaseLostError (see store/errors.ts), the first that holds; then nothing was written,
   * and the turn is still held. So a commit whose answer got lost may be tried again: it says that it was done before.
   */
  commit(change: Change): Promise<Conversation>;
  /** Conversations with accepted inbound that no turn has finished. */
  unfinished(limit: number): Promise<string[]>;
  /** Entries with `seq > after`, oldest first. */
  transcript(conversation: string, after: number, limit: number): Promise<Entry[]>;

  /** Lease what may be sent now: at most one row a conversation (its oldest waiting one), replies before reminders. */
  outbox(now: number, ms: number, limit: number): Promise<Outgoing[]>;
  sent(id: string, providerId: string): Promise<void>;
  /** Try again at `dueAt`. */
  retry(id: string, dueAt: number, error: string): Promise<void>;
  /** Give up on it: kept as `dead`, and the next row of the conversation may go. */
  dead(id: string, error: string): Promise<void>;
  outgoing(conversation: string): Promise<Outgoing[]>;

  /** Timers with `at <= now`, oldest first. They stay until a commit cancels them. */
  due(now: number, limit: number): Promise<Timer[]>;
  /** Conversations with one of these owners: urgent first, then longest waiting. */
  desk(owners: Owner[]): Promise<Conversation[]>;
  /**
   * Ids of all conversations with a commit, a page at a time: begin with null, go on with `next` until it is null.
   * Whichever is there all the while comes at least once; `limit` is about how many a page has.
   */
  conversations(after: string | null, limit: number): Promise<{ ids: string[]; next: string | null }>;
  /** Called with a conversation's id soon after something of it changed. A wake-up, never the truth. Returns how to stop. */
  watch(listener: (conversation: string) => void): () => void;
  /** Tells whoever watches for hints, in every process. It is kept nowhere, not for a moment, and may get lost, or overtaken by another. */
  hint(hint: Hint): Promise<void>;
  /** Called with a hint soon after it was given. Returns how to stop. */
  watchHints(listener: (hint: Hint) => void): () => void;
  records: Records;
  /**
   * Remove what has expired: conversations, records, and ids kept against repeats (`KEEP_IDS` after they were done).
   * Inbound still waiting for its turn stays when its conversation goes (it was acknowledged), but no longer than `KEEP_WAITING`.
   * Returns how many conversations went.
   */
  expire(now: number): Promise<number>;
  /** Remove everything of a conversation for good, waiting inbound too. Only the ids of its inbound stay, against repeats. */
  forget(conversation: string): Promise<void>;
  /** Throws when the store cannot serve. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
