import { basename, join } from 'node:path';
import { ZodError } from 'zod';
import { parseDeskWords } from '../../adapters/desk/words';
import { parsePageWords } from '../../adapters/web/words';
import type { Fault } from '../../dialogs/types';

export const OWN_WORDS_RULE = 'own-words';

type LineOf = (file: string, path: readonly PropertyKey[]) => number;

/** What the chat page and the desk find wrong with the words written for them. `dir` is the language's folder. */
export function ownWordsFaults(dir: string, page: unknown, desk: unknown, lineOf: LineOf): Fault[] {
  const faults = faultsIn(join(dir, 'desk.yaml'), lineOf, () => parseDeskWords(desk));
  return [...pageFaults(join(dir, 'page.yaml'), page, lineOf), ...faults];
}

/** The same of the chat page alone. */
export function pageFaults(file: string, page: unknown, lineOf: LineOf): Fault[] {
  return faultsIn(file, lineOf, () => parsePageWords(page));
}

function faultsIn(file: string, lineOf: LineOf, parse: () => unknown): Fault[] {
  const fault = (path: readonly PropertyKey[], why: string) => ({
    file,
    line: lineOf(file, path),
    rule: OWN_WORDS_RULE,
    what: why.replace(/\s+/g, ' '),
    mend: `write it as content/en/${basename(file)} has it`,
  });
  try {
    parse();
    return [];
  } catch (error) {
    if (error instanceof ZodError)
      return error.issues.map(({ path, message }) => fault(path, `"${path.join('.')}": ${message}`));
    return [fault([], error instanceof Error ? error.message : String(error))];
  }
}
