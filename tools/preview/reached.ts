import { fill } from '../../dialogs/phrases';
import type { Flow, Step } from '../../dialogs/types';
import type { Coverage } from '../check/coverage';
import type { Known } from './background';
import type { PreviewWords } from './words';

/** Whether conversation tests come to a step; null: not known. */
export function isStepReached({ reached }: Known, flow: Flow, step: Step): boolean | null {
  return isReached(reached, 'steps', `${flow.name}#${step.id}`);
}

/** Whether a conversation test picks a choice; null: not known. */
export function isChoiceReached({ reached }: Known, flow: Flow, step: Step, label: string): boolean | null {
  return isReached(reached, 'choices', `${flow.name}#${step.id}: ${label}`);
}

function isReached(coverage: Known['reached'], what: keyof Coverage, name: string): boolean | null {
  return coverage === null ? null : coverage[what].reached.has(name);
}

/** How many of a flow's steps or choices tests reach: "12 of 13". Null: not known. */
export function reachedInWords(
  { reached }: Known,
  what: keyof Coverage,
  flow: Flow,
  words: PreviewWords,
): string | null {
  if (reached === null) return null;
  const own = reached[what].all.filter((name) => name.startsWith(`${flow.name}#`));
  const count = own.filter((name) => reached[what].reached.has(name)).length;
  return fill(words.figures.reached, { count: String(count), of: String(own.length) });
}

/** Why it is not known what tests reach; null when it is. */
export function whyNotReached({ reached, checked, over }: Known, { reached: words }: PreviewWords): string | null {
  if (reached !== null) return null;
  if (over === null) return words.working;
  return checked?.faults.length ? words.faults : fill(words.failed, { why: over });
}
