/** What the try page shows, as its server tells it. */

/** A way a phone is reached: which provider carries it. */
export type Via = 'twilio' | 'notify' | 'meta' | 'twilio-whatsapp';
export type Phone = 'sms' | 'whatsapp';

/** A message on a phone's screen. */
export interface Bubble {
  id: string;
  /** The person's own. */
  mine: boolean;
  text: string;
  /** `template`: asks whether they want to read a reply. `thing`: a photo and the like; `text` then names it. */
  kind: 'text' | 'buttons' | 'list' | 'template' | 'thing';
  choices: { id: string; label: string }[];
  /** What a text message of Natter's costs. */
  segments: number | null;
  state: 'sending' | 'sent' | 'delivered' | 'read' | 'failed';
  at: number;
}

/** What the provider, or the phone network, gets wrong: see `Faults` of the stand-ins. */
export interface Troubles {
  delayMs: number;
  duplicate: boolean;
  reorder: boolean;
  tooMany: number;
  lostAnswers: number;
  undelivered: boolean;
  windowClosed: boolean;
}

/** One number on one phone, talking with Natter. */
export interface Line {
  via: Via;
  phone: Phone;
  /** The person's number, and the one they write to, as people write them. */
  number: string;
  to: string;
  bubbles: Bubble[];
  troubles: Troubles;
}

/** Lines whose provider is set up for real are left out: there, a real phone can be tried. */
export interface State {
  lines: Line[];
}
