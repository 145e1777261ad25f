import type { Activity } from 'botbuilder';
import type { Address, Carrier } from '../adapters/contract';
import type { Author, Change } from '../store/contract';
import type { TurnWork } from './turn-work';

/** The body of a row: what to send, and to whom. */
export interface Row {
  activity: Partial<Activity>;
  address: Address;
  /** Said when they had asked for no more messages: the acknowledgement. What was said before that is not sent any more. */
  afterStop?: boolean;
}

/** The event that asks whether they want to read a reply. */
export const KNOCK_EVENT = 'natter/knock';
/** How the id of its row ends. */
export const KNOCK = '.knock';

interface Said {
  seq: number;
  from: Author;
  activity: Partial<Activity>;
}

/**
 * The rows of one turn. A row's id begins with its conversation, the transcript's number of the last thing it says and which
 * part of that it is, so that news of it finds its way back (`partOf`).
 */
export function outboxOf(
  work: TurnWork,
  address: Address,
  carrier: Carrier | undefined,
  seq: number,
): Change['outbox'] {
  const { now, conversation, memory, out, again, knock } = work;
  const row = (id: string, activity: Partial<Activity>) => ({
    id: `${conversation.id}|${id}`,
    channel: conversation.channel,
    priority: 'reply' as const,
    body: JSON.stringify({ activity, address, afterStop: memory.stopped } satisfies Row),
    dueAt: now,
  });
  const late = again.map(({ part, activity }) => row(`${part}.again${seq}`, activity));
  const said = out.map(({ from, activity }, index) => ({ from, activity, seq: seq + index + 1 }));
  const rows = bySpeaker(said, carrier?.events ?? false).flatMap((group) => {
    const activities = group.map(({ activity }) => activity);
    const parts = carrier ? carrier.parts(activities) : activities;
    return parts.map((part, index) => row(`${group.at(-1)?.seq}${index > 0 ? `.${index}` : ''}`, part));
  });
  const knocks = knock ? [row(`${seq}${KNOCK}`, { type: 'event', name: KNOCK_EVENT })] : [];
  return [...late, ...rows, ...knocks];
}

/** The transcript's number in a row's id, with the number of the part after the first: `12`, `12.1`. */
export const partOf = (row: string): string => /\|(\d+(?:\.\d+)?)/.exec(row)?.[1] ?? '';

/** The conversation a row belongs to. */
export const conversationOf = (row: string): string => row.slice(0, row.indexOf('|'));

/** What is for the person, with what one speaker says in a row kept together. Events only where they are wanted. */
function bySpeaker(said: Said[], events: boolean): Said[][] {
  const groups: Said[][] = [];
  for (const one of said) {
    const { from, activity } = one;
    if (from === 'person' || from === 'desk') continue;
    if (activity.type !== 'message' && !events) continue;
    const last = groups.at(-1);
    const before = last?.at(-1);
    const together = before?.from === from && from === 'natter' && before.activity.type === activity.type;
    if (last && together) last.push(one);
    else groups.push([one]);
  }
  return groups;
}
