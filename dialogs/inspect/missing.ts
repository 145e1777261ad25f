import { REQUIRED_FLOWS, REQUIRED_PHRASES, SAFETY_STEPS } from '../required';
import type { Library } from '../types';
import { allBlocks, type Rule, stepsOf } from './site';

/** Flows the code opens by name. */
export const missingFlow: Rule = {
  name: 'missing-flow',
  find: ({ library }) =>
    Object.entries(REQUIRED_FLOWS)
      .filter(([name]) => !library.flows[name])
      .map(([name, why]) => ({
        file: folder(library, name),
        line: 1,
        what: `there is no flow "${name}"`,
        mend: `write it: ${why}`,
      })),
};

/** Every kind of danger has its step. */
export const missingSafetyStep: Rule = {
  name: 'missing-safety-step',
  find({ library }) {
    const safety = library.flows.safety;
    if (!safety) return [];
    return SAFETY_STEPS.filter((id) => !safety.steps.some((step) => step.id === id)).map((id) => ({
      file: safety.file,
      line: 1,
      what: `there is no step "${id}"`,
      mend: `write one under a heading "# ${id}"`,
    }));
  },
};

/** Phrases that flows or the code say. */
export const missingPhrase: Rule = {
  name: 'missing-phrase',
  find({ library }) {
    const said = stepsOf(library).flatMap(({ step }) =>
      allBlocks(step.blocks).flatMap((block) =>
        block.type === 'phrase'
          ? [{ id: block.id, file: step.file, line: block.line, mend: 'write it in phrases.md' }]
          : [],
      ),
    );
    const file = Object.values(library.phrases)[0]?.file ?? folder(library, 'phrases').replace('/flows/', '/');
    const needed = Object.entries(REQUIRED_PHRASES).map(([id, { why }]) => ({
      id,
      file,
      line: 1,
      mend: `write it: ${why}`,
    }));
    return [...said, ...needed]
      .filter(({ id }) => !library.phrases[id])
      .map(({ id, file, line, mend }) => ({ file, line, what: `there is no phrase "${id}"`, mend }));
  },
};

/** Where a file of this name would stand, beside the flows there are. */
function folder(library: Library, name: string): string {
  const beside = Object.values(library.flows)[0]?.file ?? `${library.language}/flows/`;
  return `${beside.replace(/[^/]*$/, '')}${name}.md`;
}
