import { REQUIRED_FLOWS, SAFETY_STEPS } from '../required';
import { findStep } from '../targets';
import type { Flow, Place, Step } from '../types';
import { type Rule, type Site, shown, stepsOf } from './site';

/** A step that nothing leads to is never read by anybody. */
export const reach: Rule = {
  name: 'unreachable',
  find(site) {
    const reached = reachedSteps(site);
    return stepsOf(site.library)
      .filter(({ step }) => !reached.has(step))
      .map(({ flow, step }) => ({
        file: step.file,
        line: step.line,
        what: `nothing leads to "${step.title}"`,
        mend: `link to it from another step (${shown(flow, step)}), or take it out`,
      }));
  },
};

function reachedSteps(site: Site): Set<Step> {
  const { library } = site;
  const reached = new Set<Step>();
  const open: Place[] = [
    ...Object.values(library.flows)
      .filter((flow) => opensByItself(flow, site))
      .map(({ name }) => ({ flow: name, step: '' })),
    ...SAFETY_STEPS.map((step) => ({ flow: 'safety', step })),
  ];
  for (let place = open.pop(); place; place = open.pop()) {
    const step = findStep(library, place)?.step;
    if (!step || reached.has(step)) continue;
    reached.add(step);
    open.push(...step.targets.flatMap((to) => (to.kind === 'step' ? [to] : [])));
  }
  return reached;
}

/** A flow opens without a link when words can open it: by its topic, by a command, or because the code does. */
function opensByItself({ name, topic }: Flow, { commands }: Site): boolean {
  return topic !== null || name in commands || (name in REQUIRED_FLOWS && name !== 'safety');
}
