import type { Activity } from 'botbuilder';
import type { Beside, Carrier } from '../adapters/contract';
import { createBots } from '../bots';
import { type Memory, readMemory } from '../bots/memory';
import type { Talk } from '../bots/talk';
import { ringTimers } from '../bots/timers';
import { createPresence } from '../handoff/presence';
import type { NotWords, PauseFor, Worker } from '../handoff/types';
import type { Store } from '../store/contract';

/** A conversation played without a server: for the terminal, and for conversation tests. */
export interface Rehearsal {
  /** Opens it, as somebody who comes to the page does. */
  open(): Promise<Said[]>;
  person(text: string): Promise<Said[]>;
  /** They send something that is not words. */
  sends(sent: NotWords): Promise<Said[]>;
  worker(act: WorkerAct): Promise<Said[]>;
  /** Lets time pass; timers that come due ring. */
  later(ms: number): Promise<Said[]>;
  /** What is remembered now. */
  memory(): Promise<Memory | null>;
}

/** What a worker can do. `goes on`: with somebody whom they have ended. */
export type WorkerAct =
  | 'joins'
  | 'joins as a peer'
  | 'ends'
  | 'is back'
  | 'goes on'
  | { says: string }
  | { stepsAway: PauseFor };

/** Something the person can see that they did not write themselves. */
export type Said = Pick<Activity, 'text'> & { from: string; choices: string[] };

export interface RehearsalDeps {
  store: Store;
  talk: Talk;
  /** Where the rehearsal's clock starts, in milliseconds since 1970. It stands still but for `later`. */
  start: number;
  worker: Worker;
  /** On `sms` nobody opens a page: the first words are theirs. */
  channel: 'web' | 'sms';
  log: Record<'error' | 'warn', (fields: object, message: string) => void>;
}

const CONVERSATION = 'rehearsal';
const PHONE = { provider: 'rehearsal', person: '+447700900001', ours: '+447700900000' };

const everythingArrives: Carrier = {
  parts: (said) => said,
  send: async ({ row }) => ({ ok: true, providerId: row }),
};

/** Sets up a rehearsal. The store should be a fresh one. */
export function createRehearsal({ store, talk, start, worker, channel, log }: RehearsalDeps): Rehearsal {
  let now = start;
  let ids = 0;
  let seen = 0;
  const newId = () => `id-${++ids}`;
  const { turns, conversations, desk } = createBots({
    store,
    talk,
    now: () => now,
    newId,
    retention: { unclaimed: 30, claimed: 365 },
    random: () => 0.5,
    presence: createPresence({ records: store.records, now: () => now }),
    carriers: new Map([[PHONE.provider, everythingArrives]]),
    log,
  });

  const address = channel === 'sms' ? { address: PHONE } : {};
  const hand = (activity: Partial<Activity>, beside: Beside = {}) =>
    turns.receive({ id: newId(), channel, conversation: CONVERSATION, activity, beside, ...address });
  const news = async (): Promise<Said[]> => {
    const { activities, watermark } = await conversations.activities(CONVERSATION, seen);
    seen = watermark;
    return activities.filter(({ type, from }) => type === 'message' && from?.id !== 'person').map(said);
  };

  return {
    async open() {
      if (channel === 'sms') return [];
      await hand({ type: 'conversationUpdate', membersAdded: [{ id: 'person', name: '' }] });
      return news();
    },
    async person(text) {
      await hand({ type: 'message', text, from: { id: 'person', name: '', role: 'user' } });
      return news();
    },
    async sends(sent) {
      await hand({ type: 'message', text: '' }, { sent });
      return news();
    },
    async worker(act) {
      if (act === 'joins') await desk.claim(CONVERSATION, worker);
      else if (act === 'joins as a peer') await desk.claim(CONVERSATION, { ...worker, role: 'peer' });
      else if (act === 'ends') await desk.end(CONVERSATION, worker, 'connected');
      else if (act === 'is back') await desk.back(CONVERSATION, worker);
      else if (act === 'goes on') await desk.reopen(CONVERSATION, worker);
      else if ('stepsAway' in act) await desk.pause(CONVERSATION, worker, act.stepsAway);
      else await desk.say(CONVERSATION, worker, act.says, newId());
      return news();
    },
    async later(ms) {
      now += ms;
      await ringTimers(store, turns, now);
      return news();
    },
    async memory() {
      const { conversation } = await store.load(CONVERSATION);
      return conversation && readMemory(conversation.body);
    },
  };
}

function said({ text, from, suggestedActions }: Partial<Activity>): Said {
  return {
    text: text ?? '',
    from: from?.name ?? '',
    choices: (suggestedActions?.actions ?? []).map(({ title }) => title),
  };
}
