import type { Turn } from './blocks/block';
import { hearWho } from './hearing';
import { answer, choose, command, recover } from './replies';
import { findStep } from './targets';
import { goTo, newTurn } from './turn';
import type { Event, Library, Message, State, Stepped } from './types';
import { flowNamed, isSame, topicForLater, words } from './words';

/** The state of somebody who has not written yet. */
export function blankState(): State {
  return {
    at: null,
    contentVersion: '',
    answers: {},
    offered: [],
    unclear: null,
    asked: null,
    trail: [],
    paused: [],
    later: [],
    help: null,
    question: null,
    astray: 0,
    said: 0,
    about: 'unknown',
    young: null,
    phone: false,
    short: false,
    ratherPeer: false,
    borrowed: false,
    lastAt: 0,
  };
}

/** A state to work on. What a turn changes is copied; what it only ever replaces as a whole is shared. */
export function copyOf(state: State, now: number): State {
  return {
    ...state,
    answers: { ...state.answers },
    offered: [...state.offered],
    trail: [...state.trail],
    paused: [...state.paused],
    lastAt: now,
  };
}

/**
 * One turn of the conversation. Pure: the same library, state, message and time give the same result.
 * `message` null opens the conversation: the greeting is said. `now` is in milliseconds since 1970.
 * Faults of content come out as `problem` events and the person still gets a kind answer; it does not throw.
 */
export function step(library: Library, state: State, message: Message | null, now: number): Stepped {
  const turn = newTurn(library, copyOf(state, now), message);
  if (!message) {
    goTo(turn, { kind: 'step', flow: 'start', step: '' });
    return { state: turn.state, events: turn.events };
  }
  const { choice, command: name } = message.reply;
  const picked = choice === null ? undefined : meant(turn, turn.state.offered[choice]);
  if (!picked && name !== null && command(turn, name)) return { state: turn.state, events: turn.events };
  if (turn.state.at && !findStep(library, turn.state.at)) recover(turn);
  else if (picked) choose(turn, picked);
  else if (turn.state.asked) answer(turn, turn.state.asked);
  else words(turn);
  return { state: turn.state, events: turn.events };
}

/** "Caring for someone" names a topic, though "It's about someone else" sounds like it: only that very label is meant before it. */
function meant(turn: Turn, offered: State['offered'][number] | undefined): State['offered'][number] | undefined {
  const said = turn.message?.text ?? '';
  return offered && !isSame(offered.label, said) && flowNamed(turn, said) ? undefined : offered;
}

/**
 * Breaks into the conversation with a step of its own (words about danger), keeps what was said, and remembers where the
 * person was for "carry on".
 */
export function interrupt(
  library: Library,
  state: State,
  message: Message,
  place: { flow: string; step: string },
  now: number,
): Stepped {
  const turn = newTurn(library, copyOf(state, now), message);
  hearWho(turn);
  const { asked } = turn.state;
  turn.events.push({
    type: 'keep',
    as: asked?.as ?? null,
    question: asked?.question ?? null,
    text: message.text,
    kind: 'words',
  });
  if (asked) turn.state.answers[asked.as] = message.text;
  else topicForLater(turn, place.step);
  goTo(turn, { kind: 'step', ...place });
  return { state: turn.state, events: turn.events };
}

/** Shows the step where the person is again: its question or its choices, without the words they have read. */
export function again(library: Library, state: State, now: number): Stepped {
  const turn = newTurn(library, copyOf(state, now), null);
  turn.again = true;
  const { at } = turn.state;
  goTo(turn, at ? { kind: 'step', ...at } : { kind: 'step', flow: 'menu', step: '' });
  return { state: turn.state, events: turn.events };
}

/**
 * What a step says, to be read without going there: nothing about where the person is changes. With a message, it is said
 * to whoever wrote that.
 */
export function recite(
  library: Library,
  state: State,
  place: { flow: string; step: string },
  now: number,
  message: Message | null = null,
): Event[] {
  const turn = newTurn(library, copyOf(state, now), message);
  hearWho(turn);
  goTo(turn, { kind: 'step', ...place });
  return turn.events;
}

/** The state of a conversation that rests: the answers stay, and the next words start at the menu. */
export function rest(state: State): State {
  return {
    ...state,
    at: null,
    offered: [],
    unclear: null,
    asked: null,
    question: null,
    trail: [],
    paused: [],
    astray: 0,
  };
}
