import { fill } from '../../dialogs/phrases';
import { findStep } from '../../dialogs/targets';
import type { Library, Target } from '../../dialogs/types';
import type { PreviewWords } from './words';

/** Where something leads: the flow and the step when they are there, and what that is called. */
export interface Way {
  to: { flow: string; step: string } | null;
  text: string;
  /** As a link in a file names it. */
  link: string;
  /** It leads to nothing that is there. */
  broken: boolean;
}

/** Where a target leads, as seen from a flow. */
export function wayOf(target: Target, from: string, library: Library, { ways }: PreviewWords): Way {
  if (target.kind !== 'step') return { to: null, text: ways[target.kind], link: target.kind, broken: false };
  const found = findStep(library, target);
  if (!found) {
    const link = `${target.flow}.md${target.step && `#${target.step}`}`;
    return { to: null, text: fill(ways.nowhere, { link }), link, broken: true };
  }
  const { flow, step } = found;
  const to = { flow: flow.name, step: step.id };
  if (flow.name === from) return { to, text: step.title, link: `#${step.id}`, broken: false };
  if (step === flow.steps[0]) return { to, text: flow.title, link: flow.name, broken: false };
  const text = fill(ways['step-of'], { flow: flow.title, step: step.title });
  return { to, text, link: `${flow.name}#${step.id}`, broken: false };
}

export const flowPath = (flow: string) => `/flows/${encodeURIComponent(flow)}`;
export const mapPath = (flow: string) => `/maps/${encodeURIComponent(flow)}`;
/** The same name as in the file: `#bills`. */
export const stepHash = (step: string) => `#${encodeURIComponent(step)}`;
