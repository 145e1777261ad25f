import type { Activity } from 'botbuilder';
import { isLater } from '../handoff/booking';
import { isFor } from '../handoff/company';
import type { Hours } from '../handoff/hours';
import { inTurn } from '../handoff/order';
import { pausesAt } from '../handoff/pause';
import { seenBy } from '../handoff/peers';
import type { Presence } from '../handoff/presence';
import { isTheirs, whoIsThere } from '../handoff/routing';
import type { Desk, DeskEntry, DeskResult, DeskView, Earlier, Waiting, Worker } from '../handoff/types';
import type { Waits } from '../handoff/waits';
import type { Conversation, Entry, Store } from '../store/contract';
import { mayAsk } from './ask-to-read';
import { fateOf } from './delivery';
import type { Endings } from './endings';
import { type Memory, readMemory } from './memory';
import { DESK_EVENT } from './natter-bot';
import { reachOf } from './reach';
import { seenOf, sharedOf } from './seen-again';
import { once, shared } from './shared';
import { theirWish } from './team';
import type { Turns } from './turns';
import type { Typing } from './typing';
import type { DeskAct } from './worker';

const PAGE = 500;
const NOBODY: ReadonlySet<string> = new Set();

export interface DeskDeps {
  store: Store;
  turns: Turns;
  typing: Typing;
  presence: Presence;
  waits: Waits;
  endings: Endings;
  place: Hours;
  /** Everybody with an account at the desk. */
  workers: () => Promise<Worker[]>;
  /** Milliseconds since 1970. */
  now: () => number;
  newId: () => string;
  /** The English name of a language. */
  languageName: (code: string) => string;
  /** Whether a provider can ask somebody on WhatsApp if they want to read a reply. */
  canAsk: (provider: string) => boolean;
}

/** The desk's side. Lists and views are read from the store, every act is a turn of its conversation. */
export function createDesk(deps: DeskDeps): Desk {
  const { store, turns, typing, presence, waits, endings, place, workers } = deps;
  const { now, newId, languageName, canAsk } = deps;
  const act = async (
    id: string,
    act: DeskAct,
    key: string,
    done: (before: Conversation) => Promise<void> = async () => undefined,
  ): Promise<DeskResult> => {
    const known = (await store.load(id)).conversation;
    if (!known) return { ok: false, why: 'gone' };
    // Whoever acts is there. Should that not be written down now, it is with the next act.
    await presence.renew(act.worker.id).catch(() => undefined);
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
    if (refused) return { ok: false, why: refused };
    await done(known);
    return { ok: true };
  };
  /** Whoever was left by a worker had waited before, and whoever booked a time chose when: that is no wait of its own. */
  const waited = async ({ id, owner, waitingSince, body }: Conversation): Promise<void> => {
    const { leftBy, booked } = readMemory(body);
    if (owner !== 'waiting' || waitingSince === null || leftBy !== null || booked) return;
    // A wait that cannot be kept is one to learn from less; the claim stands.
    await waits.note(id, waitingSince, now()).catch(() => undefined);
  };

  /** Every wake-up makes every open page ask for the list: what is the same for all who look is read and made once. */
  const everybody = shared(async () => {
    const found = await store.desk(['waiting', 'worker']);
    const there = found.length > 0 ? await presence.all() : NOBODY;
    const people = inTurn(found.map((each) => waitingOf(each, readMemory(each.body), languageName, there, now())));
    return { people, staff: once(async () => whoIsThere(await workers(), there)) };
  });

  return {
    async list(looks) {
      const { people, staff } = await everybody();
      if (!looks || people.length === 0) return people;
      const chosen = looks.teams?.length || people.some(({ ratherPeer }) => ratherPeer);
      const there = chosen ? await staff() : null;
      return people.map((each) => ({
        ...forThem(each, looks),
        ...(there && { yourTeam: isTheirs(each, looks, there) }),
      }));
    },
    async view(id, looks) {
      const { conversation } = await store.load(id);
      if (!conversation || (conversation.owner !== 'waiting' && conversation.owner !== 'worker')) return null;
      const memory = readMemory(conversation.body);
      const { worker } = conversation;
      const there = worker !== null && (await presence.seen(worker)) ? new Set([worker]) : NOBODY;
      const entries = await everythingAfter(store, id, memory.sharedFrom);
      const reach = reachOf(conversation, memory, entries, canAsk);
      const seen = { ...viewOf(conversation, memory, entries, languageName, there, now()), ...(reach && { reach }) };
      return looks ? seenBy(looks, memory.peers, { ...forThem(seen, looks), ...readBy(memory, looks) }) : seen;
    },
    claim: (id, worker) => act(id, { act: 'claim', worker }, `claim:${newId()}`, waited),
    say: (id, worker: Worker, text, messageId) =>
      act(id, { act: 'say', worker, text }, `say:${worker.id}:${messageId}`),
    note: (id, worker, text, messageId) => act(id, { act: 'note', worker, text }, `note:${worker.id}:${messageId}`),
    ask: (id, worker, wanted) => act(id, { act: 'ask', worker, ...wanted }, `ask:${newId()}`),
    takeBack: (id, worker) => act(id, { act: 'take-back', worker }, `take-back:${newId()}`),
    join: (id, worker) => act(id, { act: 'join', worker }, `join:${newId()}`),
    askToRead: (id, worker) => act(id, { act: 'ask-to-read', worker }, `ask-to-read:${newId()}`),
    stepOut: (id, worker) => act(id, { act: 'step-out', worker }, `step-out:${newId()}`),
    handBack: (id, worker) => act(id, { act: 'hand-back', worker }, `hand-back:${newId()}`),
    release: (id, worker) => act(id, { act: 'release', worker }, `release:${newId()}`),
    end: (id, worker, outcome, agreed = {}) =>
      act(id, { act: 'end', worker, outcome, agreed }, `end:${newId()}`, (before) =>
        endings.ended(before, worker, outcome, agreed),
      ),
    pauses: () => pausesAt(place, now()),
    pause: (id, worker, wanted) => act(id, { act: 'pause', worker, for: wanted }, `pause:${newId()}`),
    back: (id, worker) => act(id, { act: 'back', worker }, `back:${newId()}`),
    ended: endings.lately,
    reopen: (id, worker) => act(id, { act: 'reopen', worker }, `reopen:${newId()}`, () => endings.reopened(id)),
    typing: typing.worker,
    watch: (listener) => store.watch(listener),
    watchTyping: typing.watchPeople,
  };
}

