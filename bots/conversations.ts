import type { Activity } from 'botbuilder';
import type { Conversations } from '../adapters/contract';
import type { Store } from '../store/contract';
import type { Turns } from './turns';

/** Small, since each may be 100,000 characters long; who wants all of it asks again from the watermark. */
const PAGE = 100;

/** What the adapters get: hand in what arrived, read what the person may see. */
export function createConversations(store: Store, turns: Turns): Conversations {
  return {
    receive: (arrival) => turns.receive(arrival),
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
    watch: (listener) => store.watch(listener),
  };
}
