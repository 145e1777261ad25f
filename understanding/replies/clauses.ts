import type { Room } from '../room';

const MARKS = /[,;:.!?\n\u2013\u2014]+|\s-\s/;

export interface Clauses {
  /** The parts of a reply, each as plain words: what is chosen may be only one of them. */
  of(text: string): string[][];
  /** Whether a reply takes back some of itself: "i am safe but my sister isn't". */
  turnsAgainst(words: string[]): boolean;
  /** "3 sorry meant 1": what was said last, and what stood before it. Null when nothing is taken back. */
  amended(words: string[]): { before: string[]; after: string[] } | null;
}

export function createClauses(room: Room): Clauses {
  const { replies } = room.words;
  const byLength = (phrases: string[]) => phrases.map(room.plain).sort((a, b) => b.length - a.length);
  const turns = byLength(replies.turns);
  const amends = byLength(replies.amends);
  const phraseAt = (words: string[], at: number, phrases: string[][]) =>
    phrases.find((phrase) => phrase.every((word, i) => words[at + i] === word));

  const split = (words: string[]): string[][] => {
    const at = words.findIndex((_, i) => i > 0 && phraseAt(words, i, turns));
    if (at === -1) return [words];
    return [words.slice(0, at), ...split(words.slice(at))];
  };

  const against = byLength(replies.against);

  return {
    turnsAgainst: (words) => words.some((_, at) => phraseAt(words, at, against)),
    of: (text) =>
      text
        .split(MARKS)
        .map(room.plain)
        .filter((words) => words.length > 0)
        .flatMap(split),
    amended(words) {
      for (let at = words.length - 2; at > 0; at--) {
        const phrase = phraseAt(words, at, amends);
        const after = words.slice(at + (phrase?.length ?? 0));
        const longer = phraseAt(words, at - 1, amends);
        if (phrase && after.length > 0 && !(longer && longer.length > phrase.length))
          return { before: words.slice(0, at), after };
      }
      return null;
    },
  };
}
