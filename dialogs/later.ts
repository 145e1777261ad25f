import type { Turn } from './blocks/block';
import { phraseTexts } from './phrases';
import type { Choice, State } from './types';

/** Where what else was said is brought up again: between two things, and before they go. */
const BETWEEN = new Set(['menu', 'goodbye']);
/** As many as a list on WhatsApp can hold. */
const MOST_CHOICES = 10;

/** Worries come together. What a message was also about is kept, by flow, until it is talked about. */
export function keepForLater({ state }: Turn, flows: string[]): void {
  state.later = [...new Set([...state.later, ...flows])];
}

/** What is being talked about now need not be brought up. */
export function notForLater(state: State, flow: string): void {
  if (state.later.includes(flow)) state.later = state.later.filter((each) => each !== flow);
}

/** Between two things, what they also said is the first choice. */
export function bringBack(turn: Turn): void {
  const { state, library } = turn;
  if (!state.at || !BETWEEN.has(state.at.flow) || state.later.length === 0 || state.asked) return;
  const offer = turn.events.findLastIndex(({ type }) => type === 'offer');
  if (offer < 0) return;
  const also = state.later.flatMap((name): Pick<Choice, 'label' | 'to'>[] => {
    const flow = library.flows[name];
    return flow ? [{ label: flow.title, to: { kind: 'step', flow: flow.name, step: '' } }] : [];
  });
  if (also.length === 0) return;
  const others = state.offered.filter(({ label }) => !also.some((each) => each.label === label));
  state.offered = [...also, ...others].slice(0, MOST_CHOICES);
  const texts = phraseTexts(library, 'also-said', state.said);
  state.said += texts.length;
  const labels = state.offered.map(({ label }) => label);
  turn.events.splice(offer, 1, ...texts.map((text) => ({ type: 'say' as const, text })), { type: 'offer', labels });
}
