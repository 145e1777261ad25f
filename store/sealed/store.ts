import type { Conversation, Loaded, Store } from '../contract';
import { StoreError } from '../errors';
import type { MasterKeys } from '../master-key';
import { openConversation, openEntry, openInbound, openOutgoing, openTimer, sealChange, sealInbound } from './bodies';
import { HeldKeys } from './held-keys';
import { type DataKey, openKeyring } from './keyring';
import { sealedRecords } from './records';

/**
 * Seals everything a person said on its way into `store`, and opens it on its way out. Each conversation has a key of its
 * own, wrapped with the newest master key and kept in the conversation's own body, so that a turn is still one commit and
 * whatever removes the conversation removes the key. What is read wrongly is not read at all: besides the store's own errors
 * there are WrongKeyError and BrokenSealError.
 */
export function sealed(store: Store, masterKeys: MasterKeys): Store {
  const keyring = openKeyring(masterKeys);
  const keys = new HeldKeys(store, keyring);
  const records = sealedRecords(store.records, keyring);
  const opened = (conversation: Conversation) => openConversation(keys.of(conversation), conversation);
  function openLoaded(id: string, { conversation, pending }: Loaded): Loaded {
    if (!conversation) keys.drop(id);
    return {
      conversation: conversation && opened(conversation),
      pending: pending.map((inbound) => openInbound(keyring, inbound)),
    };
  }

  /** Null when the row was deleted while it was on its way here, or is damaged. A wrong master key is told, not passed over. */
  async function openIfAny<Row extends { conversation: string; body: string }>(
    row: Row,
    open: (key: DataKey, row: Row) => Row,
  ): Promise<Row | null> {
    try {
      const key = await keys.forRow(row.conversation, row.body);
      return key && open(key, row);
    } catch (error) {
      if (error instanceof StoreError && error.code === 'broken-seal') return null;
      throw error;
    }
  }

  return {
    accept: (inbound) => store.accept(sealInbound(keyring, inbound)),
    async take(id, now, ms) {
      const taken = await store.take(id, now, ms);
      if (!taken) return null;
      try {
        return { lease: taken.lease, ...openLoaded(id, taken) };
      } catch (error) {
        await store.release(taken.lease).catch(() => undefined);
        throw error;
      }
    },
    renew: (lease, now, ms) => store.renew(lease, now, ms),
    release: (lease) => store.release(lease),
    load: async (id) => openLoaded(id, await store.load(id)),
    async commit(change) {
      const key = await keys.forChange(change);
      const after = await store.commit(sealChange(change, key));
      keys.keep(after, key);
      return { ...after, body: change.conversation.body };
    },
    unfinished: (limit) => store.unfinished(limit),
    transcript: (id, after, limit) =>
      keys.rows(
        id,
        () => store.transcript(id, after, limit),
        (key, entry) => openEntry(key, id, entry),
      ),

    async outbox(now, ms, limit) {
      const rows = await store.outbox(now, ms, limit);
      const open = await Promise.all(
        rows.map(async (row) => {
          const readable = await openIfAny(row, openOutgoing);
          // One that cannot be read must not hold up the others for ever.
          if (!readable) await store.dead(row.id, 'unreadable');
          return readable;
        }),
      );
      return open.filter((row) => row !== null);
    },
    sent: (id, providerId) => store.sent(id, providerId),
    retry: (id, dueAt, error) => store.retry(id, dueAt, error),
    dead: (id, error) => store.dead(id, error),
    outgoing: (id) => keys.rows(id, () => store.outgoing(id), openOutgoing),

    async due(now, limit) {
      const timers = await store.due(now, limit);
      const open = await Promise.all(timers.map((timer) => openIfAny(timer, openTimer)));
      return open.filter((timer) => timer !== null);
    },
    desk: async (owners) => (await store.desk(owners)).map(opened),
    conversations: (after, limit) => store.conversations(after, limit),
    watch: (listener) => store.watch(listener),
    hint: (hint) => store.hint(hint),
    watchHints: (listener) => store.watchHints(listener),
    records,
    async expire(now) {
      // So that no key outlives a deletion in this process's memory, whichever process deleted.
      keys.clear();
      return store.expire(now);
    },
    async forget(id) {
      await store.forget(id);
      keys.drop(id);
    },
    async ping() {
      await store.ping();
      await records.check();
    },
    close: () => store.close(),
  };
}
