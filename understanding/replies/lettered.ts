import type { Room } from '../room';
import { createTrim } from './trim';

const LETTERED = /^\s*\(?([a-z])\s?[).:\]-]\s+(?=\S)/i;

/** Choices that are lettered: "A) Housing", "B) Work". */
export interface Letters {
  /** The labels without their letters. */
  bare(labels: string[]): string[];
  /** The choice whose letter is all of the reply: "b", "option c please". Null where choices have no letters. */
  pick(words: string[], labels: string[]): number | null;
}

export function createLetters(room: Room): Letters {
  const { replies } = room.words;
  const trim = createTrim(room, [...replies.pick, ...replies.filler], replies.filler);
  const lettersOf = (labels: string[]) => {
    const letters = labels.map((label) => LETTERED.exec(label)?.[1]?.toLowerCase());
    return labels.length > 1 && letters.every((letter, i) => letter === String.fromCharCode(97 + i)) ? letters : null;
  };
  return {
    bare: (labels) => (lettersOf(labels) ? labels.map((label) => label.replace(LETTERED, '')) : labels),
    pick(words, labels) {
      const [letter, ...more] = trim(words);
      const place = lettersOf(labels)?.indexOf(letter) ?? -1;
      return more.length === 0 && place >= 0 ? place : null;
    },
  };
}
