import type { Latency } from './statistics';

/** How a contender is spoken to, and with what words. */
export type TalkerName = 'choices' | 'words' | 'mixed' | 'floor' | 'botbuilder';

/** What the driver is asked to do. */
export interface Load {
  /** Processes of one contender; conversations are spread over them. */
  urls: string[];
  talker: TalkerName;
  /** Conversations with a connection of their own, each saying one thing at a time. */
  connections: number;
  /** Conversations each connection goes round. */
  conversations: number;
  /** How long they talk before anything counts, and then while it does. */
  lead: number;
  seconds: number;
  /** Turns a second that all of them together begin, at random moments; null: each begins as soon as it was answered. */
  pace: number | null;
  /** Wait for the reply on a socket too, as the chat page does. */
  sockets: boolean;
}

export interface LoadResult {
  turns: number;
  errors: number;
  seconds: number;
  /** Microseconds of processor time that making the load took. */
  cpu: number;
  /** From the request until it was acknowledged. */
  acknowledged: Latency;
  /** From the request until the reply was there; null when nobody listened for it. */
  replied: Latency | null;
}

/** What a process under test has used since it started. */
export interface Usage {
  /** Microseconds of processor time. */
  cpu: number;
  /** Bytes. */
  rss: number;
  heap: number;
}

/** What a process under test can be asked for; its memory is cleared up before it is weighed. */
export type Asked = 'cpu' | 'memory';

export type Order =
  /** Begin the conversations, and let them talk for a while before anything counts. */
  | { do: 'begin'; load: Load }
  /** Let the conversations that were begun talk, count what happens, and leave. */
  | { do: 'go' }
  /** Open this many conversations, say one thing in each, and leave them; with sockets they stay connected. */
  | { do: 'open'; url: string; conversations: number; sockets: boolean }
  | { do: 'close' };
