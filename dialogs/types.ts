import type { About, Reading, Reply } from '../understanding/types';

/** Where a link leads: a step of a flow, or back to where the person was. */
export type Target = { kind: 'step'; flow: string; step: string } | { kind: 'back' } | { kind: 'carry-on' };

export interface Choice {
  label: string;
  to: Target;
  /** In a translation, the label this one is made from: what was picked is remembered in one language only. */
  means?: string;
  line: number;
}

/** What must hold for a `:::when` block; every given part must be true. */
export interface Condition {
  young?: boolean;
  phone?: boolean;
  short?: boolean;
  ratherPeer?: boolean;
  about?: string[];
  answered?: string;
  unanswered?: string;
  is?: string;
}

/** What is asked for: words, once; words, each time anew; or the first half of a postcode, and nothing closer. */
export type AskKind = 'words' | 'anew' | 'outcode';

/** What help is listed by: a topic (and words of the writer's for it), an answer in their own words, or that people are wanted there. */
export type HelpList = { topic: string; words?: string } | { answer: string } | { give: true };

export const HELP_FAULTS = ['closed', 'wrong-number', 'wrong-details', 'not-for-them'] as const;
export type HelpFault = (typeof HELP_FAULTS)[number];

/** One thing a step does, in order. `line` is where it stands in its file, counted from 1. */
export type Block = { line: number } & (
  | { type: 'say'; text: string }
  | { type: 'phrase'; id: string }
  | { type: 'choices'; choices: Choice[] }
  | { type: 'ask-clearly'; text: string; next: Target }
  | { type: 'ask'; text: string; as: string; next: Target; kind: AskKind }
  | { type: 'when'; test: Condition; blocks: Block[] }
  | { type: 'local-help'; list: HelpList | 'more' | 'again' }
  | { type: 'send-list' }
  | { type: 'which-help'; text: string; next: Target }
  | { type: 'help-details'; of: string }
  | { type: 'report-help'; reason: HelpFault; of: string }
  | { type: 'which-place'; text: string; next: Target }
  | { type: 'helplines'; for: string }
  | { type: 'story' }
  | { type: 'who'; who: { young: boolean } | { about: About } }
  | { type: 'short'; on: boolean }
  | { type: 'waiting' }
  | { type: 'handoff'; peers: boolean }
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
  /** It is not translated: within a translation it is shown in English. */
  borrowed?: true;
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
  /** People who have been there who read it, in general words, and the day they did, `YYYY-MM-DD`. */
  checkedWith: string | null;
  checkedOn: string | null;
  /** Changes whenever the file does, so that a live conversation can tell. */
  version: string;
  steps: Step[];
}

/** A shared line. Each variant is a list of messages; variants keep repeated lines from being identical. */
export interface Phrase {
  id: string;
  file: string;
  line: number;
  /** As of a step. */
  borrowed?: true;
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
  /** Every place there is, this one first, with the first halves of its postcodes. */
  places: { name: string; outcodes: string[] }[];
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
  offered: { label: string; to: Target; means?: string }[];
  /** Where whatever is not clearly one of them leads; null: they are offered once more. */
  unclear: Target | null;
  /** The open question, when one was asked. */
  asked: { as: string; question: string; next: Target; kind: AskKind } | null;
  /** Steps walked before this one, newest last, for "back". */
  trail: Place[];
  /** Where "carry on" leads after interruptions, the latest last. */
  paused: Place[];
  /** The help that was listed last, by which words, how much of it was shown before, and the names of all that was shown. */
  help: { list: HelpList; words: string; from: number; names: string[] } | null;
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
  /** They asked for few words: of each message in a topic's flow only the first sentence is said. */
  short: boolean;
  /** They would rather talk with somebody who has been through it. */
  ratherPeer: boolean;
  /** Within a translation: what was shown last was in English, and they were told. */
  borrowed: boolean;
  /** When the last turn ran, in milliseconds since 1970. */
  lastAt: number;
}

/** What comes into a turn: the words, and what understanding made of them. */
export interface Message {
  text: string;
  reading: Reading;
  reply: Reply;
}

/** Where they are, as far as they said: the first half of a postcode, and the name of the place where it is in more than one. */
export interface Near {
  outcode: string | null;
  place: string | null;
}

/** What a turn wants done, in order. The engine never sends. */
export type Event =
  | { type: 'say'; text: string }
  | { type: 'offer'; labels: string[] }
  | { type: 'ask'; text: string; as: string }
  /** Something to remember for the person: their own words, or a choice they made. */
  | { type: 'keep'; as: string | null; question: string | null; text: string; kind: 'words' | 'choice' }
  /** Show help near them: a part of a list, from so many on. `words`: what they look for, as they said it. */
  | { type: 'local-help'; topic: string | null; words: string; give: boolean; from: number; near: Near }
  /** Give them the list that was shown last, to keep. */
  | { type: 'send-list' }
  /** Tell all that is known of one in the list that was shown last. */
  | { type: 'help-details'; which: string }
  /** Something in the list that was shown last is not right. `which`: as they named it. */
  | { type: 'report-help'; reason: HelpFault; which: string }
  | { type: 'helplines'; for: string }
  /** Show the person what they have said, line by line. */
  | { type: 'story' }
  /** Say honestly how long it takes to reach a person now. */
  | { type: 'waiting' }
  /** Ask a worker to join. `peers`: they have agreed that peers read what is passed on. */
  | { type: 'handoff'; peers: boolean }
  | { type: 'forget' }
  | { type: 'stop' }
  | { type: 'end' }
  /** A fault in content met while running; the person still gets a kind answer. */
  | { type: 'problem'; code: string; where: string };

export interface Stepped {
  state: State;
  events: Event[];
}
