import type { Turn } from './blocks/block';
import { offerAgain, phrase } from './turn';

/** What leads to this flow says something about the person, though it has no topic. */
export const DANGER = 'safety';

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
