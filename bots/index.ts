import type { Carriers, Conversations, Correspondence } from '../adapters/contract';
import { phraseTexts } from '../dialogs/phrases';
import { createEndedTalks } from '../handoff/ended';
import { opening } from '../handoff/hours';
import { PATIENCE, type Patience } from '../handoff/patience';
import type { Presence } from '../handoff/presence';
import type { Desk, Ends, Worker } from '../handoff/types';
import { createWaits } from '../handoff/waits';
import type { Conversation, Store } from '../store/contract';
import { createAddressBook } from './address-book';
import { createAtDesk } from './at-desk';
import { createConversations } from './conversations';
import { createDesk } from './desk-service';
import { createEndings } from './endings';
import type { Reach } from './fault-points';
import { languageName } from './language';
import { readMemory } from './memory';
import { NatterBot } from './natter-bot';
import { createPump, type Pump } from './pump';
import { createRounds } from './rounds';
import { type SenderDeps, sendDue } from './sender';
import type { Talk } from './talk';
import { talkIn } from './talk-in';
import type { Retention } from './turn';
import { Turns, type TurnsDeps } from './turns';
import { createTyping } from './typing';

export interface BotsDeps {
  store: Store;
  talk: Talk;
  /** Milliseconds since 1970. */
  now: () => number;
  newId: () => string;
  /** From 0 to 1, to spread what is tried again. */
  random: () => number;
  retention: Retention;
  /** Which workers are there. */
  presence: Presence;
  /** Where it is kept, in numbers, how talks with workers end; left out: nowhere. */
  ends?: Pick<Ends, 'ended' | 'forget'>;
  /** Everybody with an account at the desk; left out: nobody of whom it is known in which teams they are. */
  workers?: () => Promise<Worker[]>;
  /** How long people and workers are waited for; left out, as long as is meant. */
  patience?: Partial<Patience>;
  /** The ways out to channels that have to be sent to. */
  carriers: Carriers;
  log: TurnsDeps['log'] & SenderDeps['log'];
  reach?: Reach;
  /** How long a turn, or a message on its way out, is held, in milliseconds. */
  leaseMs?: number;
}

export interface Bots {
  turns: Turns;
  conversations: Conversations & Correspondence;
  desk: Desk;
  /** Sends what is due. It wakes by itself after a turn; what is due later needs a clock. */
  sender: Pump;
  /** Looks whether the workers who have somebody are there. It needs a clock. */
  rounds: () => Promise<void>;
}

const KEPT_NOWHERE: Pick<Ends, 'ended' | 'forget'> = { ended: async () => '', forget: async () => undefined };

/** Everything that runs turns, put together: what adapters hand messages to, what the desk acts through, what sends. */
export function createBots({ talk, newId, random, ...deps }: BotsDeps): Bots {
  const { store, now, presence, carriers, log } = deps;
  const isOpen = (at: number) => opening(talk.place, at).open;
  const waits = createWaits({ records: store.records, now, isOpen });
  const workers = deps.workers ?? (async () => []);
  const atDesk = createAtDesk({ store, presence, workers, now });
  const endedTalks = createEndedTalks({ records: store.records, now });
  const endings = createEndings({ store, ends: deps.ends ?? KEPT_NOWHERE, endedTalks, now });
  const staff = { presence, waits, atDesk, patience: { ...PATIENCE, ...deps.patience } };
  const book = createAddressBook(store.records, now);
  const somethingWrong = ({ body }: Conversation) =>
    phraseTexts(talkIn(talk, readMemory(body).speaks).library, 'something-wrong', 0);
  const typing = createTyping(store, now);
  const posted = () => sender.wake();
  const turns = new Turns({
    ...deps,
    bot: new NatterBot(talk, staff),
    somethingWrong,
    posted,
    forgetting: async (id) => void (await endedTalks.take(id)),
  });
  const conversations = createConversations(store, turns, book, typing);
  const sending = { ...deps, random, failed: conversations.delivered, opaque: book.opaque };
  const sender = createPump(
    () => sendDue(sending),
    (error) =>
      log.error({ code: (error as { code?: string }).code ?? 'fault', carriers: carriers.size }, 'sending failed'),
  );
  const desk = createDesk({
    ...{ store, turns, typing, presence, waits, endings, now, newId },
    place: talk.place,
    workers,
    languageName: (code) => languageName(talk, code),
    canAsk: (provider) => carriers.get(provider)?.knock !== undefined,
  });
  const rounds = createRounds({ store, turns, presence, patience: staff.patience, now });
  return { turns, conversations, desk, sender, rounds };
}
