import { type Hint, KEEP_IDS, KEEP_WAITING, type Loaded, type Store } from '../contract';
import { makeWatchers } from '../watchers';
import { type Tables, writeChange } from './commit';
import { openConversations } from './conversations';
import { type Database, openDatabase } from './database';
import { makeGroup } from './group';
import { openInbox } from './inbox';
import { makeLeases } from './leases';
import { openOutbox } from './outbox';
import { openRecords, type SqliteRecords } from './records';
import { openTimers } from './timers';
import { openTranscript } from './transcript';

/**
 * Opens the embedded store; the file and its folder are made when missing, readable by this account only.
 * One server process owns a file; a tool may write to it beside the server.
 * @param options.busyMs how long to wait, standing still, for another process that is writing. Milliseconds.
 * @throws UnavailableError when the file cannot be used, TooNewError when a later Natter wrote it.
 */
export function openSqliteStore(file: string | ':memory:', options: { busyMs?: number } = {}): Store {
  const db = openDatabase(file, options.busyMs ?? 2000);
  const tables: Tables = {
    inbox: openInbox(db),
    conversations: openConversations(db),
    transcript: openTranscript(db),
    outbox: openOutbox(db),
    timers: openTimers(db),
  };
  const { inbox, conversations, transcript, outbox, timers } = tables;
  const records = openRecords(db);
  const leases = makeLeases();
  const grouped = makeGroup(db);
  const { watch, wake, close: stopWatching } = makeWatchers();
  const hints = makeWatchers<Hint>();
  const load = (id: string): Loaded =>
    db.read(() => ({ conversation: conversations.find(id), pending: inbox.pending(id) }));

  return {
    async accept(inbound) {
      const isNew = await grouped(() => inbox.keep(inbound));
      if (isNew) wake(inbound.conversation);
      return isNew ? 'new' : 'repeat';
    },
    async take(conversation, now, ms) {
      // First what may fail, so that nobody is left holding a turn they were not given.
      const loaded = load(conversation);
      const lease = leases.take(conversation, now, ms);
      return lease && { lease, ...loaded };
    },
    renew: async (lease, now, ms) => leases.renew(lease, now, ms),
    release: async (lease) => leases.release(lease),
    load: async (conversation) => load(conversation),
    async commit(change) {
      const conversation = await grouped(() => writeChange(tables, leases, change));
      leases.release(change.lease);
      if (change.forget) scrubIfPossible(db);
      wake(conversation.id);
      return conversation;
    },
    unfinished: async (limit) => db.read(() => inbox.unfinished(limit)),
    transcript: async (conversation, after, limit) => db.read(() => transcript.after(conversation, after, limit)),

    outbox: async (now, ms, limit) => db.write(() => outbox.lease(now, ms, limit)),
    async sent(id, providerId) {
      const conversation = db.write(() => outbox.sent(id, providerId));
      if (conversation !== undefined) wake(conversation);
    },
    async retry(id, dueAt, error) {
      db.write(() => outbox.retry(id, dueAt, error));
    },
    async dead(id, error) {
      const conversation = db.write(() => outbox.dead(id, error));
      if (conversation !== undefined) wake(conversation);
    },
    outgoing: async (conversation) => db.read(() => outbox.of(conversation)),

    due: async (now, limit) => db.read(() => timers.due(now, limit)),
    desk: async (owners) => db.read(() => conversations.desk(owners)),
    async conversations(after, limit) {
      const ids = db.read(() => conversations.page(after ?? '', limit));
      return { ids, next: ids.at(-1) ?? null };
    },
    watch,
    hint: async ({ conversation, worker }) => hints.wake({ conversation, worker }),
    watchHints: hints.watch,
    records,
    async expire(now) {
      const gone = db.write(() => removeExpired(tables, records, now));
      gone.forEach(wake);
      db.scrub();
      return gone.length;
    },
    async forget(conversation) {
      db.write(() => {
        conversations.remove(conversation);
        inbox.forget(conversation);
      });
      wake(conversation);
      db.scrub();
    },
    ping: async () => db.ping(),
    async close() {
      stopWatching();
      hints.close();
      db.close();
    },
  };
}

/** Returns the ids of the conversations that went. */
function removeExpired(tables: Tables, records: SqliteRecords, now: number): string[] {
  records.removeExpired(now);
  tables.inbox.dropDone(now - KEEP_IDS);
  tables.inbox.dropWaiting(now - KEEP_WAITING);
  return tables.conversations.removeExpired(now);
}

/** The commit stands, so it must not be reported as failed; the sweeper's next round scrubs again. */
function scrubIfPossible(db: Database): void {
  try {
    db.scrub();
  } catch {}
}
