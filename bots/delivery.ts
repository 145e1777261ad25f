import type { Activity, TurnContext } from 'botbuilder';
import type { Delivery } from '../adapters/contract';
import { KNOCK_EVENT, seqOf } from './outbox';
import { stopMessages } from './stop';
import type { Talk } from './talk';
import { type TurnWork, workOf } from './turn-work';

/** The event that brings news of a message. */
export const DELIVERY_EVENT = 'natter/delivery';

/** News of a message; of one that WhatsApp's window kept back, the message itself too. */
export interface News extends Delivery {
  activity: Partial<Activity> | null;
}

/** Enough to show a worker the talk they are in. */
const MOST_KNOWN = 50;
const MOST_HELD = 20;
const RANK: Record<Delivery['state'], number> = { failed: 0, delivered: 1, read: 2 };

/** Keeps what became of a message. News only ever moves forwards: providers tell it in any order. */
export async function hearOfDelivery(context: TurnContext, talk: Talk, news: News): Promise<void> {
  const work = workOf(context);
  if (news.code === 'window-closed') return hold(work, news);
  note(work, seqOf(news.row), news.state);
  if (news.code === 'opted-out' && !work.memory.stopped) await stopMessages(context, talk);
}

function note({ memory }: TurnWork, seq: string, state: Delivery['state']): void {
  const before = memory.deliveries[seq];
  if (before && RANK[before] >= RANK[state]) return;
  memory.deliveries[seq] = state;
  for (const old of Object.keys(memory.deliveries).slice(0, -MOST_KNOWN)) delete memory.deliveries[old];
}

/** Keeps it until they write again, and asks them once whether they want to read it. */
function hold(work: TurnWork, { activity, row }: News): void {
  const { memory } = work;
  if (!activity || activity.name === KNOCK_EVENT) return note(work, seqOf(row), 'failed');
  work.knock = memory.held.length === 0;
  memory.held = [...memory.held, activity].slice(-MOST_HELD);
}
