/** What Natter can tell from a message. Shapes only: every other room may import these. */

export const TOPICS = [
  'money',
  'food',
  'housing',
  'work',
  'parenting',
  'school',
  'baby',
  'relationships',
  'abuse',
  'feelings',
  'grief',
  'loneliness',
  'caring',
  'habits',
  'health',
  'settling',
] as const;
export type Topic = (typeof TOPICS)[number];

export const DANGERS = ['suicide', 'self-harm', 'abuse', 'child', 'danger', 'medical', 'harm-to-others'] as const;
export type Danger = (typeof DANGERS)[number];

/** Whom the message is about, seen from the writer. `child`: their own child of any age; `relative` includes partners. */
export const ABOUT = ['self', 'child', 'parent', 'relative', 'friend', 'unknown'] as const;
export type About = (typeof ABOUT)[number];

export interface Safety {
  /** `now`: answer at once with where help is. `check`: one gentle question. There is no risk score. */
  tier: 'now' | 'check' | 'none';
  kinds: Danger[];
}

/** One message, understood. Example: `{"topics":[{"id":"money","score":0.8}],"safety":{"tier":"none","kinds":[]},"about":"self","young":null,"language":"en"}` */
export interface Reading {
  /** Best first; scores from 0 to 1; empty when nothing was recognised. */
  topics: { id: Topic; score: number }[];
  safety: Safety;
  about: About;
  /** Whether the writer sounds under 18; null when nothing says either way. */
  young: boolean | null;
  /** Flows that are no topic and that it asks for, by name ("will you take my kids?"). */
  ways?: string[];
  /** ISO 639 code. */
  language: string;
}

/** What a reply means where something had been offered. */
export interface Reply {
  /** Index into the options that were offered, or null. */
  choice: number | null;
  /** They picked it by saying something of their own, which must not be lost: "I can't pay my rent" for "Money worries". */
  inWords?: boolean;
  /** The first half of the one postcode in it, such as `LS6`. */
  outcode?: string;
  /** A word that works anywhere (`person`, `back`, ...), named as in commands.yaml, or null. */
  command: string | null;
}

/** The understanding room, as the rest of Natter uses it: same text in, same reading out. */
export interface Understanding {
  read(text: string): Promise<Reading>;
  reply(text: string, options: string[]): Reply;
}
