import { tidy } from './normalise';
import type { Room } from './room';
import { isNearMiss } from './spelling';

/** What cannot be undone is never guessed. */
const ONLY_EXACTLY = ['stop', 'delete'];

export interface Commands {
  /** The command that is the whole message, politeness aside. */
  exactly(text: string): string | null;
  /** The same with one word misspelt. */
  nearly(text: string): string | null;
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
  const find = (text: string, matches: (a: string[], b: string[]) => boolean) => {
    const said = room.plain(text);
    const polite = said.filter((word) => !filler.has(word));
    const hit = loose.find(({ words }) => matches(words, said) || (polite.length > 0 && matches(words, polite)));
    return hit?.name ?? null;
  };
  return {
    exactly: (text) => strict.get(bare(text)) ?? find(text, (a, b) => a.join(' ') === b.join(' ')),
    nearly: (text) => find(text, oneWordOff),
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
