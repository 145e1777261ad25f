import { join } from 'node:path';
import type { Fault } from '../../dialogs/types';
import { checkSafetyExamples, PatternError, type UnderstandingWords } from '../../understanding';
import { DANGERS, type Danger } from '../../understanding/types';

export const SAFETY_RULES = ['pattern', 'safety-example'] as const;

type LineOf = (file: string, path: readonly PropertyKey[]) => number;
type Where = { file: string; path: PropertyKey[]; text: string };

/** Runs the examples written beside the words about danger, and finds patterns that cannot be read. `dir` is the language's. */
export function safetyFaults(dir: string, words: UnderstandingWords, lineOf: LineOf): Fault[] {
  try {
    return checkSafetyExamples(words).map(({ kind, example, expected }) => {
      const file = fileOf(dir, kind);
      const at = textsIn(file, groupsOf(words, kind), ['groups']).find(({ text }) => text === example);
      return {
        file,
        line: lineOf(file, at?.path ?? []),
        rule: SAFETY_RULES[1],
        what: `"${example}" is not read as ${expected}`,
        mend: 'change the patterns above it, or the example',
      };
    });
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

const fileOf = (dir: string, kind: Danger) => join(dir, 'safety', `${kind}.yaml`);
const groupsOf = ({ safety }: UnderstandingWords, kind: Danger) => safety.groups.filter((group) => group.kind === kind);

function allTexts(dir: string, words: UnderstandingWords): Where[] {
  const { topics, replies } = words;
  return [
    ...DANGERS.flatMap((kind) => textsIn(fileOf(dir, kind), groupsOf(words, kind), ['groups'])),
    ...topics.flatMap(({ id, words }) => textsIn(join(dir, 'topics', `${id}.yaml`), words, [])),
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
