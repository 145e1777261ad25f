import { answerKey } from './answers';
import type { Turn } from './blocks/block';
import { fill } from './phrases';
import { findStep } from './targets';
import { goTo, offerAgain, phrase } from './turn';
import type { Block, State, Target } from './types';

/** How sure a topic must be before its flow is opened without asking, and before it is named at all. */
const CLEAR = 0.6;
const LIKELY = 0.35;
const AT_MOST = 3;
/** As many as a list on WhatsApp can hold. */
const MOST_CHOICES = 10;
/** In these flows own words say what the person came for; anywhere else they belong to what is being talked about. */
const OPENING = new Set(['start', 'menu']);
/** What leads here says something about the person, though the flow has no topic. */
const DANGER = 'safety';
const GENTLE_QUESTION = 'check';
/** Said in passing. Each has a phrase of its name. */
const SMALL_TALK = new Set(['hello', 'thanks', 'yes-or-no']);
/** Commands that mean the same as another while Natter has the conversation. */
const SAME_AS: Record<string, string> = {
  'start-again': 'menu',
  'end-chat': 'goodbye',
  'stop-waiting': 'menu',
  'how-long': 'person',
};

/** Who is writing and about whom, as far as their own words tell. What they pick is our wording and tells nothing. */
export function hearWho(turn: Turn): void {
  const reading = turn.message?.reading;
  if (!reading) return;
  if (reading.young !== null) turn.state.young = reading.young;
  if (reading.about !== 'unknown') turn.state.about = reading.about;
}

/** They picked something that was offered. */
export function choose(turn: Turn, picked: State['offered'][number]): void {
  const { state, library } = turn;
  state.astray = 0;
  const from = state.at && library.flows[state.at.flow];
  if (state.at) state.answers[`${state.at.flow}/${state.at.step}`] = picked.label;
  const to = picked.to.kind === 'step' ? library.flows[picked.to.flow] : undefined;
  const answers = state.question !== null && to?.topic && (from === to || !from?.topic);
  if ((answers && !leadsToQuestion(turn, picked.to)) || to?.name === DANGER) {
    turn.events.push({ type: 'keep', as: null, question: state.question, text: picked.label, kind: 'choice' });
  }
  goTo(turn, picked.to);
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
  const target = commandTarget(turn, name);
  if (!target) return false;
  state.astray = 0;
  if (name === 'skip' && state.asked) {
    state.answers[state.asked.as] = '';
    phrase(turn, 'skipped');
  }
  if (name === 'back') forgetAnswer(turn);
  if (name === 'start-again') {
    state.trail = [];
    state.paused = [];
  }
  goTo(turn, target);
  return true;
}

/** "Thanks", "hello", a bare "yes": nothing to keep, and no reason to move. To a question they are an answer. */
function smallTalk(turn: Turn, name: string): boolean {
  if (turn.state.asked || !turn.state.at) return false;
  phrase(turn, name);
  offerAgain(turn);
  return true;
}

function commandTarget(turn: Turn, name: string): Target | null {
  if (name === 'skip') return turn.state.asked?.next ?? null;
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
  hearWho(turn);
  turn.state.astray = 0;
  turn.state.answers[asked.as] = text;
  turn.events.push({ type: 'keep', as: asked.as, question: asked.question, text, kind: 'words' });
  goTo(turn, asked.next);
}

/** They said something of their own: it is kept, and goes where it leads. */
export function words(turn: Turn): void {
  const { state, message } = turn;
  if (!message || isEmpty(message.text)) return notUnderstood(turn);
  const named = flowNamed(turn, message.text);
  if (named) return goTo(turn, named);
  hearWho(turn);
  turn.events.push({ type: 'keep', as: null, question: null, text: message.text, kind: 'words' });
  if (!state.at || OPENING.has(state.at.flow)) return openTopic(turn);
  if (state.at.flow === DANGER) return wordsAfterDanger(turn, state.at.step);
  state.astray += 1;
  phrase(turn, state.astray > 1 ? 'astray' : 'kept');
  alsoOffer(turn, topicChoices(turn).slice(0, 1));
  if (state.astray > 1) alsoOffer(turn, personChoice(turn));
  offerAgain(turn);
}

