import type { Room } from '../room';
import { asLabel, compare, isEnough, isMore, type Reach } from './matching';
import type { Terms } from './terms';

/** A reply with more words than this is someone talking, even if all its words stand in one label. */
const MOST_WORDS = 10;

/**
 * Tells which label a reply names by its words. The label must have every word that counts, and more of them than any
 * other label; a label is out when the reply denies what it says ("not the bills"), or says what it denies.
 */
export function createKeyWords(room: Room, terms: Terms) {
  const { replies } = room.words;
  const questions = replies.asking.map(room.plain);
  const alarms = replies.alarm.map(room.plain);
  const asks = (words: string[]) => questions.find((start) => start.every((word, i) => words[i] === word));

  /** How many words of it tell something. */
  const weightOf = (words: string[]) =>
    terms.read(words).filter(({ weight, words }) => weight === 'key' || words.length > 1).length;
  const pickBy = (reply: string[], labels: string[][], reach: Reach, simply: boolean): number | null => {
    const question = asks(reply);
    const said = terms.read(reply, simply);
    const found = labels.flatMap((label, index) => {
      if (question && label[0] !== question[0]) return [];
      const it = compare(said, asLabel(terms.read(label, simply)), reach.steps, terms);
      return it ? [{ index, ...it }] : [];
    });
    const best = found.find((one) => found.every((other) => other === one || isMore(one, other, said)));
    if (!best || !isEnough(best, said, reach)) return null;
    return best.index;
  };
  const somebody = terms.read(room.plain(replies.somebody)).flatMap(({ signs }) => signs);
  /** Whether it speaks of a person: a daughter, a boss. */
  const namesSomebody = (words: string[]) =>
    terms
      .read(words)
      .some(({ signs }) => terms.wider(terms.wider(terms.wider(signs))).some((it) => somebody.includes(it)));
  /** Whether a reply speaks of a danger that the label does not. */
  const isAlarming = (reply: string[], label: string[]): boolean => {
    const named = terms.read(label).flatMap(({ signs, parts }) => [...signs, ...parts]);
    const speaksOf = (words: string[]) => terms.read(words).some(({ signs }) => signs.some((it) => named.includes(it)));
    return alarms.some((alarm) => holds(reply, alarm) && !speaksOf(alarm));
  };
  const pick = (reply: string[], labels: string[][], reach: Reach): number | null =>
    reply.length === 0 || reply.length > MOST_WORDS
      ? null
      : (pickBy(reply, labels, reach, false) ?? pickBy(reply, labels, reach, true));
  return { pick, weightOf, namesSomebody, isAlarming };
}

function holds(words: string[], phrase: string[]): boolean {
  return ` ${words.join(' ')} `.includes(` ${phrase.join(' ')} `);
}
