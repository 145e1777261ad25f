import type { Room } from '../room';

/** Takes off a reply what may stand around a pick: "option", "please". At least one word stays. */
export function createTrim(room: Room, starts: string[], ends: string[]): (words: string[]) => string[] {
  const [before, after] = [starts, ends].map((phrases) =>
    phrases.map(room.plain).sort((a, b) => b.length - a.length),
  ) as [string[][], string[][]];
  const trim = (words: string[]): string[] => {
    const start = before.find((phrase) => phrase.length < words.length && phrase.every((word, i) => words[i] === word));
    if (start) return trim(words.slice(start.length));
    const end = after.find(
      (phrase) => phrase.length < words.length && phrase.every((word, i) => words.at(i - phrase.length) === word),
    );
    return end ? trim(words.slice(0, -end.length)) : words;
  };
  return trim;
}
