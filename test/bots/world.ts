import type { Activity } from 'botbuilder';
import type { Beside, Carrier, Posted, Sent } from '../../adapters/contract';
import { createBots } from '../../bots';
import type { Memory } from '../../bots/memory';
import { ringTimers } from '../../bots/timers';
import { createEnds } from '../../handoff/ends';
import { createPresence } from '../../handoff/presence';
import type { Worker } from '../../handoff/types';
import { readContent } from '../../read-content';
import type { Store } from '../../store/contract';
import { openSqliteStore } from '../../store/sqlite/store';
import { talkOf } from '../../talk-from-content';

const { content } = readContent('content', 'example');
if (!content) throw new Error('The content cannot be read.');
export const talk = talkOf(content, 'en');
/** The same where the translations that are drafts are served too. */
export const withDrafts = talkOf({ ...content, place: { ...content.place, drafts: true } }, 'en', talk.understanding);

/** A Tuesday morning, when the example place is open. */
export const TUESDAY_10AM = Date.parse('2026-06-16T09:00:00Z');
export const worker = (name: string): Worker => ({
  id: name.toLowerCase(),
  name,
  email: `${name}@example.org`,
  role: 'worker',
});

/** The bots on a store of their own, with a clock that stands still and ids that count. */
export function openBots(
  store: Store = openSqliteStore(':memory:'),
  understanding = talk.understanding,
  library = talk.library,
  near = talk.near,
  { translations, languageNames } = talk,
  /** Where ids begin to count: elsewhere for a second one on the same store. */
  firstId = 0,
  retention = { unclaimed: 30, claimed: 365 },
) {
  const clock = { now: TUESDAY_10AM };
  const faults: object[] = [];
  let ids = firstId;
  /** What a provider was given, and what it says to the next of them; it takes everything unless told otherwise. */
  const posted: Posted[] = [];
  const answers: Sent[] = [];
  const hand = async (one: Posted): Promise<Sent> => {
    posted.push(one);
    return answers.shift() ?? { ok: true, providerId: one.row };
  };
  /** Who has an account at the desk. */
  const workers: Worker[] = [];
  const ends = createEnds({
    ...{ records: store.records, now: () => clock.now, newId: () => `end-${++ids}` },
    ...{ timezone: talk.place.timezone, keepDays: retention.claimed },
  });
  const presence = createPresence({ records: store.records, now: () => clock.now });
  const carrier: Carrier = { parts: (said) => said, send: hand, knock: hand };
  const { turns, conversations, desk, sender, rounds } = createBots({
    store,
    talk: { ...talk, understanding, library, near, translations, languageNames },
    now: () => clock.now,
    newId: () => `id-${++ids}`,
    retention,
    random: () => 0.5,
    presence,
    ends,
    workers: async () => workers,
    carriers: new Map([['twilio', carrier]]),
    log: { error: (fields) => void faults.push(fields), warn: (fields) => void faults.push(fields) },
  });
  const says = (conversation: string, text: string, id = `message-${++ids}`, channel = 'web', beside: Beside = {}) =>
    conversations.receive({
      id,
      channel,
      conversation,
      activity: { type: 'message', text },
      beside,
      ...addressOn(channel),
    });
  return {
    store,
    clock,
    faults,
    turns,
    conversations,
    desk,
    presence,
    ends,
    workers,
    says,
    sender,
    posted,
    answers,
    /** By text message. */
    texts: (conversation: string, text: string, beside: Beside = {}) =>
      says(conversation, text, undefined, 'sms', beside),
    opens: (conversation: string, channel = 'web') =>
      conversations.receive({
        id: `start:${conversation}`,
        channel,
        conversation,
        activity: { type: 'conversationUpdate', membersAdded: [{ id: 'person', name: '' }] },
      }),
    async seen(conversation: string): Promise<Partial<Activity>[]> {
      return (await conversations.activities(conversation, 0)).activities;
    },
    /** What was said since the person last wrote. */
    async answer(conversation: string): Promise<string[]> {
      const { activities } = await conversations.activities(conversation, 0);
      const last = activities.findLastIndex(({ from }) => from?.id === 'person');
      return activities.slice(last + 1).flatMap(({ type, text }) => (type === 'message' && text ? [text] : []));
    },
    async memory(conversation: string): Promise<Memory> {
      return JSON.parse((await store.load(conversation)).conversation?.body ?? 'null') as Memory;
    },
    async later(ms: number) {
      clock.now += ms;
      await ringTimers(store, turns, clock.now);
      await rounds();
      sender.wake();
    },
    /** Asks for a person and says yes to everything, as a grown-up who has said something before. */
    async asksForAPerson(conversation: string) {
      for (const text of ['person', 'Yes, ask a worker', 'skip', 'skip', 'skip']) await says(conversation, text);
    },
  };
}

/** Whoever writes by text has a number. */
const addressOn = (channel: string) =>
  channel === 'web' ? {} : { address: { provider: 'twilio', person: '+447700900001', ours: '+447700900000' } };

/** What is waited for takes far longer on a slow machine, and less than this. */
const PATIENCE_MS = 30_000;

/** Waits until something holds; turns that were taken in but not run at once end soon. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    if (await holds()) return;
    await new Promise((done) => {
      setTimeout(done, 20);
    });
  }
  throw new Error('It did not come to hold.');
}
