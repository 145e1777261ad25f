import type { Activity } from 'botbuilder';
import type { Address, Carrier } from '../adapters/contract';
import type { Author, Change } from '../store/contract';
import type { TurnWork } from './turn-work';

/** The body of a row: what to send, and to whom. */
export interface Row {
  activity: Partial<Activity>;
  address: Address;
}

/** The event that asks whether they want to read a reply. */
export const KNOCK_EVENT = 'natter/knock';

interface Said {
  seq: number;
  from: Author;
  activity: Partial<Activity>;
}

/**
 * The rows of one turn. A row's id begins with its conversation and the transcript's number of the last thing it says, so
 * that news of it finds its way back (`seqOf`).
 */
export function outboxOf(
  work: TurnWork,
  address: Address,
  carrier: Carrier | undefined,
  seq: number,
): Change['outbox'] {
  const { now, conversation, out, again, knock } = work;
  const row = (id: string, activity: Partial<Activity>) => ({
    id: `${conversation.id}|${id}`,
    channel: conversation.channel,
    priority: 'reply' as const,
    body: JSON.stringify({ activity, address } satisfies Row),
    dueAt: now,
  });
  const late = again.map((activity, index) => row(`${seq}.again${index}`, activity));
  const said = out.map(({ from, activity }, index) => ({ from, activity, seq: seq + index + 1 }));
  const rows = bySpeaker(said, carrier?.events ?? false).flatMap((group) => {
    const activities = group.map(({ activity }) => activity);
    const parts = carrier ? carrier.parts(activities) : activities;
    return parts.map((part, index) => row(`${group.at(-1)?.seq}${index > 0 ? `.${index}` : ''}`, part));
  });
  const knocks = knock ? [row(`${seq}.knock`, { type: 'event', name: KNOCK_EVENT })] : [];
  return [...late, ...rows, ...knocks];
}

/** The transcript's number in a row's id. */
export const seqOf = (row: string): string => /\|(\d+)/.exec(row)?.[1] ?? '';

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
