import type { NotWords } from '../../handoff/types';

/** A message of Natter's as it reached a phone. */
export interface Reached {
  /** The id that the stand-in gave it, as the provider would. */
  id: string;
  to: string;
  text: string;
  /** What can be tapped, in order. Empty where there are no buttons. */
  choices: { id: string; label: string }[];
  /** How they look. `template`: sent outside the window. */
  kind: 'text' | 'buttons' | 'list' | 'template';
  /** Text messages only: what it costs. */
  segments: number | null;
  state: 'sent' | 'delivered' | 'read' | 'failed';
  at: number;
}

/** What the provider, or the phone network, gets wrong. All of it is off until it is set. */
export interface Faults {
  /** Requests to Natter come late, by up to this. */
  delayMs: number;
  /** Every request to Natter comes twice. */
  duplicate: boolean;
  /** Statuses come in any order, and before the answer to the request they are about. */
  reorder: boolean;
  /** The next so many sends are refused as too many. */
  tooMany: number;
  /** The next so many sends break off after they were taken: Natter never hears the answer. */
  lostAnswers: number;
  /** Messages are taken, and then not delivered. */
  undelivered: boolean;
  /** WhatsApp only: more than 24 hours have passed. */
  windowClosed: boolean;
}

/**
 * Stands in for a provider that cannot be reached from here: it takes what Natter sends over the provider's own HTTP, and
 * sends Natter what the provider would, signed as the provider signs. The try page and the tests use the same ones.
 */
export interface StandIn {
  provider: 'twilio' | 'notify' | 'meta';
  /** What goes into the setting `*_API_URL`. */
  url: string;
  /** Where to find Natter, once it listens. */
  natter(url: string): void;
  faults: Faults;
  /** Everything that reached a phone, oldest first. */
  reached: Reached[];
  /** Told whenever `reached` or a state in it changes. Returns how to stop. */
  watch(listener: () => void): () => void;
  /** The person with this number writes. Resolves with the status code of Natter's answer. `id`: to send the same again. */
  write(from: string, text: string, id?: string): Promise<number>;
  /** They tap a choice of a message. */
  tap(from: string, message: string, choice: string): Promise<number>;
  /** They send something that is not words. */
  attach(from: string, sent: NotWords): Promise<number>;
  /** The network reports on a message. `code`: the provider's own, when it failed. */
  report(message: string, state: 'delivered' | 'read' | 'failed', code?: string): Promise<number>;
  close(): Promise<void>;
}

export const noFaults = (): Faults => ({
  delayMs: 0,
  duplicate: false,
  reorder: false,
  tooMany: 0,
  lostAnswers: 0,
  undelivered: false,
  windowClosed: false,
});
