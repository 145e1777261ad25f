import { REQUIRED_PHRASES } from '../required';
import type { Library } from '../types';
import { allBlocks, type Rule, stepsOf } from './site';

/** `{value}` that nothing fills would be shown with its brackets. */
export const values: Rule = {
  name: 'value',
  find({ library }) {
    const known = Object.keys(library.values);
    return texts(library).flatMap(({ file, line, text, more }) =>
      [...text.matchAll(/\{([^{}]*)\}/g)]
        .filter(([, name = '']) => !known.includes(name) && !more.includes(name))
        .map(([whole]) => ({
          file,
          line,
          what: `nothing fills ${whole}`,
          mend: `use one of ${[...known, ...more].map((name) => `{${name}}`).join(' ')}, or add it to "values" in place.yaml`,
        })),
    );
  },
};

function texts(library: Library): { file: string; line: number; text: string; more: readonly string[] }[] {
  const inSteps = stepsOf(library).flatMap(({ step: { file, blocks } }) =>
    allBlocks(blocks).flatMap((block) => {
      if ('text' in block) return [{ file, line: block.line, text: block.text, more: [] }];
      if (block.type === 'choices')
        return block.choices.map(({ label, line }) => ({ file, line, text: label, more: [] }));
      return [];
    }),
  );
  const inPhrases = Object.values(library.phrases).flatMap(({ id, file, variants, lines, line }) =>
    variants.flatMap((texts, variant) =>
      texts.map((text, index) => ({
        file,
        line: lines[variant]?.[index] ?? line,
        text,
        more: REQUIRED_PHRASES[id]?.values ?? [],
      })),
    ),
  );
  return [...inSteps, ...inPhrases];
}
