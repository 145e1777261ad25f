import { findStep } from '../targets';
import { allBlocks, linksOf, type Rule, stepsOf } from './site';

/** A link must lead to a step that is there. */
export const links: Rule = {
  name: 'link',
  find: ({ library }) =>
    stepsOf(library).flatMap(({ step }) =>
      allBlocks(step.blocks)
        .flatMap(linksOf)
        .flatMap(({ to, line }) => {
          if (to.kind !== 'step' || findStep(library, to)) return [];
          const flow = library.flows[to.flow];
          const what = flow ? `${to.flow}.md has no step "${to.step}"` : `there is no flow "${to.flow}"`;
          const mend = flow
            ? `lead to one of: ${flow.steps.map(({ id }) => `#${id}`).join(' ')}`
            : `write ${to.flow}.md, or lead somewhere else`;
          return [{ file: step.file, line, what, mend }];
        }),
    ),
};
