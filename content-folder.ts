import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { SourceFile } from './dialogs/library';
import type { Fault } from './dialogs/types';
import { readYaml } from './tools/yaml-file';

export type Folder = ReturnType<typeof openFolder>;

/** Reads the files of a content folder, whatever is in them, and gathers what is wrong with them. */
export function openFolder(dir: string) {
  const faults: Fault[] = [];
  const files = new Set<string>();
  const lines = new Map<string, (path: readonly PropertyKey[]) => number>();
  const fault = (name: string, what: string, mend: string, line = 1) => {
    faults.push({ file: join(dir, name), line, rule: 'form', what, mend });
    return null;
  };
  const names = (name: string, ending: string) =>
    existsSync(join(dir, name))
      ? readdirSync(join(dir, name))
          .filter((each) => each.endsWith(ending))
          .sort()
      : [];
  const textOf = (file: string) => {
    files.add(file);
    return readFileSync(file, 'utf8');
  };
  return {
    faults,
    files,
    fault,
    missing: (name: string, mend: string) => fault(name, 'this is missing', mend),
    names,
    /** As faults name it. */
    path: (name: string) => join(dir, name),
    text: (name: string) => textOf(join(dir, name)),
    has: (name: string) => existsSync(join(dir, name)),
    lineOf: (file: string, path: readonly PropertyKey[]) => lines.get(file)?.(path) ?? 1,
    yaml<T>(name: string, schema: z.ZodType<T>): T | null {
      const file = join(dir, name);
      if (!existsSync(file)) return fault(name, 'this file is missing', 'write it: content/en has one to go by');
      const read = readYaml(file, textOf(file), schema);
      lines.set(file, read.lineOf);
      faults.push(...read.faults);
      return read.value;
    },
    /** A fault for each file with this ending that has none of these names. */
    only(name: string, ending: string, allowed: string[]) {
      for (const file of names(name, ending).filter((each) => !allowed.includes(each)))
        fault(
          join(name, file),
          'no examples are read from a file of this name',
          `name it as one of: ${allowed.join(' ')}`,
        );
    },
    /** Examples, one a line. Lines that start with # are notes. A language that has none is understood by its lists of words. */
    lines(name: string): string[] {
      const file = join(dir, name);
      if (!existsSync(file)) return [];
      return textOf(file)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
    },
    /** The Markdown files of a folder; with `only`, the one of that name if it is there. */
    markdown(name: string, only?: string): SourceFile[] {
      return names(name, '.md')
        .filter((each) => only === undefined || each === `${only}.md`)
        .map((each) => join(dir, name, each))
        .map((path) => ({ path, text: textOf(path) }));
    },
  };
}

/** The folders in a folder, by name; none where it is not there. */
export function foldersIn(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
