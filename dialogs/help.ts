import type { Turn } from './blocks/block';
import { holds } from './blocks/when';
import { findStep } from './targets';
import type { Block, Choice, HelpList, Library, Near, State } from './types';

/** The flow about lists of help: what can be done with one, and where the person is. */
export const HELP_LIST = 'help-list';
export const HELP_CHOICES = 'choices';
/** So many are shown at a time. */
export const AT_A_TIME = 3;
const OUTCODE = `${HELP_LIST}/outcode`;
const PLACE = `${HELP_LIST}/which-place`;

/** Where they are, as far as they said. The place is theirs to say where a postcode is in two, and told by it where it is in one. */
export function nearOf({ answers }: State, places: Library['places']): Near {
  const outcode = answers[OUTCODE] || null;
  const [only, ...others] = places.filter(({ outcodes }) => outcode !== null && outcodes.includes(outcode));
  const told = only && others.length === 0 ? only.name : null;
  return { outcode, place: told ?? (others.length > 0 ? (answers[PLACE] ?? null) : null) };
}

/** Another postcode may be in another place. */
export function forgetPlace({ answers }: State): void {
  delete answers[PLACE];
}

/** What they look for: what they answered, or what they said when they came to this topic, beside what this step is about. */
export function wordsOf({ answers, at }: State, list: HelpList): string {
  if ('answer' in list) return answers[list.answer] ?? '';
  if (!('topic' in list)) return '';
  const own = at ? answers[`${at.flow}/story`] : '';
  return [list.words, own].filter(Boolean).join(' ');
}

/** What can be done with the list that was just shown, to follow the step's own choices. */
export function helpChoices({ library, state, listed }: Turn): Choice[] {
  const found = findStep(library, { flow: HELP_LIST, step: HELP_CHOICES });
  return listed && found ? choicesIn(found.step.blocks, state) : [];
}

/** The first choices that are seen here: as in any step, nothing after them is. */
function choicesIn(blocks: Block[], state: State): Choice[] {
  for (const block of blocks) {
    if (block.type === 'choices') return block.choices;
    const inside = block.type === 'when' && holds(block.test, state) ? choicesIn(block.blocks, state) : [];
    if (inside.length > 0) return inside;
  }
  return [];
}
