import type { Activity } from 'botbuilder';
import type { Conversations, Correspondence, Delivery } from '../adapters/contract';
import type { Store } from '../store/contract';
import type { AddressBook } from './address-book';
import { DELIVERY_EVENT, type News } from './delivery';
import { conversationOf, type Row } from './outbox';
import type { Turns } from './turns';
import type { Typing } from './typing';

/** Small, since each may be 100,000 characters long; who wants all of it asks again from the watermark. */
const PAGE = 100;

/** What the adapters get: hand in what arrived, read what the person may see. */
export function createConversations(
  store: Store,
  turns: Turns,
  book: AddressBook,
  typing: Typing,
): Conversations & Correspondence {
  return {
    // Some providers write the person's number into their ids.
    receive: async (arrival) =>
      turns.receive(arrival.address ? { ...arrival, id: await book.opaque(arrival.id) } : arrival),
    conversationOf: book.conversationOf,
    delivered: (delivery) => delivered(store, turns, delivery),
    async activities(conversation, after) {
      const entries = await store.transcript(conversation, after, PAGE);
      const activities = entries
        .filter(({ from }) => from !== 'desk')
        .map(({ seq, at, body }) => ({
          ...(JSON.parse(body) as Partial<Activity>),
          id: `${conversation}|${String(seq).padStart(7, '0')}`,
          timestamp: new Date(at),
          conversation: { id: conversation } as Activity['conversation'],
        }));
      return { activities, watermark: entries.at(-1)?.seq ?? after };
    },
    typing: typing.person,
    watch: (listener) => store.watch(listener),
    watchTyping: typing.watchWorkers,
  };
}

/** News of a message is a turn of its conversation. What the window kept back travels with it, to go out again later. */
async function delivered(store: Store, turns: Turns, delivery: Delivery): Promise<void> {
  const conversation = conversationOf(delivery.row);
  const channel = (await store.load(conversation)).conversation?.channel;
  if (!channel) return;
  const rows = delivery.code === 'window-closed' ? await store.outgoing(conversation) : [];
  const kept = rows.find(({ id }) => id === delivery.row);
  const news: News = { ...delivery, activity: kept ? (JSON.parse(kept.body) as Row).activity : null };
  const activity = { type: 'event', name: DELIVERY_EVENT, value: news };
  await turns.receive({ id: `delivery:${delivery.row}:${delivery.state}`, channel, conversation, activity });
}
