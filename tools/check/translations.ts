import { join } from 'node:path';
import { inspect } from '../../dialogs/inspect';
import type { Site } from '../../dialogs/inspect/site';
import { changed, type Part } from '../../dialogs/standing';
import type { Fault } from '../../dialogs/types';
import type { Translation } from '../../read-translation';
import { commandFaults } from './commands';
import { pageFaults } from './own-words';

type LineOf = (file: string, path: readonly PropertyKey[]) => number;

export const OUTDATED_RULE = 'outdated';

/** What is wrong in a translation: how it hangs together. How well its words read is for those who speak it. */
export function translationFaults(
  dir: string,
  { language, library, commands, ownCommands, page }: Translation,
  lines: Site['helplines'],
  lineOf: LineOf,
): Fault[] {
  const at = join(dir, language);
  return [
    ...inspect(library, commands, lines),
    ...commandFaults(join(at, 'commands.yaml'), ownCommands, library, lineOf),
    ...pageFaults(join(at, 'page.yaml'), page, lineOf),
  ];
}

/** Parts whose English is not what they were made from. */
export function outdatedWarnings({ language, parts }: Translation): Fault[] {
  return parts
    .filter(({ is }) => is === 'outdated')
    .map((part) => ({
      file: part.file,
      line: part.line,
      rule: OUTDATED_RULE,
      what: `the English of "${part.name}" is not what this was translated from${changes(part)}`,
      mend: `put it right, then: npm run translate -- --language ${language} --accept ${part.name}`,
    }));
}

function changes(part: Part): string {
  if (part.was === null) return ' (nothing is noted)';
  const { before, now } = changed(part);
  const quoted = (lines: string[]) => lines.map((line) => `"${line}"`).join(' ');
  return ` (${[before.length > 0 ? `was ${quoted(before)}` : '', now.length > 0 ? `is ${quoted(now)}` : ''].filter(Boolean).join(', ') || 'in another order'})`;
}
