import { blockTypes } from './blocks';
import type { Turn } from './blocks/block';
import { inFewWords } from './few-words';
import { announced, beforeEnglish } from './in-english';
import { bringBack, notForLater } from './later';
import { fill, phraseTexts } from './phrases';
import { findStep, interrupts, samePlace } from './targets';
import type { Block, Library, Message, Place, State, Target } from './types';

/** Content that leads in a circle is reported, not run. */
export const MAX_STEPS_PER_TURN = 50;
/** How far "back" reaches. */
export const MAX_TRAIL = 20;

/** A turn about to run on a copy of the state. */
export function newTurn(library: Library, state: State, message: Message | null): Turn {
  const turn: Turn = {
    library,
    state,
    message,
    events: [],
    question: null,
    again: false,
    next: null,
    listed: false,
    over: false,
    changed: state.at !== null && library.flows[state.at.flow]?.version !== state.contentVersion,
    say(text) {
      turn.state.said += 1;
      turn.events.push({ type: 'say', text: fill(inFewWords(text, library, state), library.values) });
    },
    run(blocks: Block[]) {
      for (const block of blocks) {
        if (turn.over) return;
        blockTypes[block.type].run(block as never, turn);
      }
    },
  };
  return turn;
}

/** Says a shared line. */
export function phrase(turn: Turn, id: string): void {
  const texts = phraseTexts(turn.library, id, turn.state.said);
  if (texts.length === 0) turn.events.push({ type: 'problem', code: 'missing-phrase', where: id });
  const before = turn.library.phrases[id]?.borrowed ? beforeEnglish(turn.library, turn.state) : [];
  for (const text of [...before, ...texts]) turn.say(text);
}

/** Offers what was offered before once more. */
export function offerAgain(turn: Turn): void {
  if (turn.state.offered.length === 0) return;
  turn.events.push({ type: 'offer', labels: turn.state.offered.map(({ label }) => label) });
}

/** Moves to a target and runs on until the person is to speak. */
export function goTo(turn: Turn, target: Target): void {
  const { state } = turn;
  const from = state.at;
  const place = resolve(turn, target);
  if (from && target.kind === 'step') {
    if (from.flow !== place.flow) pause(turn, from, place.flow);
    if (!samePlace(from, place)) state.trail = [...state.trail, from].slice(-MAX_TRAIL);
  }
  run(turn, place);
  bringBack(turn);
}

/** Opening an interruption keeps the place; taking a new direction lets all of them go. */
function pause({ state, library }: Turn, from: Place, opening: string): void {
  const before = state.paused.findIndex(({ flow }) => flow === opening);
  if (!interrupts(library.flows[opening])) state.paused = [];
  else state.paused = before < 0 ? [...state.paused, from] : state.paused.slice(0, before);
}

function resolve(turn: Turn, target: Target): Place {
  const { state } = turn;
  const menu = { flow: 'menu', step: '' };
  if (target.kind === 'step') return { flow: target.flow, step: target.step };
  if (target.kind === 'back') return state.trail.pop() ?? menu;
  const place = state.paused.pop();
  // A flow that was never begun is said in full.
  turn.again = place !== undefined && place.step !== '';
  return place ?? menu;
}

function run(turn: Turn, start: Place): void {
  const { state, library } = turn;
  let place = start;
  for (let count = 0; count < MAX_STEPS_PER_TURN; count += 1) {
    const found = findStep(library, place);
    if (!found) return lost(turn, place);
    state.at = { flow: found.flow.name, step: found.step.id };
    state.contentVersion = found.flow.version;
    notForLater(state, found.flow.name);
    state.offered = [];
    state.unclear = null;
    state.asked = null;
    state.question = null;
    turn.next = null;
    turn.listed = false;
    turn.over = false;
    if (turn.again) turn.question = null;
    announced(turn, found.step, () => turn.run(found.step.blocks));
    if (!turn.over) return stumble(turn, 'dead-end', place);
    if (!turn.next) return lookForward(turn);
    turn.again = false;
    place = resolve(turn, turn.next);
  }
  stumble(turn, 'too-many-steps', place);
}

/** A step shown again still needs a line above its choices. */
function lookForward(turn: Turn): void {
  if (!turn.again || turn.events.some(({ type }) => type === 'say' || type === 'ask')) return;
  const offer = turn.events.findIndex(({ type }) => type === 'offer');
  if (offer < 0) return;
  const [text] = phraseTexts(turn.library, 'where-were-we', turn.state.said);
  if (text) turn.events.splice(offer, 0, { type: 'say', text });
}

/** The step is not there: content that changed since gets a kind word and its flow's start, anything else is a fault. */
function lost(turn: Turn, place: Place): void {
  const flow = turn.library.flows[place.flow];
  if (!flow || !turn.changed) return stumble(turn, 'missing-step', place);
  turn.changed = false;
  phrase(turn, 'content-changed');
  run(turn, { flow: flow.name, step: '' });
}

/** Content let the person down: report it, say so kindly, and open the menu if that is not where it happened. */
function stumble(turn: Turn, code: string, place: Place): void {
  turn.events.push({ type: 'problem', code, where: `${place.flow}#${place.step}` });
  phrase(turn, 'something-wrong');
  turn.state.trail = [];
  turn.state.paused = [];
  const menu = turn.library.flows.menu;
  if (!menu || place.flow === 'menu') {
    turn.state.at = null;
    return;
  }
  turn.again = true;
  run(turn, { flow: 'menu', step: '' });
}
