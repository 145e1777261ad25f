import type { Room } from '../room';
import { createAmounts } from './amounts';
import { byClock } from './clock-choice';

/**
 * Picks by a number: by place, or by what the labels say of ages, counts and times. Where those differ and the list is one of
 * amounts, it is not known which is meant, and the choice is null; of any other list a number is a place ("I'm under 18" is one
 * of nine). Null instead of an answer means that the reply is no number.
 */
export function createByNumber(room: Room) {
  const amounts = createAmounts(room);
  return (text: string, words: string[], labels: string[][], raw: string[]): { choice: number | null } | null => {
    const bare = amounts.bare(words);
    if (bare === null) {
      const told = amounts.told(words, labels);
      const choice = told === null ? byClock(text, raw) : amounts.labelOf(told, labels);
      return choice === null ? null : { choice };
    }
    const named = amounts.labelOf(bare, labels) ?? byClock(text, raw);
    const place = labels[bare - 1] ? bare - 1 : null;
    if (named === null || place === null || named === place) return { choice: named ?? place };
    return { choice: amounts.areAll(labels) ? null : place };
  };
}
