import type { Flag, Line } from '../story/types';
import type { Asking, Who } from './company';

export const ROLES = ['worker', 'peer', 'lead', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** How a conversation with a worker ended. */
export const OUTCOMES = ['connected', 'declined', 'elsewhere', 'unreachable'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a worker writes down when they finish, in their own words. */
export interface Agreed {
  /** With whom they are in touch now. */
  with?: string | undefined;
  /** What was promised. The person is told. */
  promised?: string | undefined;
}

/** How an earlier time with a worker ended. */
export interface Earlier extends Agreed {
  /** Milliseconds since 1970. */
  at: number;
  outcome: Outcome;
  /** The first name of the worker. */
  name: string;
}

export interface Worker {
  id: string;
  /** The first name the person sees. */
  name: string;
  email: string;
  role: Role;
  /** The teams they are in, by id; left out: none. */
  teams?: string[];
  /** Their access is taken away: nothing signs them in until it is put back. */
  barred?: true;
}

/** What somebody sent that is not words. It is never fetched or kept: only that it was sent. */
export const NOT_WORDS = [
  ...(['photo', 'video', 'voice', 'file', 'sticker', 'location', 'contact', 'reaction', 'other'] as const),
] as const;
export type NotWords = (typeof NOT_WORDS)[number];

/** When and how somebody asked to be reached. */
export interface Booked {
  /** Milliseconds since 1970; null: only their words say when. */
  from: number | null;
  /** When it is over; null: they said no end. */
  to: number | null;
  /** Their own words. */
  words: string;
}

/** A line in the desk's list. */
export interface Waiting {
  id: string;
  channel: string;
  owner: 'waiting' | 'worker';
  worker: Who | null;
  /** A second worker who is there as well. */
  beside: Who | null;
  /** Who was asked to come. */
  asked: Asking | null;
  /** Whoever looks was asked to come. */
  forYou?: boolean;
  urgent: boolean;
  /** The team they wait for, by what they talked about. */
  team?: Who;
  /** They would rather talk with somebody who has been through it. */
  ratherPeer?: true;
  /** Whoever looks takes them up before those who wait for another team. */
  yourTeam?: boolean;
  /** What they last wrote in, in English, where Natter could not read it. */
  language?: string;
  /** The first name of the worker who had them, and left without handing them on. */
  leftBy?: string;
  /** The worker who has them is not there just now. */
  away?: true;
  /** Until when that worker has stepped away, in milliseconds since 1970. */
  pausedUntil?: number;
  /** When they asked to be reached. Everybody at the desk sees the list: their words are in the view alone. */
  booked?: Pick<Booked, 'from' | 'to'>;
  /** That time is still to come: they are not waiting for anybody now. */
  later?: true;
  /** The number of the last thing that was said. */
  seq: number;
  /** Milliseconds since 1970. */
  waitingSince: number;
}

/** How long a worker can step away for. Nothing finer: whoever says 12 minutes is late after 13. */
export const PAUSES = ['10-minutes', '30-minutes', 'hour', 'tomorrow'] as const;
export type PauseFor = (typeof PAUSES)[number];

/** What a worker can choose now, and when they would be back. */
export interface Pause {
  for: PauseFor;
  /** Milliseconds since 1970. */
  until: number;
}

/** A conversation that a worker ended: how and when, and nothing that was said in it. */
export interface EndedTalk {
  id: string;
  channel: string;
  /** Milliseconds since 1970. */
  at: number;
  outcome: Outcome;
  /** Who ended it. */
  worker: Who;
}

/** What WhatsApp allows: free writing for a day after they last wrote. */
export interface Reach {
  /** When that day ends, in milliseconds since 1970. */
  until: number;
  /** Replies that wait for them to write again. */
  held: number;
  /** After that day they are asked whether they want to read a reply. */
  asks: boolean;
}

/** A message as the desk shows it. */
export interface DeskEntry {
  seq: number;
  at: number;
  from: 'person' | 'natter' | 'worker' | 'desk';
  name: string | null;
  text: string;
  /** What they sent that is not words. */
  sent?: NotWords;
  /** What became of it, where that is known. */
  delivery?: 'delivered' | 'read' | 'failed';
}

/** What a worker may see of one person: what was agreed, what was flagged, and what was said since they asked for a person. */
export interface DeskView extends Waiting {
  booked?: Booked;
  /** On WhatsApp alone. */
  reach?: Reach;
  /** What was agreed with them before, the latest last. */
  earlier: Earlier[];
  shared: Line[];
  /** The person has agreed that peers read it. Where not, a peer gets none of it. */
  peersMayRead: boolean;
  /** Whoever looks is a peer who may not read it, is with them, and has not asked yet. */
  mayAskToRead?: true;
  flags: Flag[];
  entries: DeskEntry[];
}

/** A reply that workers start from: they see it in their reply box, change it, and send it themselves. */
export interface SavedReply {
  title: string;
  /** Paragraphs have an empty line between them. `{worker}` and a place's values are filled in. */
  text: string;
}

/**
 * Why the desk could not do something. `taken`: another worker has them. `gone`: not waiting any more, or never was. `stopped`: they want no messages.
 * `not-asked`: nobody asked this worker to come. `alone`: nobody would stay with them. `role`: that is for others to do.
 * `no-hours`: nobody knows when the place opens next. Why somebody cannot be written to again: they `deleted` what they said,
 * have `asked-again` for a person, chose not to go on (`their-choice`), it ended too long ago, or a phone may not ring now (`unsafe`).
 */
export type Refusal =
  | ('taken' | 'gone' | 'not-yours' | 'stopped' | 'not-asked' | 'alone' | 'role' | 'no-hours')
  | ('deleted' | 'asked-again' | 'their-choice' | 'too-late' | 'unsafe');
export type DeskResult = { ok: true } | { ok: false; why: Refusal };

/** The desk's side of a conversation. Each call is one turn: when it resolves it is durable. */
export interface Desk {
  /** Everybody waiting or with a worker, as `inTurn` orders them. `worker`: who looks. */
  list(worker?: Worker): Promise<Waiting[]>;
  /** Null for a conversation that is not waiting or with a worker: nobody reads those here. */
  view(id: string, worker?: Worker): Promise<DeskView | null>;
  claim(id: string, worker: Worker): Promise<DeskResult>;
  /** `messageId` makes a repeat harmless. */
  say(id: string, worker: Worker, text: string, messageId: string): Promise<DeskResult>;
  /** A note beside the conversation: whoever reads it at the desk sees it, and the person never does. */
  note(id: string, worker: Worker, text: string, messageId: string): Promise<DeskResult>;
  /** Asks somebody to carry on with them, or to be there as well. */
  ask(id: string, worker: Worker, wanted: Pick<Asking, 'to' | 'why'>): Promise<DeskResult>;
  takeBack(id: string, worker: Worker): Promise<DeskResult>;
  /** Somebody who was asked comes. */
  join(id: string, worker: Worker): Promise<DeskResult>;
  /** A peer who is with them asks the person once whether they may read what was told. */
  askToRead(id: string, worker: Worker): Promise<DeskResult>;
  /** One of two leaves, and the other one has them. */
  stepOut(id: string, worker: Worker): Promise<DeskResult>;
  /** Natter goes on with them; nothing has ended. */
  handBack(id: string, worker: Worker): Promise<DeskResult>;
  /** Back to the front of the queue, from whichever worker has them. For leads and admins. */
  release(id: string, worker: Worker): Promise<DeskResult>;
  end(id: string, worker: Worker, outcome: Outcome, agreed?: Agreed): Promise<DeskResult>;
  /** For how long a worker can step away now. */
  pauses(): Pause[];
  /** Steps away. The person is told until when, and keeps their worker unless they ask for somebody, or may be in danger. */
  pause(id: string, worker: Worker, wanted: PauseFor): Promise<DeskResult>;
  /** Back before writing anything. */
  back(id: string, worker: Worker): Promise<DeskResult>;
  /** What this worker ended lately, the latest first; leads and admins see everybody's. No words are in it. */
  ended(worker: Worker): Promise<EndedTalk[]>;
  /** Goes on with somebody whom this worker ended. Leads and admins may with whomever. */
  reopen(id: string, worker: Worker): Promise<DeskResult>;
  /** This worker is writing to them just now. It is no turn, and nothing of it is kept; refused as `say` would be. */
  typing(id: string, worker: Worker): Promise<DeskResult>;
  /** A wake-up whenever a conversation may have changed. Returns how to stop. */
  watch(listener: (id: string) => void): () => void;
  /** Called when a person is writing just now, with the ids of the workers who are with them. Returns how to stop. */
  watchTyping(listener: (id: string, workers: string[]) => void): () => void;
}

/** How one talk with a worker ended, in numbers. No words, no name, nothing that says whose it was. */
export interface Ended {
  /** `2026-11-27`, as it was at the place. */
  day: string;
  channel: string;
  /** For a worker, in minutes; null: they had booked a time, or it is not known. */
  waited: number | null;
  outcome: Outcome;
  /** Something was promised. */
  promised: boolean;
}

/** What is kept of how talks ended. */
export interface Ends {
  /** One ended just now. Returns the key of its row. */
  ended(how: Omit<Ended, 'day'>): Promise<string>;
  /** That one goes on: it is no end. */
  forget(key: string): Promise<void>;
  all(): AsyncIterable<Ended>;
}

/** What is written down of the desk's use. */
export const ACTS = [
  ...(['sign-in', 'sign-out', 'read', 'claim', 'message', 'note', 'hand-back', 'end', 'read-audit'] as const),
  ...(['ask', 'take-back', 'join', 'ask-to-read', 'leave', 'release', 'pause', 'back', 'reopen'] as const),
  ...(['sign-out-everywhere', 'add-account', 'remove-account', 'make-link'] as const),
  ...(['change-role', 'change-teams', 'take-away-access', 'put-back-access', 'export'] as const),
  ...(['second-step-on', 'second-step-off', 'sign-in-with-recovery-code'] as const),
  ...(['start-passkey', 'add-passkey', 'remove-passkey', 'sign-in-with-passkey'] as const),
] as const;
export type Act = (typeof ACTS)[number];

/** Something done, or refused, at the desk. Never what was said, written or typed. */
export interface Done {
  act: Act;
  /** Null for nobody who is known. */
  worker: Pick<Worker, 'id' | 'name'> | null;
  conversation?: string;
  /** The id of the account that it was done to, or tried with. */
  account?: string | null;
  /** The code of the refusal, when it came to nothing. */
  refused?: string;
}

/** `Done` as it is kept. */
export interface AuditEntry {
  /** Milliseconds since 1970. */
  at: number;
  act: Act;
  worker: { id: string; name: string } | null;
  conversation: string | null;
  account: string | null;
  refused: string | null;
}

/** The append-only record of who did what. */
export interface Audit {
  /** When it resolves, the entry is kept. When it throws, what it was about must not happen. */
  write(done: Done): Promise<void>;
  /**
   * A page, the newest first; `before` is the `next` of the page before, or null to begin. `only`: what it is looked
   * through for; a page may then hold few, or none, and still have a `next`.
   */
  page(before: string | null, only?: AuditFilter): Promise<{ entries: AuditEntry[]; next: string | null }>;
  /** All of it, the newest first. */
  all(): AsyncIterable<AuditEntry>;
}

/** What of the audit is wanted. */
export interface AuditFilter {
  /** By whom: an account's id, or null for what was done by nobody who is known. */
  worker?: string | null | undefined;
  act?: Act | undefined;
}
