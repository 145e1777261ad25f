import type { Line, Story } from './types';

/**
 * How people say it, from content/<language>/story.yaml: phrases with `{n}` where the line's number stands, and `{words}` where
 * what it should say does.
 */
export interface EditWords {
  'leave-out': string[];
  'put-back': string[];
  change: string[];
  add: string[];
}

/**
 * What somebody wants done with their story. Numbers are as they are shown, counted from 1 over all lines.
 * `text` null: the words come next.
 */
export type Edit =
  | { does: 'leave-out' | 'put-back'; numbers: number[] }
  | { does: 'change'; number: number; text: string | null }
  | { does: 'add'; text: string | null };

/** Nobody needs more to name a few lines; whoever writes more is saying something. */
const LONGEST = 200;
/** What a line should say instead may be long. */
const LONGEST_WORDS = 2_000;
const NUMBERS = String.raw`(?<numbers>\d{1,3}(?:\s*(?:[,،&]|and|a|ac|و)\s*\d{1,3})*)`;
const WORDS = String.raw`(?<words>\S.*)`;
const ARABIC_NOUGHT = 0x660;

/** Reads "leave out 2", "put 2 and 3 back", "change 2", "change 2 to ..." or "add a line". Null when it is not an edit. */
export function readEdit(text: string, words: EditWords): Edit | null {
  if (text.length > LONGEST_WORDS) return null;
  const said = text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - ARABIC_NOUGHT))
    .replace(/\s+/g, ' ')
    .trim();
  const ending = said.replace(/[.!?]+$/, '');
  for (const does of ['leave-out', 'put-back'] as const) {
    const numbers = ending.length > LONGEST ? undefined : matched(ending, words[does])?.numbers;
    if (numbers !== undefined) return { does, numbers: numbers.split(/\D+/).map(Number) };
  }
  const change = matched(said, words.change) ?? matched(ending, words.change);
  const [number, ...others] = change?.numbers?.split(/\D+/).map(Number) ?? [];
  if (number !== undefined && others.length === 0) return { does: 'change', number, text: change?.words ?? null };
  const add = matched(said, words.add) ?? matched(ending, words.add);
  return add ? { does: 'add', text: add.words ?? null } : null;
}

function matched(said: string, phrases: string[]): { numbers?: string; words?: string } | null {
  for (const phrase of phrases) {
    const pattern = phrase
      .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
      .replace('{n}', NUMBERS)
      .replace('{words}', WORDS);
    const found = new RegExp(`^${pattern}$`, 'i').exec(said);
    if (found) return found.groups ?? {};
  }
  return null;
}

/** Strikes or puts back lines. Numbers that name no line change nothing; `changed` lists those that did. */
export function applyEdit(
  story: Story,
  { does, numbers }: Extract<Edit, { numbers: number[] }>,
): { story: Story; changed: number[] } {
  const ids = new Set(numbers.flatMap((number) => story.lines[number - 1]?.id ?? []));
  const changed = numbers.filter((number) => story.lines[number - 1]);
  const lines = story.lines.map((line) => (ids.has(line.id) ? { ...line, struck: does === 'leave-out' } : line));
  return { story: { ...story, lines }, changed };
}

/** The same line in other words of theirs. One that was left out is passed on again: they have said what it should say. */
export function reworded(story: Story, id: number, text: string): Story {
  const change = (line: Line): Line => (line.id === id ? { ...line, text, kind: 'words', struck: false } : line);
  return { ...story, lines: story.lines.map(change) };
}
