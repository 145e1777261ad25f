import { copyOf } from './step';
import { newTurn, offerAgain } from './turn';
import type { Event, Library, Message, State, Stepped } from './types';

/**
 * Says something that is no step's, and offers its own choices, while the person stays where they are. What they wrote
 * is kept: as the answer when a question was open.
 */
export function aside(
  library: Library,
  state: State,
  message: Message,
  { says, offers }: { says: Event[]; offers: State['offered'] },
  now: number,
): Stepped {
  const turn = newTurn(library, copyOf(state, now), message);
  const { asked } = turn.state;
  const { text } = message;
  turn.events.push({ type: 'keep', as: asked?.as ?? null, question: asked?.question ?? null, text, kind: 'words' });
  if (asked) turn.state.answers[asked.as] = text;
  turn.events.push(...says);
  turn.state.offered = offers;
  turn.state.unclear = null;
  offerAgain(turn);
  return { state: turn.state, events: turn.events };
}
