import { findStep } from '../targets';
import type { Block, Flow, Library, State, Step, Target } from '../types';
import { allBlocks, linksOf, type Rule, shown, stepsOf } from './site';
import { view, worldsOf } from './worlds';

type At = { flow: Flow; step: Step };

/**
 * A round of steps that runs on without the person speaking never stops. A question counts as running on, because one that
 * was answered or skipped is not asked again.
 */
export const circles: Rule = {
  name: 'circle',
  find({ library }) {
    const reported = new Set<Step>();
    return stepsOf(library).flatMap((start) => {
      const round = reported.has(start.step) ? null : roundFrom(library, start);
      if (!round) return [];
      for (const { step } of round) reported.add(step);
      const way = [...round, start].map(({ flow, step }) => shown(flow, step)).join(' -> ');
      return [
        {
          file: start.step.file,
          line: start.step.line,
          what: `this can go round without end: ${way}`,
          mend: 'let one of these steps offer choices',
        },
      ];
    });
  },
};

/** The steps of a round that comes back to `start`, or null. */
function roundFrom(library: Library, start: At): At[] | null {
  const candidates = onTheWayBack(library, start);
  if (candidates.length === 0) return null;
  for (const world of worldsOf(candidates) ?? []) {
    const round: At[] = [];
    for (let at: At | null = start; at && !round.some(({ step }) => step === at?.step); at = next(library, at, world))
      round.push(at);
    const last = round.at(-1);
    if (last && next(library, last, world)?.step === start.step) return round;
  }
  return null;
}

/** Where a step goes on to by itself in one world. */
function next(library: Library, { flow, step }: At, world: State): At | null {
  const { end } = view(flow, step, world);
  const to = end && silentLinks([end])[0];
  return to?.kind === 'step' ? findStep(library, to) : null;
}

/** Steps that lie on some way from `start` back to itself, whatever the conditions; empty when there is none. */
function onTheWayBack(library: Library, start: At): At[] {
  const after = ({ step }: At) =>
    silentLinks(allBlocks(step.blocks)).flatMap((to) => (to.kind === 'step' ? (findStep(library, to) ?? []) : []));
  const seen = new Map<Step, At>();
  const open = after(start);
  for (let at = open.pop(); at; at = open.pop()) {
    if (seen.has(at.step)) continue;
    seen.set(at.step, at);
    open.push(...after(at));
  }
  return seen.has(start.step) ? [...seen.values()] : [];
}

function silentLinks(blocks: Block[]): Target[] {
  return blocks
    .filter(({ type }) => type === 'go' || type === 'ask')
    .flatMap((block) => linksOf(block).map(({ to }) => to));
}
