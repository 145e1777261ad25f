import { type Rule, stepsOf } from './site';
import { views } from './worlds';

/** Asking for lines that nobody would be shown leaves a person with nothing. */
export const helplines: Rule = {
  name: 'helplines',
  find: ({ library, helplines: { everybody, children } }) =>
    stepsOf(library).flatMap(({ flow, step }) => {
      const empty = new Map(
        views(flow, step).flatMap(({ world, blocks }) =>
          blocks.flatMap((block) => {
            if (block.type !== 'helplines' || everybody.includes(block.for)) return [];
            return world.young && children.includes(block.for) ? [] : [[block, world.young] as const];
          }),
        ),
      );
      return [...empty].map(([block, young]) => ({
        file: step.file,
        line: block.line,
        what: `no helpline is for "${block.for}"${!young && children.includes(block.for) ? ' but those for children' : ''}`,
        mend: 'add it to the "for" of a line in helplines.yaml, or ask for another kind',
      }));
    }),
};
