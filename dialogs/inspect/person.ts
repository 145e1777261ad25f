import { findStep } from '../targets';
import type { Library, Step, Target } from '../types';
import { linksOf, type Rule, stepsOf } from './site';
import { inWords, type View, views } from './worlds';

/** These do one thing and rest: offering a person there would get in the way of what was asked for. */
const EXEMPT = ['stop', 'delete', 'goodbye'];

/** From every step, choices must lead to a person in the end, for a child as for an adult. */
export const person: Rule = {
  name: 'no-person',
  find({ library }) {
    const seen = new Map(stepsOf(library).map(({ flow, step }) => [step, views(flow, step)]));
    const leads = { child: stepsThatLead(library, seen, true), adult: stepsThatLead(library, seen, false) };
    return stepsOf(library).flatMap(({ flow, step }) => {
      const all = seen.get(step) ?? [];
      const without = (young: boolean) =>
        seenBy(young, all).filter(
          ({ end }) => end && end.type !== 'end' && !leadsOn(library, end, young ? leads.child : leads.adult),
        );
      const lost = new Set([...without(true), ...without(false)]);
      if (lost.size === 0 || EXEMPT.includes(flow.name)) return [];
      return [
        {
          file: step.file,
          line: step.line,
          what: `no choice of "${step.title}" leads to a person${inWords(all, [...lost])}`,
          mend: 'add a choice such as "- [Talk with a person](person)"',
        },
      ];
    });
  },
};

/** The views of a child, or of an adult. A step that does not ask about that looks the same to both. */
function seenBy(young: boolean, all: View[]): View[] {
  const asks = all.some(({ world }) => world.young);
  return all.filter(({ world }) => !asks || world.young === young);
}

/** Steps from which somebody can get to a handoff. Grows until nothing is added; whoever cannot is found step by step. */
function stepsThatLead(library: Library, seen: Map<Step, View[]>, young: boolean): Set<Step> {
  const leads = new Set<Step>();
  for (let before = -1; before !== leads.size; ) {
    before = leads.size;
    for (const [step, all] of seen) {
      const known =
        all.length === 0 || seenBy(young, all).some(({ end }) => end !== null && leadsOn(library, end, leads));
      if (known) leads.add(step);
    }
  }
  return leads;
}

function leadsOn(library: Library, end: NonNullable<View['end']>, leads: Set<Step>): boolean {
  return end.type === 'handoff' || linksOf(end).some(({ to }) => leads.has(stepAt(library, to) as Step));
}

/** "back" and "carry-on" lead to where the person was; the menu stands for it. */
function stepAt(library: Library, to: Target): Step | undefined {
  return findStep(library, to.kind === 'step' ? to : { flow: 'menu', step: '' })?.step;
}
