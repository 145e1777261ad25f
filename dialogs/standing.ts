import type { SourceFile } from './library';
import { sectionsOf } from './sections';

/** A step (`money#start`) or a phrase (`phrases#kept`), and how its translation stands to the English of today. */
export interface Part {
  name: string;
  is: 'missing' | 'outdated' | 'up to date';
  /** Where the translation stands, or, where there is none, the English. */
  file: string;
  line: number;
  english: string;
  /** The English it was made from, where that was noted. */
  was: string | null;
}

/** What each part of a translation was made from, by its name: `translated-from.yaml`. */
export type MadeFrom = Record<string, string>;

/** How every step and phrase of a translation stands. Pure. */
export function standing(english: SourceFile[], translated: SourceFile[], from: MadeFrom): Part[] {
  const theirs = new Map(translated.flatMap(namedSections).map((section) => [section.name, section]));
  return english.flatMap(namedSections).map(({ name, text, file, line }) => {
    const own = theirs.get(name);
    const was = from[name]?.trim() ?? null;
    if (!own) return { name, is: 'missing', file, line, english: text, was };
    return { name, is: was === text ? 'up to date' : 'outdated', file: own.file, line: own.line, english: text, was };
  });
}

/** The English lines that were taken out since, and those that are new. */
export function changed({ english, was }: Part): { before: string[]; now: string[] } {
  const [old, today] = [linesOf(was ?? ''), linesOf(english)];
  return {
    before: old.filter((line) => !today.includes(line)),
    now: today.filter((line) => !old.includes(line)),
  };
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

function namedSections({ path, text }: SourceFile) {
  const flow = path.replace(/^.*\//, '').replace(/\.md$/, '');
  return sectionsOf(text).map(({ id, ...section }) => ({ ...section, name: `${flow}#${id}`, file: path }));
}
