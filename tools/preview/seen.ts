import { view } from '../../dialogs/inspect/worlds';
import { blankState } from '../../dialogs/step';
import type { Block, Flow, Step } from '../../dialogs/types';

/** By whom and where a flow is seen, by somebody of whom nothing else is known; null: all of it, whoever it is for. */
export type Seen = { as: 'adult' | 'child'; on: 'web' | 'text' } | null;

/** Every way to see a flow, by its name in the words of the pages. */
export const WAYS_TO_SEE = {
  everything: null,
  'adult-web': { as: 'adult', on: 'web' },
  'adult-text': { as: 'adult', on: 'text' },
  'child-web': { as: 'child', on: 'web' },
  'child-text': { as: 'child', on: 'text' },
} satisfies Record<string, Seen>;

/** Reads `?as=child&on=text`. What is left out is an adult, and the web. */
export function readSeen(query: URLSearchParams): Seen {
  const as = query.get('as');
  const on = query.get('on');
  if (as === null && on === null) return null;
  return { as: as === 'child' ? 'child' : 'adult', on: on === 'text' ? 'text' : 'web' };
}

export const queryOf = (seen: Seen): string => (seen ? `?as=${seen.as}&on=${seen.on}` : '');

/** What is seen of a step. */
export function blocksSeen(flow: Flow, step: Step, seen: Seen): Block[] {
  if (!seen) return step.blocks;
  return view(flow, step, { ...blankState(), young: seen.as === 'child', phone: seen.on === 'text' }).blocks;
}
