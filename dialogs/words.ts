import type { Topic } from '../understanding/types';
import type { Turn } from './blocks/block';
import { DANGER, hearWho, isEmpty, isGentleQuestion, notUnderstood } from './hearing';
import { keepForLater } from './later';
import { fill } from './phrases';
import { goTo, offerAgain, phrase } from './turn';
import type { State, Target } from './types';

/** How sure a topic must be before its flow is opened without asking, and before it is named at all. */
const CLEAR = 0.6;
const LIKELY = 0.35;
const AT_MOST = 3;
/** As many as a list on WhatsApp can hold. */
const MOST_CHOICES = 10;
/** In these flows own words say what the person came for; anywhere else they belong to what is being talked about. */
const OPENING = new Set(['start', 'menu', 'lost', 'questions', 'someone-else', 'young']);
/** What a danger is about, where nothing else was clearly heard. */
const ABOUT_DANGER: Record<string, Topic> = {
  suicide: 'feelings',
  'self-harm': 'feelings',
  abuse: 'abuse',
  child: 'abuse',
  danger: 'abuse',
};
const YOUNG = 'young';
const OWN = new Set<string>(['self', 'unknown']);

/** They said something of their own: it is kept, and goes where it leads. */
export function words(turn: Turn): void {
  const { state, message } = turn;
  if (!message || isEmpty(message.text)) return notUnderstood(turn);
  const named = flowNamed(turn, message.text);
  if (named) return goTo(turn, named);
  hearWho(turn);
  if (state.unclear) return notClear(turn, state.unclear);
  turn.events.push({ type: 'keep', as: null, question: null, text: message.text, kind: 'words' });
  if (!state.at || OPENING.has(state.at.flow)) return openTopic(turn);
  if (state.at.flow === DANGER) return wordsAfterDanger(turn, state.at.step);
  state.astray += 1;
  phrase(turn, state.astray > 1 ? 'astray' : 'kept');
  const also = [...wayChoices(turn), ...topicChoices(turn)];
  keepForLater(
    turn,
    also.filter(({ score }) => score >= CLEAR).map(({ flow }) => flow),
  );
  alsoOffer(turn, also.slice(0, 1));
  if (state.astray > 1) alsoOffer(turn, personChoice(turn));
  offerAgain(turn);
}

/** Only a clear answer counts here. What they said instead is kept with the question, and is no reason to ask again. */
function notClear(turn: Turn, to: Target): void {
  const { state, message } = turn;
  state.astray = 0;
  turn.events.push({ type: 'keep', as: null, question: state.question, text: message?.text ?? '', kind: 'words' });
  goTo(turn, to);
}

/** Words without danger answer the gentle question well enough: it is not put again. Elsewhere the ways to help stay in view. */
function wordsAfterDanger(turn: Turn, at: string): void {
  if (isGentleQuestion(at)) {
    phrase(turn, 'kept-check');
    return goTo(turn, { kind: 'carry-on' });
  }
  phrase(turn, 'kept-danger');
  offerAgain(turn);
}

/** "money", "How I'm feeling": the name of a topic finds its flow from anywhere, and is nothing to keep. */
export function flowNamed({ library }: Turn, text: string): Target | null {
  const flow = Object.values(library.flows).find(
    ({ topic, title, name }) => topic && [title, name].some((each) => isSame(each, text)),
  );
  return flow ? { kind: 'step', flow: flow.name, step: '' } : null;
}

/** The same words, whatever signs stand between them. */
export const isSame = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * What somebody's first words are about waits for "carry on", when words about danger came with them: what was clearly heard, or
 * else what that danger is about. `danger`: the step that is shown.
 */
export function topicForLater(turn: Turn, danger: string): void {
  const { state, message } = turn;
  if (state.at && !OPENING.has(state.at.flow)) return;
  const flow = afterDanger(turn, danger);
  if (!flow) return;
  state.answers[`${flow}/story`] = message?.text ?? '';
  state.at = { flow, step: '' };
}

function afterDanger(turn: Turn, danger: string): string | undefined {
  const { library, state } = turn;
  const ofDanger = Object.values(library.flows).find(
    ({ topic }) => topic !== null && topic === ABOUT_DANGER[danger],
  )?.name;
  // Fearing for somebody who may die is not missing somebody who has.
  if (danger === 'suicide' && !OWN.has(state.about) && ofDanger) return ofDanger;
  const [best] = [...wayChoices(turn), ...topicChoices(turn)];
  return best && best.score >= CLEAR ? best.flow : ofDanger;
}

function openTopic(turn: Turn): void {
  const { state, message } = turn;
  const choices = topicChoices(turn);
  const certain = choices.filter(({ score }) => score >= CLEAR);
  const [best] = choices;
  const [way] = wayChoices(turn);
  if (way) return openWay(turn, way.to, certain);
  if (best && certain.length === 1) {
    phrase(turn, 'acknowledge');
    state.answers[`${best.flow}/story`] = message?.text ?? '';
    return goTo(turn, best.to);
  }
  // A child who has said no more than that: "im 12".
  if (!best && message?.reading.young && turn.library.flows[YOUNG])
    return goTo(turn, { kind: 'step', flow: YOUNG, step: '' });
  if (!best) {
    state.astray += 1;
    phrase(turn, state.astray > 2 ? 'astray' : 'welcome-own-words');
    turn.again = true;
    return goTo(turn, { kind: 'step', flow: 'menu', step: '' });
  }
  for (const { flow } of choices) state.answers[`${flow}/story`] = message?.text ?? '';
  keepForLater(
    turn,
    certain.map(({ flow }) => flow),
  );
  phrase(turn, certain.length > 1 ? 'several-topics' : 'which-topic');
  const label = turn.library.phrases['something-else']?.variants[0]?.[0];
  state.offered = [];
  alsoOffer(turn, choices);
  if (label)
    alsoOffer(turn, [{ label: fill(label, turn.library.values), to: { kind: 'step', flow: 'menu', step: '' } }]);
  alsoOffer(turn, personChoice(turn));
  offerAgain(turn);
}

/** What they fear or wonder comes first; what their words are also about waits for later. */
function openWay(turn: Turn, to: Target, certain: { flow: string }[]): void {
  for (const { flow } of certain) turn.state.answers[`${flow}/story`] = turn.message?.text ?? '';
  keepForLater(
    turn,
    certain.map(({ flow }) => flow),
  );
  phrase(turn, 'acknowledge');
  goTo(turn, to);
}

/** The flows that are no topic and that this message asks for, other than the one they are in. */
function wayChoices({ message, library, state }: Turn) {
  return (message?.reading.ways ?? []).flatMap((name) => {
    const flow = library.flows[name];
    if (!flow || state.at?.flow === name) return [];
    const to: Target = { kind: 'step', flow: name, step: '' };
    return [{ label: flow.title, to, score: CLEAR, flow: name }];
  });
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
