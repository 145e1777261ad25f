import { distance } from 'fastest-levenshtein';
import { isNearMiss } from '../reading/spelling';
import type { Room } from '../room';
import { onlyOne, type Picker } from './reply';

const LETTERS_PER_SLIP = 7;

export function createLabels(room: Room): { same: Picker; nearly: Picker } {
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

  return { same, nearly };
}
