import { type Html, html } from '../../adapters/web/html';
import { fill } from '../../dialogs/phrases';
import type { Flow } from '../../dialogs/types';
import { readingGrade } from '../check/grade';
import { type FlowFigures, flowFigures } from '../check/report';
import type { Known } from './background';
import type { Looked } from './look';
import { reachedInWords } from './reached';
import type { PreviewWords } from './words';

const NOT_PLAYED = { steps: { all: [], reached: new Set<string>() }, choices: { all: [], reached: new Set<string>() } };

/** Every flow in figures, by its name. What tests reach is told apart from these. */
export function figuresOf({ library, messages, segments }: Looked): Map<string, FlowFigures> {
  return new Map(flowFigures(library, messages, segments, NOT_PLAYED).map((each) => [each.flow, each]));
}

/** How hard one step is to read as a whole; null: it says too little to tell. */
export function gradeOfStep(flow: Flow, step: string, { messages }: Looked): number | null {
  const said = messages.filter(({ group, kind }) => kind === 'message' && group === `${flow.name}#${step}`);
  return readingGrade(said.map(({ text }) => text.replace(/(?<=[\p{L}\p{N}])$/u, '.')).join(' '));
}

/** A grade as it is told. Of very easy texts the formula says less than nothing. */
export const gradeInFigures = (grade: number): string => Math.max(0, grade).toFixed(1);

/** A flow in figures, as a line of text at the head of its pages. */
export function figureLine(flow: Flow, looked: Looked, known: Known, words: PreviewWords): Html {
  const { figures } = words;
  const own = figuresOf(looked).get(flow.name);
  const steps = reachedInWords(known, 'steps', flow, words);
  const choices = reachedInWords(known, 'choices', flow, words);
  const parts = [
    flow.topic && fill(figures.topic, { topic: flow.topic }),
    own && fill(figures.steps, { count: String(own.steps) }),
    own?.grade != null && fill(figures.grade, { grade: gradeInFigures(own.grade) }),
    own && fill(figures.words, { count: own.wordsAMessage.toFixed(0) }),
    own && own.segments > 0 && fill(figures.texts, { count: String(own.segments) }),
    steps && choices && fill(figures.tested, { steps, choices }),
    readersInWords(flow, words) ?? figures['not-read'],
  ];
  return html`<ul class="figures">${parts.flatMap((part) => (part ? [html`<li>${part}</li>`] : []))}</ul>
`;
}

/** When people who have been there read it, and who they were; null: none have. */
export function readersInWords({ checkedOn, checkedWith }: Flow, { figures }: PreviewWords): string | null {
  return checkedOn === null ? null : fill(figures.read, { day: checkedOn, who: checkedWith ?? '' });
}
