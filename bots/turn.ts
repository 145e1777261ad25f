import type { Activity } from 'botbuilder';
import type { Address, Carriers } from '../adapters/contract';
import type { NotWords } from '../handoff/types';
import type { Change, Conversation, Inbound, Lease } from '../store/contract';
import { readArrived } from './arrived';
import { blankMemory, type Memory, readMemory } from './memory';
import { type NatterBot, TIMER_EVENT } from './natter-bot';
import { outboxOf } from './outbox';
import { message } from './speak';
import { NATTER, TurnAdapter } from './turn-adapter';
import type { TurnWork } from './turn-work';

/** How long things are kept, in days. */
export interface Retention {
  /** Conversations no worker picked up. */
  unclaimed: number;
  /** Conversations a worker has had. */
  claimed: number;
}

/** Where somebody's number can be seen, every message is sent one by one, and there may be no buttons. */
const PHONES = new Set(['sms', 'whatsapp']);
const DAY_MS = 24 * 60 * 60_000;
const adapter = new TurnAdapter();

/** A conversation nobody has committed yet. */
export function newConversation(id: string, channel: string): Conversation {
  return {
    id,
    channel,
    version: 0,
    seq: 0,
    owner: 'bot',
    worker: null,
    waitingSince: null,
    urgent: false,
    changedAt: 0,
    expiresAt: 0,
    body: JSON.stringify(blankMemory()),
  };
}

/** Runs one inbound through the bot and gives back everything the turn wants kept. Nothing is written here. */
export async function runTurn(bot: NatterBot, loaded: Conversation, inbound: Inbound, now: number): Promise<TurnWork> {
  const conversation = { ...loaded };
  const { activity, address, beside = {} } = readArrived(inbound);
  const memory = reachedAt(readMemory(loaded.body), loaded.channel, address);
  const work: TurnWork = { ...blankWork(now, conversation, memory), beside };
  if (activity.type === 'message') work.out.push({ from: 'person', activity: withSent(activity, beside.sent) });
  await adapter.run(
    { ...activity, conversation: { id: conversation.id } as Activity['conversation'] },
    work,
    (context) => bot.run(context),
  );
  return work;
}

function blankWork(now: number, conversation: Conversation, memory: Memory): TurnWork {
  return {
    now,
    conversation,
    memory,
    out: [],
    timers: { set: [], cancel: [] },
    forget: false,
    beside: {},
    again: [],
    knock: false,
    problems: [],
    refused: null,
  };
}

/** Wherever they last wrote from is where they are answered. */
function reachedAt(memory: Memory, channel: string, address: Address | undefined): Memory {
  if (address) memory.address = address;
  memory.engine.phone = PHONES.has(channel);
  return memory;
}

/** A photo is kept as "a photo". */
function withSent(activity: Partial<Activity>, sent: NotWords | undefined): Partial<Activity> {
  return sent ? { ...activity, channelData: { sent } } : activity;
}

/** The turn that stands in for one that was refused. A timer is done with as well: it must not ring for ever. */
export function nothingDone(loaded: Conversation, inbound: Inbound, now: number): TurnWork {
  const { activity } = readArrived(inbound);
  const cancel = activity.name === TIMER_EVENT ? [String(activity.value?.id)] : [];
  return { ...blankWork(now, { ...loaded }, readMemory(loaded.body)), timers: { set: [], cancel } };
}

/** The turn that stands in for one that failed on a fault of ours: the words are kept, and the person is told so. */
export function stumbledTurn(loaded: Conversation, inbound: Inbound, words: string[], now: number): TurnWork {
  const { activity, address, beside } = readArrived(inbound);
  const memory = reachedAt(readMemory(loaded.body), loaded.channel, address);
  // Whatever else went wrong, this is heard.
  if (beside?.optOut === 'stop') memory.stopped = true;
  const out: TurnWork['out'] =
    activity.type === 'message' ? [{ from: 'person', activity: withSent(activity, beside?.sent) }] : [];
  if (loaded.owner === 'bot' && activity.type === 'message' && !memory.stopped)
    out.push(
      ...words.map((text) => ({
        from: 'natter' as const,
        activity: { ...message(text), from: { ...NATTER, role: 'bot' } },
      })),
    );
  return {
    ...blankWork(now, { ...loaded }, memory),
    out,
    // A timer that cannot be dealt with must not ring for ever.
    timers: { set: [], cancel: activity.name === TIMER_EVENT ? [String(activity.value?.id)] : [] },
  };
}

/**
 * The turn's whole effect as one change of the store. What has an address has to be sent; on other channels (the web) the
 * person's own client reads the transcript, and the transcript is all there is to write.
 */
export function changeOf(
  work: TurnWork,
  loaded: Conversation,
  lease: Lease,
  inbound: { arrived: Inbound[]; done: Change['done'] },
  { retention, carriers }: { retention: Retention; carriers: Carriers },
): Change {
  const { now, conversation, memory, out, timers, forget } = work;
  const days = memory.claimed ? retention.claimed : retention.unclaimed;
  const { id, channel, owner, worker, waitingSince, urgent } = conversation;
  const { address } = memory;
  return {
    lease,
    now,
    expected: loaded.version,
    conversation: {
      id,
      channel,
      owner,
      worker,
      waitingSince,
      urgent,
      expiresAt: Math.max(now + days * DAY_MS, endOf(memory.booked) + DAY_MS),
      body: JSON.stringify(memory),
    },
    ...inbound,
    transcript: out.map(({ from, activity }) => ({ at: now, from, body: JSON.stringify(activity) })),
    outbox: address ? outboxOf(work, address, carriers.get(address.provider), loaded.seq) : [],
    timers,
    forget,
  };
}

/** Until then somebody who asked to be reached is not forgotten, however short things are kept. */
const endOf = (booked: Memory['booked']): number => booked?.to ?? booked?.from ?? 0;
