import type { Activity, TurnContext } from 'botbuilder';
import type { Delivery } from '../adapters/contract';
import type { Memory } from './memory';
import { KNOCK, partOf } from './outbox';
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
  const { memory } = work;
  const knock = news.row.endsWith(KNOCK);
  // Whoever wants no more messages is not asked whether they want to read one.
  if (news.code === 'window-closed' && news.activity && !knock && !memory.stopped)
    return hold(work, news.row, news.activity);
  if (knock) hearOfKnock(memory, news.state);
  else note(memory, partOf(news.row), news.state);
  if (news.code === 'opted-out' && !memory.stopped) await stopMessages(context, talk);
}

function note(memory: Memory, part: string, state: Delivery['state']): void {
  const before = memory.deliveries[part];
  if (before && RANK[before] >= RANK[state]) return;
  memory.deliveries[part] = state;
  for (const old of Object.keys(memory.deliveries).sort(inOrder).slice(0, -MOST_KNOWN)) delete memory.deliveries[old];
}

/** Whoever could not even be asked has not got what is kept for them. */
function hearOfKnock(memory: Memory, state: Delivery['state']): void {
  if (state === 'failed') for (const { part } of memory.held) note(memory, part, state);
}

/** Keeps it until they write again, in the order it was said, and asks them once whether they want to read it. */
function hold(work: TurnWork, row: string, activity: Partial<Activity>): void {
  const { memory } = work;
  const asked = memory.held[0];
  work.knock = asked === undefined;
  if (asked && memory.deliveries[asked.part] === 'failed') note(memory, partOf(row), 'failed');
  const held = [...memory.held, { part: partOf(row), activity }].sort((a, b) => inOrder(a.part, b.part));
  memory.held = held.slice(-MOST_HELD);
  // What there is no room for will not arrive, and the worker is to know.
  for (const { part } of held.slice(0, -MOST_HELD)) note(memory, part, 'failed');
}

const { compare: inOrder } = new Intl.Collator('en', { numeric: true });

/** What became of a line of the transcript: of several parts, the one that fared worst. */
export function fateOf({ deliveries }: Pick<Memory, 'deliveries'>, seq: number): Delivery['state'] | undefined {
  const states = Object.entries(deliveries).flatMap(([part, state]) =>
    Number.parseInt(part, 10) === seq ? [state] : [],
  );
  return states.sort((one, other) => RANK[one] - RANK[other])[0];
}
