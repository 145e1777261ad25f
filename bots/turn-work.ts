import type { Activity, TurnContext } from 'botbuilder';
import type { Beside } from '../adapters/contract';
import type { Refusal } from '../handoff/types';
import type { Author, Conversation, Timer } from '../store/contract';
import type { Memory } from './memory';

/** What one turn has gathered so far; all of it is committed at once, or none. */
export interface TurnWork {
  now: number;
  conversation: Conversation;
  memory: Memory;
  out: { from: Author; activity: Partial<Activity> }[];
  timers: { set: Omit<Timer, 'conversation'>[]; cancel: string[] };
  forget: boolean;
  /** What the adapter knows of this message besides its words. */
  beside: Beside;
  /** What was said before and has to go out again, and whether to ask first if they want to read it. */
  again: Memory['held'];
  knock: boolean;
  /** Faults in content that were met: what, and in which step or phrase. */
  problems: { code: string; where: string }[];
  /** Why a worker's act was refused, if it was. */
  refused: Refusal | null;
}

const KEY = Symbol('turn');

export function workOf(context: TurnContext): TurnWork {
  const work = context.turnState.get<TurnWork>(KEY);
  if (!work) throw new Error('This context was not made by the turn adapter.');
  return work;
}

export function putWork(context: TurnContext, work: TurnWork): void {
  context.turnState.set(KEY, work);
}
