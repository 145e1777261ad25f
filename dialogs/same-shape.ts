import type { Block, Fault, Step, Target } from './types';

/** Something a step does, in words; where it stands. */
interface Part {
  is: string;
  line: number;
}

/** A translation says the same in other words: the same choices to the same places, the same questions and directives. */
export function shapeFaults(flow: string, english: Step, translated: Step): Fault[] {
  const [there, here] = [partsOf(english.blocks), partsOf(translated.blocks)];
  const missing = without(there, here).map(({ is, line }) => ({
    line: translated.line,
    what: `"${flow}#${english.id}" has no ${is}`,
    mend: `write it, as ${english.file}:${line} has it`,
  }));
  const extra = without(here, there).map(({ is, line }) => ({
    line,
    what: `"${flow}#${english.id}" has ${is}, and the English step has not`,
    mend: `go by ${english.file}:${english.line}`,
  }));
  const moved = there.findIndex(({ is }, at) => is !== here[at]?.is);
  const order =
    missing.length + extra.length === 0 && moved >= 0
      ? [
          {
            line: here[moved]?.line ?? translated.line,
            what: `"${flow}#${english.id}" has its parts in another order`,
            mend: `${there[moved]?.is} comes here, as in ${english.file}:${there[moved]?.line}`,
          },
        ]
      : [];
  return [...missing, ...extra, ...order].map((found) => ({ file: translated.file, rule: 'translation', ...found }));
}

function partsOf(blocks: Block[], inside = ''): Part[] {
  const first = blocks.find(({ type }) => type === 'say');
  const words = first ? [{ is: `words to read${inside}`, line: first.line }] : [];
  return [...words, ...blocks.flatMap((block) => partsOfBlock(block, inside))];
}

function partsOfBlock(block: Block, inside: string): Part[] {
  const { line } = block;
  if (block.type === 'say') return [];
  if (block.type === 'choices')
    return block.choices.map((choice) => ({ is: `choice to ${linkTo(choice.to)}${inside}`, line: choice.line }));
  if (block.type === 'when') {
    const test = `:::when${given(block.test)}`;
    return [{ is: `${test}${inside}`, line }, ...partsOf(block.blocks, ` in ${test}${inside}`)];
  }
  const { type, line: _line, ...rest } = block;
  const { text: _words, ...shape } = { text: '', ...rest };
  return [{ is: `::${type}${given(shape)}${inside}`, line }];
}

const given = (values: object): string =>
  `{${Object.entries(values)
    .map(([name, value]) => `${name}=${isTarget(value) ? linkTo(value) : JSON.stringify(value)}`)
    .join(' ')}}`;

const isTarget = (value: unknown): value is Target => typeof value === 'object' && value !== null && 'kind' in value;

const linkTo = (to: Target): string => (to.kind === 'step' ? `${to.flow}.md${to.step ? `#${to.step}` : ''}` : to.kind);

/** Those of the first that the second has not, each as often as it is missing. */
function without(parts: Part[], others: Part[]): Part[] {
  const left = others.map(({ is }) => is);
  return parts.filter(({ is }) => {
    const at = left.indexOf(is);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
