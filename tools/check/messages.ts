import { fill } from '../../dialogs/phrases';
import type { Block, Library } from '../../dialogs/types';
import type { Content } from '../../read-content';

/** One thing a person reads. */
export interface Message {
  file: string;
  line: number;
  text: string;
  kind: 'message' | 'label' | 'help' | 'helpline';
  /** Only children are shown it. */
  young: boolean;
  /** Short messages of one group are graded together. */
  group: string;
}

type LineOf = (file: string, path: readonly PropertyKey[]) => number;

/** Every message of one language. */
export function messagesOf(library: Library): Message[] {
  const inSteps = Object.values(library.flows).flatMap(({ name, title, file, steps }) => [
    { file, line: 1, text: title, kind: 'label' as const, young: false, group: name },
    ...steps.flatMap((step) => inBlocks(step.blocks, { file: step.file, young: false, group: `${name}#${step.id}` })),
  ]);
  const inPhrases = Object.values(library.phrases).flatMap(({ id, file, line, lines, variants }) =>
    variants.flatMap((texts, variant) =>
      texts.map((text, index) => ({
        file,
        line: lines[variant]?.[index] ?? line,
        text,
        kind: 'message' as const,
        young: false,
        group: `phrase ${id}`,
      })),
    ),
  );
  return [...inSteps, ...inPhrases].map((message) => ({
    ...message,
    text: fillForReading(message.text, library.values),
  }));
}

function inBlocks(blocks: Block[], place: { file: string; young: boolean; group: string }): Message[] {
  return blocks.flatMap((block): Message[] => {
    if (block.type === 'when')
      return inBlocks(block.blocks, { ...place, young: place.young || block.test.young === true });
    if (block.type === 'choices')
      return block.choices.map(({ label, line }) => ({ ...place, line, text: label, kind: 'label' }));
    return 'text' in block ? [{ ...place, line: block.line, text: block.text, kind: 'message' }] : [];
  });
}

/** What a place, its teams, its lines and the national ones say of themselves. `files`: where each of these stands. */
export function helpMessages(
  { place, helplines }: Content,
  files: Record<'place' | 'help' | 'local' | 'national', string>,
  lineOf: LineOf,
): Message[] {
  const teams = place.teams.map(({ id, is }, index) => ({
    file: files.place,
    line: lineOf(files.place, ['teams', index, 'is']),
    text: is,
    kind: 'help' as const,
    young: false,
    group: `team ${id}`,
  }));
  const help = place.help.flatMap((entry, index) =>
    (['name', 'what', 'who', 'when', 'cost', 'next', 'give'] as const).map((field) => ({
      file: files.help,
      line: lineOf(files.help, [index, field]),
      text: entry[field] ?? '',
      kind: field === 'name' ? ('label' as const) : ('help' as const),
      young: false,
      group: `help ${entry.id}`,
    })),
  );
  return [
    ...teams,
    ...help,
    ...ofLines(place.helplines, files.local, lineOf),
    ...ofLines(helplines, files.national, lineOf),
  ];
}

function ofLines(lines: Content['helplines'], file: string, lineOf: LineOf): Message[] {
  return lines.flatMap((entry, index) =>
    (['name', 'how', 'hours'] as const).map((field) => ({
      file,
      line: lineOf(file, [index, field]),
      text: entry[field],
      kind: 'helpline' as const,
      young: false,
      group: `helpline ${entry.id}`,
    })),
  );
}

/** The place's values are named by others and keep their {brackets}, so that hard names are not held against a writer. */
function fillForReading(text: string, values: Record<string, string>): string {
  return fill(text, Object.fromEntries(Object.keys(values).map((name) => [name, `{${name}}`])));
}
