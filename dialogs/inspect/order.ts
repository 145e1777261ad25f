import { blockTypes } from '../blocks';
import type { Block } from '../types';
import { allBlocks, allLists, type Rule, stepsOf } from './site';
import { MAX_WORLDS, views, worldsOf } from './worlds';

/** What ends a step comes last, and once: nothing after it is ever shown. */
export const order: Rule = {
  name: 'not-last',
  find: ({ library }) =>
    stepsOf(library).flatMap(({ step }) =>
      allLists(step.blocks).flatMap((blocks) => {
        const [after] = afterEnd(blocks);
        if (!after) return [];
        const end = blocks[blocks.indexOf(after) - 1];
        const what = `nothing after the ${end?.type} in line ${end?.line} is ever shown`;
        return [{ file: step.file, line: after.line, what, mend: 'put it before, or in a step of its own' }];
      }),
    ),
};

function afterEnd(blocks: Block[]): Block[] {
  const end = blocks.findIndex(({ type }) => blockTypes[type].ends);
  return end < 0 ? [] : blocks.slice(end + 1);
}

/** Conditions can leave a block to nobody. */
export const neverShown: Rule = {
  name: 'never-shown',
  find: ({ library }) =>
    stepsOf(library).flatMap(({ flow, step }) => {
      const all = views(flow, step);
      const seen = new Set(all.flatMap(({ blocks }) => blocks));
      const reported = new Set(allLists(step.blocks).flatMap((list) => allBlocks(afterEnd(list))));
      const first = allBlocks(step.blocks).find(
        (block) => block.type !== 'when' && !seen.has(block) && !reported.has(block),
      );
      if (!first || all.length === 0) return [];
      return [
        {
          file: step.file,
          line: first.line,
          what: `nobody is ever shown this ${first.type}`,
          mend: 'look at the :::when before it: together they leave nobody over',
        },
      ];
    }),
};

/** Too many conditions to follow, for a reader as for the checker. */
export const tooManyConditions: Rule = {
  name: 'too-many-conditions',
  find: ({ library }) =>
    stepsOf(library)
      .filter((place) => worldsOf([place]) === null)
      .map(({ step }) => ({
        file: step.file,
        line: step.line,
        what: `the conditions of "${step.title}" can fall out in more than ${MAX_WORLDS} ways`,
        mend: 'split it into several steps',
      })),
};