async function everythingAfter(store: Store, id: string, after: number): Promise<Entry[]> {
  const entries = await store.transcript(id, after, PAGE);
  const last = entries.at(-1);
  return entries.length < PAGE || !last ? entries : [...entries, ...(await everythingAfter(store, id, last.seq))];
}

function waitingOf(
  conversation: Conversation,
  memory: Memory,
  languageName: (code: string) => string,
  there: ReadonlySet<string>,
  now: number,
): Waiting {
  const { worker, team, story, language, leftBy, company, booked, paused } = memory;
  const { id, channel, seq, owner, urgent, waitingSince, changedAt } = conversation;
  // Words about danger, and being left by a worker, wait for no time.
  const later = owner === 'waiting' && !urgent && leftBy === null && isLater(booked, now);
  return {
    id,
    channel,
    owner: owner === 'worker' ? 'worker' : 'waiting',
    worker,
    ...company,
    urgent,
    ...(team && { team }),
    ...(theirWish([], { story }).peer && { ratherPeer: true as const }),
    ...(language === null ? {} : { language: languageName(language) }),
    ...(leftBy === null ? {} : { leftBy }),
    ...(conversation.worker === null || paused || there.has(conversation.worker) ? {} : { away: true as const }),
    ...(paused && { pausedUntil: paused.until }),
    ...(booked && { booked: { from: booked.from, to: booked.to } }),
    ...(later && { later }),
    seq,
    waitingSince: waitingSince ?? changedAt,
  };
}

/** What depends on who looks. */
const forThem = <T extends Waiting>(row: T, looks: Worker): T & { forYou: boolean } => ({
  ...row,
  forYou: row.asked !== null && isFor(row.asked, looks),
});

/** What they may read, or ask to read. */
const readBy = (memory: Memory, looks: Worker): Pick<DeskView, 'peersMayRead' | 'mayAskToRead'> => ({
  peersMayRead: memory.peersMayRead || memory.readers.includes(looks.id),
  ...(mayAsk(memory, looks) && { mayAskToRead: true }),
});

function viewOf(
  conversation: Conversation,
  memory: Memory,
  entries: Entry[],
  languageName: (code: string) => string,
  there: ReadonlySet<string>,
  now: number,
): DeskView {
  const { booked, peersMayRead } = memory;
  const { booked: _, ...row } = waitingOf(conversation, memory, languageName, there, now);
  return {
    ...row,
    ...(booked && { booked }),
    earlier: earlierOf(memory),
    shared: sharedOf(memory),
    peersMayRead,
    flags: memory.story.flags,
    entries: seenOf(memory, entries).flatMap((entry) => entryOf(entry, memory)),
  };
}

/** What the next worker should know: nobody has to tell it again. */
const earlierOf = ({ outcomes }: Memory): Earlier[] =>
  outcomes.flatMap(({ worker, name = '', ...ended }) => (ended.with || ended.promised ? [{ ...ended, name }] : []));

function entryOf({ seq, at, from, body }: Entry, memory: Memory): DeskEntry[] {
  const { type, text, from: author, channelData } = JSON.parse(body) as Partial<Activity>;
  if (type !== 'message') return [];
  const { sent } = (channelData ?? {}) as { sent?: DeskEntry['sent'] };
  const delivery = fateOf(memory, seq);
  const beside = { ...(sent ? { sent } : {}), ...(delivery ? { delivery } : {}) };
  return [{ seq, at, from, name: author?.name ?? null, text: text ?? '', ...beside }];
}
