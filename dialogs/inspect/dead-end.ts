import { type Rule, stepsOf } from './site';
import { inWords, views } from './worlds';

/** Whoever reads a step must be able to go on from it. */
export const deadEnd: Rule = {
  name: 'dead-end',
  find: ({ library }) =>
    stepsOf(library).flatMap(({ flow, step }) => {
      const all = views(flow, step);
      const stuck = all.filter(({ end }) => !end);
      if (stuck.length === 0) return [];
      return [
        {
          file: step.file,
          line: step.line,
          what: `nothing ends "${step.title}"${inWords(all, stuck)}`,
          mend: 'close it with choices, a question, ::go, ::handoff or ::end',
        },
      ];
    }),
};
