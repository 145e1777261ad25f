import type { Memory } from '../bots/memory';
import { HELP_CHOICES, HELP_LIST } from '../dialogs/help';
import type { Block, Library } from '../dialogs/types';
import type { Understanding } from '../understanding/types';

/** A choice of the content as `flow#step: label`. */
export type ChoiceName = string;

/** Every choice there is in a language. */
export function everyChoice(library: Library): Set<ChoiceName> {
  const names = Object.values(library.flows).flatMap(({ name, steps }) =>
    steps.flatMap(({ id, blocks }) => labelsIn(blocks).map((label) => `${name}#${id}: ${label}`)),
  );
  return new Set(names);
}

function labelsIn(blocks: Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'when') return labelsIn(block.blocks);
    return block.type === 'choices' ? block.choices.map(({ label }) => label) : [];
  });
}

/** The choice that these words pick where the person is now, or null. */
export function pickedChoice({ engine }: Memory, text: string, understanding: Understanding): ChoiceName | null {
  const labels = engine.offered.map(({ label }) => label);
  const { choice } = understanding.reply(text, labels);
  if (choice === null || !engine.at) return null;
  const to = engine.offered[choice]?.to;
  // What can be done with a list of help is written once, and follows the choices of many steps.
  const isShared = to?.kind === 'step' && to.flow === HELP_LIST && engine.at.flow !== HELP_LIST;
  const at = isShared ? { flow: HELP_LIST, step: HELP_CHOICES } : engine.at;
  return `${at.flow}#${at.step}: ${labels[choice]}`;
}
