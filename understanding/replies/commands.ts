import { tidy } from '../reading/normalise';
import { isNearMiss } from '../reading/spelling';
import type { Room } from '../room';
import { onlyOne } from './reply';

/** What cannot be undone is never guessed. */
const ONLY_EXACTLY = ['stop', 'delete'];

export interface Commands {
  /** The command that is the whole message, politeness aside. */
  exactly(text: string): string | null;
  /** The same with one word misspelt. */
  nearly(text: string): string | null;
  /** The only option that is itself a way of saying this command: "Talk to a person". */
  label(command: string, options: string[]): number | null;
}

export function createCommands(room: Room): Commands {
  const { commands, replies } = room.words;
  const filler = new Set(replies.filler.flatMap(room.plain));
  const strict = new Map<string, string>();
  const loose: { name: string; words: string[] }[] = [];
  for (const [name, phrases] of Object.entries(commands))
    for (const phrase of phrases) {
      if (ONLY_EXACTLY.includes(name)) strict.set(bare(phrase), name);
      else loose.push({ name, words: room.plain(phrase) });
    }
  // Backwards, so that of two alike the first counts.
  const exact = new Map(loose.toReversed().map(({ name, words }) => [words.join(' '), name]));
  /** What was said, and the same without politeness. */
  const waysOf = (text: string): string[][] => {
    const said = room.plain(text);
    return [said, said.filter((word) => !filler.has(word))].filter((words) => words.length > 0);
  };
  const exactly = (text: string): string | null => {
    const [name] = waysOf(text).flatMap((words) => exact.get(words.join(' ')) ?? []);
    return strict.get(bare(text)) ?? name ?? null;
  };
  return {
    exactly,
    label: (command, options) =>
      onlyOne(options, (option) => [option, bare(option)].some((said) => exactly(said) === command)),
    nearly(text) {
      const ways = waysOf(text);
      return loose.find(({ words }) => ways.some((way) => oneWordOff(words, way)))?.name ?? null;
    },
  };
}

/** Without case, space or punctuation around it. */
function bare(text: string): string {
  return tidy(text)
    .replaceAll("'", '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/[^\p{L}\p{N}]+$/u, '')
    .replace(/\s+/g, ' ');
}

function oneWordOff(a: string[], b: string[]): boolean {
  if (a.length !== b.length) return false;
  const different = a.flatMap((word, i) => (word === b[i] ? [] : [[word, b[i] as string] as const]));
  return different.length === 1 && different.every(([one, other]) => isNearMiss(one, other));
}
