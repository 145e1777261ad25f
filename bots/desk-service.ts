import type { Activity } from 'botbuilder';
import { isFor } from '../handoff/company';
import type { Desk, DeskEntry, DeskResult, DeskView, Waiting, Worker } from '../handoff/types';
import type { Conversation, Entry, Store } from '../store/contract';
import { sharedLines } from '../story/story';
import { fateOf } from './delivery';
import { type Memory, readMemory } from './memory';
import { DESK_EVENT } from './natter-bot';
import type { Turns } from './turns';
import type { DeskAct } from './worker';

const PAGE = 500;

/** The desk's side: `languageName` gives the English name of a language. Lists and views are read from the store, every act is a turn of its conversation. */
export function createDesk(
  store: Store,
  turns: Turns,
  newId: () => string,
  languageName: (code: string) => string,
): Desk {
  const act = async (id: string, act: DeskAct, key: string): Promise<DeskResult> => {
    const known = (await store.load(id)).conversation;
    if (!known) return { ok: false, why: 'gone' };
    const activity: Partial<Activity> = {
      type: 'event',
      name: DESK_EVENT,
      value: act,
      from: { id: 'worker', name: act.worker.name, role: 'bot' } as Activity['from'],
    };
    const { refused } = await turns.act({
      id: `desk:${id}:${key}`,
      channel: known.channel,
      conversation: id,
      activity,
    });
    return refused ? { ok: false, why: refused } : { ok: true };
  };

  return {
    async list(worker) {
      return (await store.desk(['waiting', 'worker'])).map((each) => waitingOf(each, languageName, worker));
    },
    async view(id, worker) {
      const { conversation } = await store.load(id);
      if (!conversation || (conversation.owner !== 'waiting' && conversation.owner !== 'worker')) return null;
      const { sharedFrom } = readMemory(conversation.body);
      return viewOf(conversation, await everythingAfter(store, id, sharedFrom), languageName, worker);
    },
    claim: (id, worker) => act(id, { act: 'claim', worker }, `claim:${newId()}`),
    say: (id, worker: Worker, text, messageId) =>
      act(id, { act: 'say', worker, text }, `say:${worker.id}:${messageId}`),
    note: (id, worker, text, messageId) => act(id, { act: 'note', worker, text }, `note:${worker.id}:${messageId}`),
    ask: (id, worker, wanted) => act(id, { act: 'ask', worker, ...wanted }, `ask:${newId()}`),
    takeBack: (id, worker) => act(id, { act: 'take-back', worker }, `take-back:${newId()}`),
    join: (id, worker) => act(id, { act: 'join', worker }, `join:${newId()}`),
    stepOut: (id, worker) => act(id, { act: 'step-out', worker }, `step-out:${newId()}`),
    handBack: (id, worker) => act(id, { act: 'hand-back', worker }, `hand-back:${newId()}`),
    end: (id, worker, outcome) => act(id, { act: 'end', worker, outcome }, `end:${newId()}`),
    watch: (listener) => store.watch(listener),
  };
}

async function everythingAfter(store: Store, id: string, after: number): Promise<Entry[]> {
  const entries = await store.transcript(id, after, PAGE);
  const last = entries.at(-1);
  return entries.length < PAGE || !last ? entries : [...entries, ...(await everythingAfter(store, id, last.seq))];
}

function waitingOf(conversation: Conversation, languageName: (code: string) => string, looks?: Worker): Waiting {
  const { worker, language, company } = readMemory(conversation.body);
  const { id, channel, owner, urgent, waitingSince, changedAt } = conversation;
  return {
    id,
    channel,
    owner: owner === 'worker' ? 'worker' : 'waiting',
    worker,
    ...company,
    ...(looks && { forYou: company.asked !== null && isFor(company.asked, looks) }),
    urgent,
    ...(language === null ? {} : { language: languageName(language) }),
    waitingSince: waitingSince ?? changedAt,
  };
}

function viewOf(
  conversation: Conversation,
  entries: Entry[],
  languageName: (code: string) => string,
  looks?: Worker,
): DeskView {
  const memory = readMemory(conversation.body);
  const { story } = memory;
  return {
    ...waitingOf(conversation, languageName, looks),
    shared: sharedLines(story),
    flags: story.flags,
    entries: entries.flatMap((entry) => entryOf(entry, memory)),
  };
}

function entryOf({ seq, at, from, body }: Entry, memory: Memory): DeskEntry[] {
  const { type, text, from: author, channelData } = JSON.parse(body) as Partial<Activity>;
  if (type !== 'message') return [];
  const { sent } = (channelData ?? {}) as { sent?: DeskEntry['sent'] };
  const delivery = fateOf(memory, seq);
  const beside = { ...(sent ? { sent } : {}), ...(delivery ? { delivery } : {}) };
  return [{ seq, at, from, name: author?.name ?? null, text: text ?? '', ...beside }];
}
