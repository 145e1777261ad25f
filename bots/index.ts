import type { Conversations } from '../adapters/contract';
import { phraseTexts } from '../dialogs/phrases';
import type { Desk } from '../handoff/types';
import type { Store } from '../store/contract';
import { createConversations } from './conversations';
import { createDesk } from './desk-service';
import type { Reach } from './fault-points';
import { NatterBot } from './natter-bot';
import type { Talk } from './talk';
import type { Retention } from './turn';
import { Turns, type TurnsDeps } from './turns';

export interface BotsDeps {
  store: Store;
  talk: Talk;
  /** Milliseconds since 1970. */
  now: () => number;
  newId: () => string;
  retention: Retention;
  /** Channels that have to be sent to. */
  pushes: ReadonlySet<string>;
  log: TurnsDeps['log'];
  reach?: Reach;
  /** How long a turn is held, in milliseconds. */
  leaseMs?: number;
}

/** Everything that runs turns, put together: what adapters hand messages to, what the desk acts through. */
export function createBots({ talk, newId, ...deps }: BotsDeps): {
  turns: Turns;
  conversations: Conversations;
  desk: Desk;
} {
  const somethingWrong = () => phraseTexts(talk.library, 'something-wrong', 0);
  const turns = new Turns({ ...deps, bot: new NatterBot(talk), somethingWrong });
  return { turns, conversations: createConversations(deps.store, turns), desk: createDesk(deps.store, turns, newId) };
}
