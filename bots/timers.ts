import type { Store } from '../store/contract';
import { TIMER_EVENT } from './natter-bot';
import type { Turns } from './turns';

const BATCH = 100;

/** Hands every timer that is due to its conversation, as a turn like any other. Returns how many. */
export async function ringTimers(store: Store, turns: Turns, now: number): Promise<number> {
  const due = await store.due(now, BATCH);
  for (const { id, conversation, at } of due) {
    const channel = (await store.load(conversation)).conversation?.channel;
    if (!channel) continue;
    const activity = { type: 'event', name: TIMER_EVENT, value: { id } };
    await turns.receive({ id: `timer:${conversation}:${id}:${at}`, channel, conversation, activity });
  }
  return due.length;
}
