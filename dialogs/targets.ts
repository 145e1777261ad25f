import type { Flow, Library, Place, Target } from './types';

/**
 * Reads where a link leads, seen from `flow`: `#step`, `other.md`, `other.md#step`, a flow's plain name, `back` or `carry-on`.
 * Null when it is none of these. An empty step is the flow's first.
 */
export function readTarget(link: string, flow: string): Target | null {
  if (link === 'back' || link === 'carry-on') return { kind: link };
  const parts = /^(?:([a-z0-9-]+)(?:\.md)?)?(?:#([\p{L}\p{N}-]+))?$/u.exec(link);
  if (!parts || (!parts[1] && !parts[2])) return null;
  return { kind: 'step', flow: parts[1] ?? flow, step: parts[2] ?? '' };
}

/** The step a place names, or null when the flow or the step is not there. */
export function findStep(library: Library, place: { flow: string; step: string }) {
  const flow = library.flows[place.flow];
  const step = place.step === '' ? flow?.steps[0] : flow?.steps.find((each) => each.id === place.step);
  return flow && step ? { flow, step } : null;
}

/** Does this flow lead back to where the person was? Then opening it is an interruption, not a new direction. */
export function interrupts(flow: Flow | undefined): boolean {
  return flow?.steps.some((step) => step.targets.some((target) => target.kind === 'carry-on')) ?? false;
}

export function samePlace(a: Place | null, b: Place | null): boolean {
  return a?.flow === b?.flow && a?.step === b?.step;
}