/** Words without danger answer the gentle question well enough: it is not put again. Elsewhere the ways to help stay in view. */
function wordsAfterDanger(turn: Turn, at: string): void {
  if (at === GENTLE_QUESTION) {
    phrase(turn, 'kept-check');
    return goTo(turn, { kind: 'carry-on' });
  }
  phrase(turn, 'kept-danger');
  offerAgain(turn);
}

/** "money", "How I'm feeling": the name of a topic finds its flow from anywhere, and is nothing to keep. */
function flowNamed({ library }: Turn, text: string): Target | null {
  const said = plain(text);
  const flow = Object.values(library.flows).find(
    ({ topic, title, name }) => topic && [title, name].some((each) => plain(each) === said),
  );
  return flow ? { kind: 'step', flow: flow.name, step: '' } : null;
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What somebody's first words are about waits for "carry on", when words about danger came with them. */
export function topicForLater(turn: Turn): void {
  const { state, message, library } = turn;
  if (state.at && !OPENING.has(state.at.flow)) return;
  // Being hurt is what the words about danger are answered with; to open its flow as well would say it all twice.
  const best = topicChoices(turn).find(({ flow }) => library.flows[flow]?.topic !== 'abuse');
  if (!best || best.score < CLEAR) return;
  state.answers[`${best.flow}/story`] = message?.text ?? '';
  state.at = { flow: best.flow, step: '' };
}

function openTopic(turn: Turn): void {
  const { state, message } = turn;
  const choices = topicChoices(turn);
  const [best, second] = choices;
  if (best && best.score >= CLEAR && (!second || second.score < CLEAR)) {
    phrase(turn, 'acknowledge');
    state.answers[`${best.flow}/story`] = message?.text ?? '';
    return goTo(turn, best.to);
  }
  if (!best) {
    state.astray += 1;
    phrase(turn, state.astray > 2 ? 'astray' : 'welcome-own-words');
    turn.again = true;
    return goTo(turn, { kind: 'step', flow: 'menu', step: '' });
  }
  for (const { flow } of choices) state.answers[`${flow}/story`] = message?.text ?? '';
  phrase(turn, 'which-topic');
  const label = turn.library.phrases['something-else']?.variants[0]?.[0];
  state.offered = [];
  alsoOffer(turn, choices);
  if (label)
    alsoOffer(turn, [{ label: fill(label, turn.library.values), to: { kind: 'step', flow: 'menu', step: '' } }]);
  offerAgain(turn);
}

/** The topics heard in this message that have a flow, other than the one being talked about; best first. */
function topicChoices(turn: Turn) {
  const flows = Object.values(turn.library.flows);
  const here = turn.state.at && turn.library.flows[turn.state.at.flow]?.topic;
  return (turn.message?.reading.topics ?? [])
    .filter(({ id, score }) => score >= LIKELY && id !== here)
    .slice(0, AT_MOST)
    .flatMap(({ id, score }) => {
      const flow = flows.find(({ topic }) => topic === id);
      if (!flow) return [];
      const to: Target = { kind: 'step', flow: flow.name, step: '' };
      return [{ label: flow.title, to, score, flow: flow.name }];
    });
}

function personChoice(turn: Turn): State['offered'] {
  const flow = turn.library.flows.person;
  return flow ? [{ label: flow.title, to: { kind: 'step', flow: flow.name, step: '' } }] : [];
}

function alsoOffer(turn: Turn, more: State['offered']): void {
  const { offered } = turn.state;
  for (const { label, to } of more) {
    const leadsThere = offered.some((each) => each.label === label || JSON.stringify(each.to) === JSON.stringify(to));
    if (!leadsThere && offered.length < MOST_CHOICES) offered.push({ label, to });
  }
}

/** No letter and no digit in it: nothing was said that could be kept. The open question or the choices stay. */
function notUnderstood(turn: Turn): void {
  phrase(turn, 'not-understood');
  const { asked } = turn.state;
  if (asked) turn.events.push({ type: 'ask', text: asked.question, as: asked.as });
  else offerAgain(turn);
}

function isEmpty(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
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
