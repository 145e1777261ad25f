import type { Danger } from '../understanding/types';
import type { Turn } from './blocks/block';
import { offerAgain, phrase } from './turn';

/** What leads to this flow says something about the person, though it has no topic. */
export const DANGER = 'safety';
/** Its steps that ask how safe somebody is, where their words left that open: of their life, of anybody else, of somebody's body. */
export const GENTLE_QUESTIONS = ['check', 'check-safe', 'check-hurt'] as const;
export type GentleQuestion = (typeof GENTLE_QUESTIONS)[number];

export const isGentleQuestion = (step: string): step is GentleQuestion =>
  GENTLE_QUESTIONS.some((question) => question === step);

/** What is asked about words that may be about these dangers: whoever fears for a baby is not asked about ending their life. */
export function gentleQuestion(kinds: Danger[]): GentleQuestion {
  if (kinds.includes('suicide') || kinds.includes('self-harm')) return 'check';
  return kinds.every((kind) => kind === 'medical') ? 'check-hurt' : 'check-safe';
}

/** Who is writing and about whom, as far as their own words tell. What they pick is our wording and tells nothing. */
export function hearWho(turn: Turn): void {
  const reading = turn.message?.reading;
  if (!reading) return;
  if (reading.young !== null) turn.state.young = reading.young;
  if (reading.about !== 'unknown') turn.state.about = reading.about;
}

/** No letter and no digit in it: nothing was said that could be kept. The open question or the choices stay. */
export function notUnderstood(turn: Turn): void {
  phrase(turn, 'not-understood');
  const { asked } = turn.state;
  if (asked) turn.events.push({ type: 'ask', text: asked.question, as: asked.as });
  else offerAgain(turn);
}

export function isEmpty(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}
