import type { Patience } from '../handoff/patience';
import type { Presence } from '../handoff/presence';
import type { Store } from '../store/contract';
import { lookedFor } from './held';
import { type Missing, readMemory } from './memory';
import { LOOK_EVENT } from './natter-bot';
import type { Turns } from './turns';

export interface RoundsDeps {
  store: Store;
  turns: Turns;
  presence: Presence;
  patience: Patience;
  /** Milliseconds since 1970. */
  now: () => number;
}

/**
 * Goes round everybody whom a worker has, and looks whether those workers are there. Only where something is not as it was
 * when it was last looked there is a turn: most rounds write nothing. Every process goes round; of those that find the same
 * in the same minute, one is heard.
 */
export function createRounds({ store, turns, presence, patience, now }: RoundsDeps): () => Promise<void> {
  return async () => {
    const held = await store.desk(['worker']);
    if (held.length === 0) return;
    const there = await presence.all();
    const at = now();
    const round = Math.floor(at / patience.lookMs);
    const failed: unknown[] = [];
    for (const { id: conversation, channel, body } of held) {
      const memory = readMemory(body);
      if (!isNews(lookedFor(memory), memory.missing, there, at - patience.awayMs)) continue;
      const activity = { type: 'event', name: LOOK_EVENT };
      // One that cannot be looked at keeps nobody else from it.
      await turns
        .receive({ id: `look:${conversation}:${round}`, channel, conversation, activity })
        .catch((error) => failed.push(error));
    }
    if (failed.length > 0) throw failed[0];
  };
}

/** Somebody went, or came back, or has been gone since before `lost`. */
function isNews(theirs: string[], missing: Missing[], there: ReadonlySet<string>, lost: number): boolean {
  const since = new Map(missing.map((each) => [each.worker, each.since]));
  return theirs.some((id) => {
    const gone = since.get(id);
    return there.has(id) ? gone !== undefined : gone === undefined || gone <= lost;
  });
}
