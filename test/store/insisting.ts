import type { Change, Conversation, Inbound, Loaded, Records, Store } from '../../store/contract';
import { UnavailableError } from '../../store/errors';
import { around, type Call } from './flaky';

/** With one try in four failing, all of these fail once in a million million times: then the store is gone. */
const TRIES = 20;

/**
 * A caller who tries again until the store answers, as every caller must.
 *
 * What it writes carries a mark of its own. So when a second try is refused it can look whether its first was written: only
 * then has it succeeded, and it never takes another's success for its own. Where somebody has written over it meanwhile it
 * cannot tell, and passes the refusal on; for a turn that means: load, and run it again.
 */
export function insisting(store: Store): Store {
  const mark = marker();
  return {
    ...around(store, patient),
    records: insistingRecords(store.records, mark),
    accept: (inbound) => accept(store, { ...inbound, body: mark(inbound.body) }),
    commit: (change) =>
      commit(store, { ...change, conversation: { ...change.conversation, body: mark(change.conversation.body) } }),
    async take(id, now, ms) {
      const taken = await insist(() => store.take(id, now, ms));
      return taken && { lease: taken.lease, ...unmarkedLoaded(taken) };
    },
    load: async (id) => unmarkedLoaded(await insist(() => store.load(id))),
    desk: async (owners) => (await insist(() => store.desk(owners))).map(unmarked),
  };
}

function accept(store: Store, inbound: Inbound): Promise<'new' | 'repeat'> {
  return insist(async (again) => {
    const answer = await store.accept(inbound);
    if (answer === 'new' || !again) return answer;
    const { pending } = await store.load(inbound.conversation);
    return pending.some(({ body }) => body === inbound.body) ? 'new' : 'repeat';
  });
}

function commit(store: Store, change: Change): Promise<Conversation> {
  return insist(async (again) => {
    try {
      return unmarked(await store.commit(change));
    } catch (refusal) {
      if (!again || refusal instanceof UnavailableError) throw refusal;
      const { conversation } = await store.load(change.conversation.id);
      if (conversation?.body !== change.conversation.body) throw refusal;
      return unmarked(conversation);
    }
  });
}

function insistingRecords(records: Records, mark: (body: string) => string): Records {
  const unmarkedBody = (body: string | null) => body && unmarked({ body }).body;
  return {
    ...around(records, patient),
    async put(kind, key, body, expiresAt) {
      const marked = mark(body);
      await insist(() => records.put(kind, key, marked, expiresAt));
    },
    add(kind, key, body, expiresAt, now) {
      const marked = mark(body);
      return insist(async (again) => {
        if (await records.add(kind, key, marked, expiresAt, now)) return true;
        return again && (await records.get(kind, key, now)) === marked;
      });
    },
    get: async (...args) => unmarkedBody(await insist(() => records.get(...args))),
    take: async (...args) => unmarkedBody(await insist(() => records.take(...args))),
    list: async (...args) => (await insist(() => records.list(...args))).map(unmarked),
    page: async (...args) => (await insist(() => records.page(...args))).map(unmarked),
  };
}

const LISTENS = new Set(['watch', 'watchHints']);

/** Repeating it changes nothing, and the answer is the same. Those who only listen are answered at once: that is no call over the line. */
const patient = (call: Call, name: string): Call =>
  LISTENS.has(name) ? call : (...args) => insist(async () => call(...args));

/** `again`: an earlier try may have been done all the same. */
async function insist<T>(attempt: (again: boolean) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt(tries > 1);
    } catch (error) {
      if (!(error instanceof UnavailableError) || tries === TRIES) throw error;
    }
  }
}

/** Puts a number in front of a body that no other body has. */
function marker(): (body: string) => string {
  let count = 0;
  return (body) => {
    count += 1;
    return `${count}:${body}`;
  };
}

const unmarkedLoaded = ({ conversation, pending }: Loaded): Loaded => ({
  conversation: conversation && unmarked(conversation),
  pending: pending.map(unmarked),
});
const unmarked = <Row extends { body: string }>(row: Row): Row => ({ ...row, body: row.body.replace(/^\d+:/, '') });
