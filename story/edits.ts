import type { Story } from './types';

/** How people say it, from content/<language>/story.yaml: phrases with `{n}` where the line's number stands. */
export interface EditWords {
  'leave-out': string[];
  'put-back': string[];
}

export interface Edit {
  /** Numbers as shown to the person, counted from 1 over all lines. */
  numbers: number[];
  struck: boolean;
}

/** Nobody needs more to name a few lines; whoever writes more is saying something. */
const LONGEST = 200;
const NUMBERS = String.raw`(\d{1,3}(?:\s*(?:,|&|and)\s*\d{1,3})*)`;

/** Reads "leave out 2" or "put 2 and 3 back". Null when it is not an edit. */
export function readEdit(text: string, words: EditWords): Edit | null {
  if (text.length > LONGEST) return null;
  const said = text
    .toLowerCase()
    .replace(/[.!?]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  for (const [name, struck] of [
    ['leave-out', true],
    ['put-back', false],
  ] as const) {
    for (const phrase of words[name]) {
      const numbers = match(said, phrase);
      if (numbers) return { numbers, struck };
    }
  }
  return null;
}

function match(said: string, phrase: string): number[] | null {
  const pattern = phrase.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace('{n}', NUMBERS);
  const found = new RegExp(`^${pattern}$`).exec(said);
  return found?.[1] ? found[1].split(/\D+/).map(Number) : null;
}

/** Strikes or puts back lines. Numbers that name no line change nothing; `changed` lists those that did. */
export function applyEdit(story: Story, edit: Edit): { story: Story; changed: number[] } {
  const ids = new Set(edit.numbers.flatMap((number) => story.lines[number - 1]?.id ?? []));
  const changed = edit.numbers.filter((number) => story.lines[number - 1]);
  const lines = story.lines.map((line) => (ids.has(line.id) ? { ...line, struck: edit.struck } : line));
  return { story: { ...story, lines }, changed };
}
