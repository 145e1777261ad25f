import { plainLabel } from '../../dialogs/inspect/labels';
import { OWN_COMMANDS } from '../../dialogs/required';
import type { Fault, Library } from '../../dialogs/types';

export const COMMAND_RULES = ['command-unknown', 'command-twice', 'command-opt-out'] as const;

type LineOf = (file: string, path: readonly PropertyKey[]) => number;

/** What is wrong with the words that work anywhere. `file` is commands.yaml. */
export function commandFaults(
  file: string,
  commands: Record<string, string[]>,
  { flows }: Library,
  lineOf: LineOf,
): Fault[] {
  const meant = new Map<string, string>();
  return Object.entries(commands).flatMap(([name, ways]) => [
    ...(flows[name] || OWN_COMMANDS.includes(name)
      ? []
      : [
          {
            file,
            line: lineOf(file, [name]),
            rule: COMMAND_RULES[0],
            what: `"${name}" does nothing`,
            mend: `write a flow ${name}.md, or take it out`,
          },
        ]),
    ...ways.flatMap((way, index) => {
      const at = { file, line: lineOf(file, [name, index]) };
      const plain = plainLabel(way);
      const other = meant.get(plain);
      meant.set(plain, name);
      return [
        ...(other === undefined
          ? []
          : [
              {
                ...at,
                rule: COMMAND_RULES[1],
                what: `"${way}" already means "${other}"`,
                mend: 'take one of them out',
              },
            ]),
        ...(plain === 'end' || plain === 'cancel'
          ? [
              {
                ...at,
                rule: COMMAND_RULES[2],
                what: `phone companies stop all messages to whoever writes "${way}"`,
                mend: 'take it out',
              },
            ]
          : []),
      ];
    }),
  ]);
}
