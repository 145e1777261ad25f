import type { Reading, Reply } from '../understanding/types';

/** Where a link leads: a step of a flow, or back to where the person was. */
export type Target = { kind: 'step'; flow: string; step: string } | { kind: 'back' } | { kind: 'carry-on' };

export interface Choice {
  label: string;
  to: Target;
  line: number;
}

/** What must hold for a `:::when` block; every given part must be true. */
export interface Condition {
  young?: boolean;
  phone?: boolean;
  about?: string[];
  answered?: string;
  unanswered?: string;
  is?: string;
}

/** One thing a step does, in order. `line` is where it stands in its file, counted from 1. */
export type Block = { line: number } & (
  | { type: 'say'; text: string }
  | { type: 'phrase'; id: string }
  | { type: 'choices'; choices: Choice[] }
  | { type: 'ask'; text: string; as: string; next: Target }
  | { type: 'when'; test: Condition; blocks: Block[] }
  | { type: 'local-help'; topic: string }
  | { type: 'helplines'; for: string }
  | { type: 'story' }
  | { type: 'waiting' }
  | { type: 'handoff' }
  | { type: 'forget' }
  | { type: 'stop' }
  | { type: 'go'; to: Target }
  | { type: 'end' }
);

export interface Step {
  /** The heading as a slug, as GitHub makes it: "What helps" is `what-helps`. */
  id: string;
  title: string;
  /** The file it stands in: a place's own file may replace some steps of a shared flow. */
  file: string;
  line: number;
  blocks: Block[];
  /** Every place this step can lead to. */
  targets: Target[];
}

export interface Flow {
  /** The file's name without `.md`. */
  name: string;
  file: string;
  title: string;
  topic: string | null;
  /** Changes whenever the file does, so that a live conversation can tell. */
  version: string;
  steps: Step[];
}

/** A shared line. Each variant is a list of messages; variants keep repeated lines from being identical. */
export interface Phrase {
  id: string;
  file: string;
  line: number;
  variants: string[][];
  /** Where each message stands, in the same order as `variants`. */
  lines: number[][];
}

/** All of one language for one place: what `step` talks from. */
export interface Library {
  language: string;
  flows: Record<string, Flow>;
  phrases: Record<string, Phrase>;
  /** Fills `{place}` and the like in any text. */
  values: Record<string, string>;
}

/** Something wrong in content, with how to put it right. */
export interface Fault {
  file: string;
  line: number;
  rule: string;
  what: string;
  mend: string;
}

export interface Place {
  flow: string;
  step: string;
}

/** Where one conversation stands. Plain JSON: written out and read back between any two turns. */
export interface State {
  /** Null before the first words. */
  at: Place | null;
  contentVersion: string;
  answers: Record<string, string>;
  /** What the person can pick now, in the order shown. */
  offered: { label: string; to: Target }[];
  /** The open question, when one was asked. */
  asked: { as: string; question: string; next: Target } | null;
  /** Steps walked before this one, newest last, for "back". */
  trail: Place[];
  /** Where "carry on" leads after interruptions, the latest last. */
  paused: Place[];
  /** Flows for what they also said and have not talked about yet. */
  later: string[];
  /** The question the offered choices answer, when they answer one. */
  question: string | null;
  /** Messages in a row that fitted nothing on offer. */
  astray: number;
  /** Counts lines said, so that variants differ. */
  said: number;
  about: string;
  young: boolean | null;
  /** They write from a phone: no buttons for certain, and we can see their number. */
  phone: boolean;
  /** When the last turn ran, in milliseconds since 1970. */
  lastAt: number;
}

/** What comes into a turn: the words, and what understanding made of them. */
export interface Message {
  text: string;
  reading: Reading;
  reply: Reply;
}

/** What a turn wants done, in order. The engine never sends. */
export type Event =
  | { type: 'say'; text: string }
  | { type: 'offer'; labels: string[] }
  | { type: 'ask'; text: string; as: string }
  /** Something to remember for the person: their own words, or a choice they made. */
  | { type: 'keep'; as: string | null; question: string | null; text: string; kind: 'words' | 'choice' }
  | { type: 'local-help'; topic: string }
  | { type: 'helplines'; for: string }
  /** Show the person what they have said, line by line. */
  | { type: 'story' }
  /** Say honestly how long it takes to reach a person now. */
  | { type: 'waiting' }
  | { type: 'handoff' }
  | { type: 'forget' }
  | { type: 'stop' }
  | { type: 'end' }
  /** A fault in content met while running; the person still gets a kind answer. */
  | { type: 'problem'; code: string; where: string };

export interface Stepped {
  state: State;
  events: Event[];
}
