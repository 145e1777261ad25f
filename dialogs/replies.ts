import { answerKey } from './answers';
import type { Turn } from './blocks/block';
import { DANGER, hearWho, isEmpty, isGentleQuestion, notUnderstood } from './hearing';
import { forgetPlace } from './help';
import { keepForLater } from './later';
import { findStep } from './targets';
import { goTo, offerAgain, phrase } from './turn';
import type { Block, State, Target } from './types';

/** Where somebody may go instead of answering the gentle question. */
const LEAVES_OPEN = new Set(['person', 'menu']);
/** Said in passing. Each has a phrase of its name. */
const SMALL_TALK = new Set(['hello', 'thanks', 'yes-or-no']);
/** Commands that mean the same as another while Natter has the conversation. */
const SAME_AS: Record<string, string> = {
  'start-again': 'menu',
  'end-chat': 'goodbye',
  'stop-waiting': 'menu',
  'how-long': 'person',
  'call-back': 'person',
  'forget-time': 'menu',
};

/** They picked something that was offered. */
export function choose(turn: Turn, picked: State['offered'][number]): void {
  const { state, library } = turn;
  state.astray = 0;
  const from = state.at && library.flows[state.at.flow];
  if (state.at) state.answers[`${state.at.flow}/${state.at.step}`] = picked.means ?? picked.label;
  const to = picked.to.kind === 'step' ? library.flows[picked.to.flow] : undefined;
  const said = turn.message?.reply.inWords === true ? turn.message.text : null;
  if (said !== null) {
    turn.events.push({ type: 'keep', as: null, question: state.question, text: said, kind: 'words' });
    if (to) state.answers[`${to.name}/story`] = said;
  }
  const answers = said === null && state.question !== null && to?.topic && (from === to || !from?.topic);
  if ((answers && !leadsToQuestion(turn, picked.to)) || to?.name === DANGER) {
    turn.events.push({ type: 'keep', as: null, question: state.question, text: picked.label, kind: 'choice' });
  }
  if (said === null) leaveOpen(turn, picked.to, picked.label, 'choice');
  goTo(turn, picked.to);
}

/** Asked how safe they are, they asked for a person, or for the list, instead. Whoever talks with them should know that it is open. */
function leaveOpen({ state, events }: Turn, to: Target, text: string, kind: 'choice' | 'words'): void {
  const isAsked = state.at?.flow === DANGER && isGentleQuestion(state.at.step);
  if (!isAsked || to.kind !== 'step' || !LEAVES_OPEN.has(to.flow)) return;
  events.push({ type: 'keep', as: null, question: state.question, text, kind });
}

/** "Let me say it my way" is a way to the question, not yet something said. */
function leadsToQuestion({ library }: Turn, to: Target): boolean {
  const found = to.kind === 'step' ? findStep(library, to) : null;
  return found !== null && asks(found.step.blocks).length > 0;
}

/** They said a word that works anywhere. False when it means nothing here. */
export function command(turn: Turn, name: string): boolean {
  const { state } = turn;
  if (SMALL_TALK.has(name)) return smallTalk(turn, name);
  // With nothing to skip it is nothing to keep either.
  if (name === 'skip' && !state.asked && !state.unclear) return smallTalk(turn, 'skipped');
  const target = commandTarget(turn, name);
  if (!target) return false;
  state.astray = 0;
  if (name === 'skip') {
    if (state.asked) state.answers[state.asked.as] = '';
    phrase(turn, 'skipped');
  }
  if (name === 'back') forgetAnswer(turn);
  if (name === 'start-again') {
    state.trail = [];
    state.paused = [];
  }
  leaveOpen(turn, target, turn.message?.text ?? '', 'words');
  goTo(turn, target);
  return true;
}

/** "Thanks", "hello", a bare "yes": nothing to keep, and no reason to move. To a question they are an answer; where only a clear one counts, none. */
function smallTalk(turn: Turn, name: string): boolean {
  if (turn.state.asked || turn.state.unclear || !turn.state.at) return false;
  phrase(turn, name);
  offerAgain(turn);
  return true;
}

function commandTarget(turn: Turn, name: string): Target | null {
  if (name === 'skip') return turn.state.asked?.next ?? turn.state.unclear;
  if (name === 'back') return { kind: 'back' };
  const flow = SAME_AS[name] ?? name;
  return turn.library.flows[flow] ? { kind: 'step', flow, step: '' } : null;
}

/** Going back to a question asks it again, so what was answered there no longer counts as known. */
function forgetAnswer({ state, library }: Turn): void {
  const last = state.trail.at(-1);
  const found = last && findStep(library, last);
  if (!found) return;
  for (const { as } of asks(found.step.blocks)) delete state.answers[answerKey(last, as)];
}

function asks(blocks: Block[]): Extract<Block, { type: 'ask' }>[] {
  return blocks.flatMap((block) => (block.type === 'when' ? asks(block.blocks) : block.type === 'ask' ? [block] : []));
}

/** They answered an open question. */
export function answer(turn: Turn, asked: NonNullable<State['asked']>): void {
  const text = turn.message?.text ?? '';
  if (isEmpty(text)) return notUnderstood(turn);
  if (asked.kind === 'outcode') return answerWhere(turn, asked);
  turn.state.astray = 0;
  hearWho(turn);
  turn.state.answers[asked.as] = text;
  keepForLater(turn, turn.message?.reading.ways ?? []);
  turn.events.push({ type: 'keep', as: asked.as, question: asked.question, text, kind: 'words' });
  goTo(turn, asked.next);
}

/** More words than an address takes are something said. */
const WORDS_OF_A_PLACE = 6;

/** Only the first half of a postcode is kept as the answer. Where there is none, it is asked once more, and then left. */
function answerWhere(turn: Turn, asked: NonNullable<State['asked']>): void {
  const { state } = turn;
  const text = turn.message?.text ?? '';
  const outcode = turn.message?.reply.outcode ?? null;
  if (text.trim().split(/\s+/).length > WORDS_OF_A_PLACE) {
    hearWho(turn);
    turn.events.push({ type: 'keep', as: null, question: null, text, kind: 'words' });
  }
  if (outcode === null && state.astray === 0) {
    state.astray = 1;
    phrase(turn, 'no-outcode');
    turn.events.push({ type: 'ask', text: asked.question, as: asked.as });
    return;
  }
  state.astray = 0;
  state.answers[asked.as] = outcode ?? '';
  forgetPlace(state);
  goTo(turn, asked.next);
}

/** The step they were at is gone from the content: keep what they said, and start that flow again with a kind word. */
export function recover(turn: Turn): void {
  const { state, message, library } = turn;
  const flow = state.at?.flow ?? '';
  if (message && !isEmpty(message.text)) {
    turn.events.push({ type: 'keep', as: null, question: null, text: message.text, kind: 'words' });
  }
  state.at = null;
  state.paused = [];
  phrase(turn, 'content-changed');
  goTo(turn, { kind: 'step', flow: library.flows[flow] ? flow : 'menu', step: '' });
}
