import type { Memory } from '../bots/memory';
import { HELP_CHOICES, HELP_LIST } from '../dialogs/help';
import type { Block, Library, State, Step } from '../dialogs/types';
import type { Understanding } from '../understanding/types';

/** A choice of the content as `flow#step: label`. */
export type ChoiceName = string;
/** A step of the content as `flow#step`. */
export type StepName = string;

/** Every choice there is in a language. */
export function everyChoice(library: Library): Set<ChoiceName> {
  const names = Object.values(library.flows).flatMap(({ name, steps }) =>
    steps.flatMap(({ id, blocks }) => labelsIn(blocks).map((label) => `${name}#${id}: ${label}`)),
  );
  return new Set(names);
}

export function everyStep({ flows }: Library): Set<StepName> {
  return new Set(Object.values(flows).flatMap(({ name, steps }) => steps.map(({ id }) => `${name}#${id}`)));
}

function labelsIn(blocks: Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'when') return labelsIn(block.blocks);
    return block.type === 'choices' ? block.choices.map(({ label }) => label) : [];
  });
}

/** The choice that these words pick where the person is now, or null. */
export function pickedChoice({ engine }: Memory, text: string, understanding: Understanding): ChoiceName | null {
  const { choice } = understanding.reply(
    text,
    engine.offered.map(({ label }) => label),
  );
  return choice === null ? null : choiceName(engine, choice);
}

/** The name of one of the choices that are offered now. */
export function choiceName({ at, offered }: State, index: number): ChoiceName | null {
  const choice = offered[index];
  if (!at || !choice) return null;
  // What can be done with a list of help is written once, and follows the choices of many steps.
  const isShared = choice.to.kind === 'step' && choice.to.flow === HELP_LIST && at.flow !== HELP_LIST;
  const { flow, step } = isShared ? { flow: HELP_LIST, step: HELP_CHOICES } : at;
  return `${flow}#${step}: ${choice.label}`;
}

/** The same library, which tells of every step that is walked through. */
export function watched(library: Library, entered: (step: StepName) => void): Library {
  const flows = Object.entries(library.flows).map(([name, flow]) => {
    const steps = flow.steps.map((step) => telling(step, () => entered(`${name}#${step.id}`)));
    return [name, { ...flow, steps }] as const;
  });
  return { ...library, flows: Object.fromEntries(flows) };
}

function telling(step: Step, tell: () => void): Step {
  const { blocks } = step;
  return Object.defineProperty({ ...step }, 'blocks', {
    get() {
      tell();
      return blocks;
    },
  });
}
