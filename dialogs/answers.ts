import type { Place, State } from './types';

/** Answers belong to the flow that asked, so that two flows may both ask for the "story". */
export function answerKey(at: Place | null, name: string): string {
  return name.includes('/') || !at ? name : `${at.flow}/${name}`;
}

/** What was answered, or '' when it was not asked, or skipped. */
export function knownAnswer(state: State, name: string): string {
  return state.answers[answerKey(state.at, name)] ?? '';
}
