import type { Activity } from 'botbuilder';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import type { NotWords } from '../handoff/types';

/** Where a person is reached on a channel that has to be sent to. Kept only inside what is sealed. */
export interface Address {
  /** Whose service carries it, which is also the name of its carrier: `twilio`, `notify`, `meta`, `botframework`. */
  provider: string;
  /** The person there: a number, a user id. */
  person: string;
  /** Our end of it: the number or account they wrote to. */
  ours: string;
  /** Whatever else the provider needs to have back. */
  detail?: unknown;
}

/** What an adapter knows of a message besides its words. */
export interface Beside {
  /** It was not words, or not only. */
  sent?: NotWords;
  /** They asked for no more messages, or for messages again, in words that the carrier understands too. */
  optOut?: 'stop' | 'start';
  /** The provider has answered the opt-out itself: nothing more may be said. */
  told?: boolean;
}

/** A message or event as an adapter hands it in, parsed and verified. */
export interface Arrival {
  /** The provider's id of this message: a repeat has the same one. Unique within the channel. */
  id: string;
  /** `web`, `sms`, `whatsapp`, ... */
  channel: string;
  conversation: string;
  activity: Partial<Activity>;
  /** Given by every channel that has to be sent to. */
  address?: Address;
  beside?: Beside;
}

/** They want the rest of a list that was too long for their channel. `value`: `{ from }`, how many they have seen. */
export const MORE_EVENT = 'natter/more';

/** What became of a message after its provider took it. `code` says why it failed: see `FailCode`. */
export interface Delivery {
  /** The row of the outbox, as the carrier was given it. */
  row: string;
  state: 'delivered' | 'read' | 'failed';
  code: FailCode | null;
}

/**
 * Why a message did not arrive. `opted-out`: they told their phone company to stop. `window-closed`: WhatsApp lets us write
 * only within 24 hours of their last message. The others are for the worker and the log.
 */
export type FailCode =
  | 'opted-out'
  | 'window-closed'
  | 'unreachable'
  | 'landline'
  | 'bad-address'
  | 'blocked'
  | 'expired'
  | 'rate'
  | 'settings'
  | 'template'
  | 'passing'
  | 'refused'
  | 'no-carrier'
  | 'taken-over';

/** What a provider said to one message. `pauseMs`: how long it wants to be left alone, when that is more than usual. */
export type Sent = { ok: true; providerId: string } | { ok: false; retry: boolean; code: FailCode; pauseMs?: number };

/** A message on its way out. `row` comes back with the provider's news of it. */
export interface Posted {
  row: string;
  conversation: string;
  address: Address;
  activity: Partial<Activity>;
  /** Tries that have ended before this one. */
  attempts: number;
}

/** A way out to people on a channel that has to be sent to. */
export interface Carrier {
  /** What one speaker says in one turn, as the messages it takes here. Pure. */
  parts(said: Partial<Activity>[]): Partial<Activity>[];
  /** Sends it. What throws is tried again. */
  send(posted: Posted): Promise<Sent>;
  /** Asks, without a word of what it is about, whether they want to read a reply. Where that is not needed, there is none. */
  knock?(posted: Posted): Promise<Sent>;
  /** Must events (of a handoff) go out too? */
  events?: boolean;
}

/** By provider. */
export type Carriers = ReadonlyMap<string, Carrier>;

/** All that an adapter may ask of the rest of Natter where people have their own client, as on the web. */
export interface Conversations {
  /**
   * Takes a message in. When it resolves, the message is durable and may be acknowledged.
   * `repeat`: it was taken in before, and nothing happened.
   * @throws StoreError `unavailable`: do not acknowledge; answer so that the sender tries again.
   */
  receive(arrival: Arrival): Promise<'new' | 'repeat'>;
  /**
   * What the person can see, in order, after the watermark (a transcript sequence number; 0: from the start).
   * Each activity has `id` `<conversation>|<seq>`, `timestamp`, `from.role` and, for their own, `channelData` as they sent it.
   */
  activities(conversation: string, after: number): Promise<{ activities: Partial<Activity>[]; watermark: number }>;
  /** The person is writing just now. Nothing of it is kept, and it may get lost; it is ignored unless a worker has them. */
  typing(conversation: string): Promise<void>;
  /** A wake-up whenever a conversation may have changed. Returns how to stop. */
  watch(listener: (conversation: string) => void): () => void;
  /**
   * Called when a worker is writing to them just now. `name` asks for the worker's first name: null when they are not there
   * any more. Returns how to stop.
   */
  watchTyping(listener: (conversation: string, name: () => Promise<string | null>) => void): () => void;
}

/** The same where people are reached through a provider. */
export interface Correspondence extends Pick<Conversations, 'receive'> {
  /**
   * The conversation of somebody who has no id of ours, only a number or a name at a provider. The first that is known counts;
   * the others are remembered as theirs too. Neither number nor name can be read from it.
   */
  conversationOf(channel: string, ours: string, person: [string, ...string[]]): Promise<string>;
  /** News of a message that was sent. Of a message that is not ours, or unknown, nothing happens. Throws like `receive`. */
  delivered(delivery: Delivery): Promise<void>;
}

/** A provider's way in and way out. */
export interface Channel {
  /** The provider's name in an `Address`. */
  provider: string;
  carrier: Carrier;
  /** Puts the provider's routes on the server. */
  mount(server: Server, to: Correspondence): void;
}

/** What every provider's adapter needs from outside. */
export interface ChannelDeps {
  /** Where the provider reaches us, as configured, without a slash at the end: signatures are made over it. */
  publicUrl: string;
  /** Milliseconds since 1970. */
  now: () => number;
  log: Logger;
}

/** Words of ours on the parts that a provider draws by itself. They come from content. */
export interface ChannelWords {
  /** Opens a list on WhatsApp: 20 letters at most. */
  choose: string;
  /** The last row of a list that goes on, on WhatsApp: 24 letters at most. */
  more: string;
  /** Stands for a text that was nothing but emoji, where those do not get through. */
  picture: string;
}
