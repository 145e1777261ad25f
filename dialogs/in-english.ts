import type { Turn } from './blocks/block';
import { phraseTexts } from './phrases';
import type { Event, Library, State, Step } from './types';

/** What somebody sees, of all that a step does. */
const SEEN = new Set<Event['type']>([
  'say',
  'ask',
  'offer',
  'story',
  'waiting',
  'helplines',
  'local-help',
  'send-list',
  'help-details',
]);

/** Within a translation, what to say before something that is there in English only; nothing where they were told. */
export function beforeEnglish(library: Library, state: State): string[] {
  if (state.borrowed) return [];
  state.borrowed = true;
  return phraseTexts(library, 'in-english', state.said);
}

/** Runs a step. One that is not translated is announced, if anything of it is seen; one that is makes the next news again. */
export function announced(turn: Turn, step: Step, run: () => void): void {
  const { library, state, events } = turn;
  const borrowed = step.borrowed === true;
  const before = state.borrowed;
  const from = events.length;
  state.borrowed = borrowed;
  run();
  const isSeen = events.slice(from).some(({ type }) => SEEN.has(type));
  if (!isSeen) state.borrowed = before;
  if (!isSeen || !borrowed || before) return;
  state.borrowed = false;
  const texts = beforeEnglish(library, state);
  state.said += texts.length;
  events.splice(from, 0, ...texts.map((text) => ({ type: 'say' as const, text })));
}
