import { allBlocks, linksOf } from '../../dialogs/inspect/site';
import { fill } from '../../dialogs/phrases';
import type { Block, Flow, Step, Target } from '../../dialogs/types';
import type { Known } from './background';
import { backwards } from './circles';
import { gradeOfStep } from './figures';
import type { Looked } from './look';
import { isStepReached } from './reached';
import { type Way, wayOf } from './ways';
import type { PreviewWords } from './words';

/** What makes somebody go on: a choice, an answer, or nothing. */
export type Cause = { kind: 'choice'; label: string } | { kind: 'answer' } | { kind: 'goes-on' };

/** One way on from a step. */
export interface Leading {
  by: Cause;
  way: Way;
  /** The step of this flow that it leads to; null: it leads out of the flow. */
  inside: string | null;
  /** There is an arrow all the way. Elsewhere a small box stands for where it leads. */
  drawn: boolean;
}

/** A step on the map. */
export interface Box {
  id: string;
  title: string;
  grade: number | null;
  reached: boolean | null;
  /** What a person does there: picks, answers, nothing (it goes on by itself), or nothing more (it ends). */
  kind: 'choices' | 'question' | 'goes-on' | 'ends';
  /** The flow starts here. */
  first: boolean;
  leads: Leading[];
}

/** To a step that so many offer as a choice no arrows are drawn: they would hide all others. */
const MANY = 4;

/** A flow as boxes, each with the ways on from it. */
export function mapOf(flow: Flow, looked: Looked, known: Known, words: PreviewWords): Box[] {
  const boxes = flow.steps.map(
    (step): Box => ({
      id: step.id,
      title: step.title,
      grade: gradeOfStep(flow, step.id, looked),
      reached: isStepReached(known, flow, step),
      kind: kindOf(step),
      first: step === flow.steps[0],
      leads: leadsOf(flow, step, looked, words),
    }),
  );
  const sources = (to: string) =>
    boxes.filter(({ leads }) => leads.some(({ by, inside }) => inside === to && by.kind === 'choice')).length;
  const often = new Set(boxes.map(({ id }) => id).filter((id) => sources(id) >= MANY));
  for (const { leads } of boxes) for (const lead of leads) lead.drawn = lead.inside !== null && !often.has(lead.inside);
  for (const lead of backwards(boxes)) lead.drawn = false;
  return boxes;
}

function leadsOf(flow: Flow, step: Step, { library }: Looked, words: PreviewWords): Leading[] {
  const leads = new Map<string, Leading>();
  for (const { by, to } of causesOf(step, library.values)) {
    const way = wayOf(to, flow.name, library, words);
    const inside = way.to?.flow === flow.name ? way.to.step : null;
    leads.set(JSON.stringify([by, way]), { by, way, inside, drawn: false });
  }
  return [...leads.values()];
}

function causesOf(step: Step, values: Record<string, string>): { by: Cause; to: Target }[] {
  return allBlocks(step.blocks).flatMap((block): { by: Cause; to: Target }[] => {
    if (block.type === 'choices')
      return block.choices.map(({ label, to }) => ({ by: { kind: 'choice', label: fill(label, values) }, to }));
    return linksOf(block).map(({ to }) => ({ by: { kind: block.type === 'go' ? 'goes-on' : 'answer' }, to }));
  });
}

const ASKS: Block['type'][] = ['ask', 'which-help', 'which-place'];

function kindOf(step: Step): Box['kind'] {
  const types = allBlocks(step.blocks).map(({ type }) => type);
  if (types.some((type) => ASKS.includes(type))) return 'question';
  if (types.includes('choices')) return 'choices';
  return types.includes('go') ? 'goes-on' : 'ends';
}
