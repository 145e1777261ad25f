import { join } from 'node:path';
import type { Fault } from '../../dialogs/types';
import { checkSafetyExamples, checkWays, PatternError, type UnderstandingWords } from '../../understanding';
import { DANGERS, type Danger } from '../../understanding/types';

export const SAFETY_RULES = ['pattern', 'safety-example'] as const;

type LineOf = (file: string, path: readonly PropertyKey[]) => number;
type Where = { file: string; path: PropertyKey[]; text: string };

/** Runs the examples written beside patterns, and finds patterns that cannot be read. `dir` is the language's. */
export function safetyFaults(dir: string, words: UnderstandingWords, lineOf: LineOf): Fault[] {
  try {
    return [...dangerFaults(dir, words, lineOf), ...wayFaults(dir, words, lineOf)];
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    const at = allTexts(dir, words).find(({ text }) => error.message.startsWith(`pattern "${text}"`));
    const place = at ?? { file: join(dir, 'safety', 'slots.yaml'), path: ['slots'] };
    const what = error.message.replace(/^pattern /, '').replace(/\s+/g, ' ');
    return [
      {
        file: place.file,
        line: lineOf(place.file, place.path),
        rule: SAFETY_RULES[0],
        what,
        mend: 'see the top of slots.yaml for how patterns are written',
      },
    ];
  }
}

function dangerFaults(dir: string, words: UnderstandingWords, lineOf: LineOf): Fault[] {
  return checkSafetyExamples(words).map(({ kind, example, expected }) => {
    const file = fileOf(dir, kind);
    return notRead(textsIn(file, groupsOf(words, kind), ['groups']), { file, example, expected }, lineOf);
  });
}

function wayFaults(dir: string, words: UnderstandingWords, lineOf: LineOf): Fault[] {
  const file = waysFile(dir);
  return checkWays(words).map(({ way, example, expected }) =>
    notRead(textsIn(file, words.ways[way], [way]), { file, example, expected }, lineOf),
  );
}

function notRead(
  texts: Where[],
  { file, example, expected }: { file: string; example: string; expected: string },
  lineOf: LineOf,
): Fault {
  const at = texts.find(({ text }) => text === example);
  return {
    file,
    line: lineOf(file, at?.path ?? []),
    rule: SAFETY_RULES[1],
    what: `"${example}" is not read as ${expected}`,
    mend: 'change the patterns above it, or the example',
  };
}

const waysFile = (dir: string) => join(dir, 'ways.yaml');
const fileOf = (dir: string, kind: Danger) => join(dir, 'safety', `${kind}.yaml`);
const groupsOf = ({ safety }: UnderstandingWords, kind: Danger) => safety.groups.filter((group) => group.kind === kind);

function allTexts(dir: string, words: UnderstandingWords): Where[] {
  const { topics, replies, ways } = words;
  return [
    ...DANGERS.flatMap((kind) => textsIn(fileOf(dir, kind), groupsOf(words, kind), ['groups'])),
    ...topics.flatMap(({ id, words }) => textsIn(join(dir, 'topics', `${id}.yaml`), words, [])),
    ...textsIn(waysFile(dir), ways, []),
    ...textsIn(join(dir, 'replies.yaml'), replies, []),
  ];
}

/** Every text inside a value, with the path to it. */
function textsIn(file: string, value: unknown, path: PropertyKey[]): Where[] {
  if (typeof value === 'string') return [{ file, path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  const keyOf = (key: string): PropertyKey => (Array.isArray(value) ? Number(key) : key);
  return Object.entries(value).flatMap(([key, each]) => textsIn(file, each, [...path, keyOf(key)]));
}
