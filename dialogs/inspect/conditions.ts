import { ABOUT } from '../../understanding/types';
import { answerKey } from '../answers';
import { fill } from '../phrases';
import type { Block, Library } from '../types';
import { allBlocks, type Rule, stepsOf } from './site';

/** A condition on an answer that nobody gives, or on somebody who does not exist, is never true. */
export const conditions: Rule = {
  name: 'condition',
  find({ library }) {
    const given = answersOf(library);
    return stepsOf(library).flatMap(({ flow, step }) =>
      allBlocks(step.blocks).flatMap((block) => {
        if (block.type !== 'when') return [];
        const { about = [], answered, unanswered, is } = block.test;
        const fault = (what: string, mend: string) => ({ file: step.file, line: block.line, what, mend });
        const nobody = about.filter((who) => !ABOUT.some((each) => each === who));
        const unknown = [answered, unanswered]
          .flatMap((name) => (name === undefined ? [] : [answerKey({ flow: flow.name, step: step.id }, name)]))
          .filter((key) => !given.has(key));
        const labels =
          answered === undefined ? null : given.get(answerKey({ flow: flow.name, step: step.id }, answered));
        return [
          ...nobody.map((who) => fault(`nobody is "${who}"`, `use some of: ${ABOUT.join(' ')}`)),
          ...unknown.map((key) =>
            fault(`nothing asks for "${key}"`, 'name a question (as="...") or a step with choices, as flow/name'),
          ),
          ...(labels && is !== undefined && !labels.includes(is)
            ? [fault(`"${is}" is not a choice there`, `use one of: ${labels.join(', ')}`)]
            : []),
        ];
      }),
    );
  },
};

/** Every answer there can be: null for own words, or the labels to choose from. */
function answersOf(library: Library): Map<string, string[] | null> {
  const given = new Map<string, string[] | null>();
  for (const { flow, step } of stepsOf(library)) {
    if (flow.topic !== null) given.set(`${flow.name}/story`, null);
    const blocks = allBlocks(step.blocks);
    const labels = blocks.flatMap((block: Block) =>
      block.type === 'choices' ? block.choices.map(({ label, means }) => fill(means ?? label, library.values)) : [],
    );
    if (labels.length > 0) given.set(`${flow.name}/${step.id}`, labels);
    for (const block of blocks)
      if (block.type === 'ask') given.set(answerKey({ flow: flow.name, step: step.id }, block.as), null);
  }
  return given;
}
