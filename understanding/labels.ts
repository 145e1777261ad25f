import { distance } from 'fastest-levenshtein';
import { onlyOne, type Picker } from './reply';
import type { Room } from './room';
import { isNearMiss, stem } from './spelling';

/** A reply with more words than this is someone talking, even if all its words stand in one label. */
const MOST_WORDS = 10;
const LETTERS_PER_SLIP = 7;
/** How far a "not" reaches: in "I can't pay for food", food itself is not denied. */
const REACH_OF_NOT = 2;

export function createLabels(room: Room): { same: Picker; nearly: Picker; byKeyWords: Picker } {
  const small = new Set(room.words.replies.small.flatMap(room.plain));
  const negation = new Set(room.words.replies.negation.flatMap(room.plain));

  const same: Picker = (reply, options) => {
    const said = reply.join(' ');
    return onlyOne(options, (label) => label.join(' ') === said);
  };

  const nearly: Picker = (reply, options) => {
    const said = reply.join(' ');
    const denied = reply.filter((word) => negation.has(word)).length;
    return onlyOne(options, (label) => {
      const written = label.join(' ');
      if (Math.min(said.length, written.length) < 5 || label.filter((word) => negation.has(word)).length !== denied)
        return false;
      return reply.length === 1 && label.length === 1
        ? isNearMiss(said, written)
        : distance(said, written) <= Math.floor(written.length / LETTERS_PER_SLIP);
    });
  };

  /** Every word of the reply is a word of the label or too common to matter, and at least one is a telling word of it. */
  const byKeyWords: Picker = (reply, options) => {
    if (reply.length > MOST_WORDS || reply.some((word) => negation.has(word))) return null;
    const matched = options.map((label) => keyWordsIn(reply, label));
    return onlyOne(matched, (count) => count > 0);
  };

  const keyWordsIn = (reply: string[], label: string[]): number => {
    const at = reply.map((word) => label.findIndex((other) => alike(word, other)));
    const foreign = reply.some((word, i) => at[i] === -1 && !small.has(word));
    if (foreign) return 0;
    const keys = at.filter((place) => place !== -1 && !small.has(label[place] as string));
    return keys.some((place) => isDenied(label, place)) ? 0 : keys.length;
  };

  const isDenied = (label: string[], place: number) =>
    label.slice(Math.max(0, place - REACH_OF_NOT), place).some((word) => negation.has(word));

  return { same, nearly, byKeyWords };
}

function alike(a: string, b: string): boolean {
  return a === b || stem(a) === stem(b) || isNearMiss(a, b);
}
