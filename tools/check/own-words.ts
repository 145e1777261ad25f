import { join } from 'node:path';
import { ZodError } from 'zod';
import { parseDeskWords } from '../../adapters/desk/words';
import { parsePageWords } from '../../adapters/web/words';
import type { Fault } from '../../dialogs/types';

export const OWN_WORDS_RULE = 'own-words';

/** What the chat page and the desk find wrong with the words written for them. `dir` is the language's folder. */
export function ownWordsFaults(
  dir: string,
  page: unknown,
  desk: unknown,
  lineOf: (file: string, path: readonly PropertyKey[]) => number,
): Fault[] {
  const faultsOf = (name: string, parse: () => unknown): Fault[] => {
    const file = join(dir, name);
    const fault = (path: readonly PropertyKey[], why: string) => ({
      file,
      line: lineOf(file, path),
      rule: OWN_WORDS_RULE,
      what: why.replace(/\s+/g, ' '),
      mend: `write it as content/en/${name} has it`,
    });
    try {
      parse();
      return [];
    } catch (error) {
      if (error instanceof ZodError)
        return error.issues.map(({ path, message }) => fault(path, `"${path.join('.')}": ${message}`));
      return [fault([], error instanceof Error ? error.message : String(error))];
    }
  };
  return [...faultsOf('page.yaml', () => parsePageWords(page)), ...faultsOf('desk.yaml', () => parseDeskWords(desk))];
}
