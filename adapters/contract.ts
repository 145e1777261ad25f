import type { Activity } from 'botbuilder';

/** A message or event as an adapter hands it in, parsed and verified. */
export interface Arrival {
  /** The provider's id of this message: a repeat has the same one. Unique within the channel. */
  id: string;
  /** `web`, `sms`, `whatsapp`, ... */
  channel: string;
  conversation: string;
  activity: Partial<Activity>;
}

/** All that an adapter may ask of the rest of Natter. */
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
  /** A wake-up whenever a conversation may have changed. Returns how to stop. */
  watch(listener: (conversation: string) => void): () => void;
}
