import type { Activity } from 'botbuilder';
import type { Change, Conversation, Inbound, Lease } from '../store/contract';
import { blankMemory, readMemory } from './memory';
import { type NatterBot, TIMER_EVENT } from './natter-bot';
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
  const memory = readMemory(loaded.body);
  const work: TurnWork = {
    now,
    conversation,
    memory,
    out: [],
    timers: { set: [], cancel: [] },
    forget: false,
    problems: [],
    refused: null,
  };
  const activity = arrivedActivity(inbound);
  if (activity.type === 'message') work.out.push({ from: 'person', activity });
  await adapter.run(
    { ...activity, conversation: { id: conversation.id } as Activity['conversation'] },
    work,
    (context) => bot.run(context),
  );
  return work;
}

/** Whatever a client says of itself, a message from outside is from the person. */
function arrivedActivity(inbound: Inbound): Partial<Activity> {
  const activity = JSON.parse(inbound.body) as Partial<Activity>;
  return activity.type === 'message' ? { ...activity, from: { id: 'person', name: '', role: 'user' } } : activity;
}

/** The turn that stands in for one that failed on a fault of ours: the words are kept, and the person is told so. */
export function stumbledTurn(loaded: Conversation, inbound: Inbound, words: string[], now: number): TurnWork {
  const memory = readMemory(loaded.body);
  const activity = arrivedActivity(inbound);
  const out: TurnWork['out'] = activity.type === 'message' ? [{ from: 'person', activity }] : [];
  if (loaded.owner === 'bot' && activity.type === 'message')
    out.push(
      ...words.map((text) => ({
        from: 'natter' as const,
        activity: { ...message(text), from: { ...NATTER, role: 'bot' } },
      })),
    );
  return {
    now,
    conversation: { ...loaded },
    memory,
    out,
    // A timer that cannot be dealt with must not ring for ever.
    timers: { set: [], cancel: activity.name === TIMER_EVENT ? [String(activity.value?.id)] : [] },
    forget: false,
    problems: [],
    refused: null,
  };
}

/**
 * The turn's whole effect as one change of the store. `pushed`: the channel has to be sent to; on others (the web) the
 * person's own client reads the transcript, and the transcript is all there is to write.
 */
export function changeOf(
  work: TurnWork,
  loaded: Conversation,
  lease: Lease,
  inbound: { arrived: Inbound[]; done: Change['done'] },
  retention: Retention,
  pushed: boolean,
): Change {
  const { now, conversation, memory, out, timers, forget } = work;
  const days = memory.claimed ? retention.claimed : retention.unclaimed;
  const { id, channel, owner, worker, waitingSince, urgent } = conversation;
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
      expiresAt: now + days * DAY_MS,
      body: JSON.stringify(memory),
    },
    ...inbound,
    transcript: out.map(({ from, activity }) => ({ at: now, from, body: JSON.stringify(activity) })),
    outbox: pushed ? outboxOf(work, loaded.seq) : [],
    timers,
    forget,
  };
}

function outboxOf({ now, conversation, out }: TurnWork, seq: number): Change['outbox'] {
  return out.flatMap(({ from, activity }, index) => {
    if (from === 'person' || from === 'desk' || activity.type !== 'message') return [];
    const body = JSON.stringify(activity);
    return [
      {
        id: `${conversation.id}|${seq + index + 1}`,
        channel: conversation.channel,
        priority: 'reply' as const,
        body,
        dueAt: now,
      },
    ];
  });
}
