import type { Room } from '../room';
import { onlyOne } from './reply';
import { createTrim } from './trim';

/** How many, or how old, a label speaks of: both ends belong to it. */
interface Range {
  least: number;
  most: number;
}

export interface Amounts {
  /** The number that is all of the reply: "4", "number four". */
  bare(words: string[]): number | null;
  /** The number that a reply tells of: "im 15", "i have 5 kids"; what it counts must stand in a label. */
  told(words: string[], labels: string[][]): number | null;
  /** A list of ages or counts, and not one in which a number happens to stand. */
  areAll(labels: string[][]): boolean;
  /** The only label that a number belongs to: 43 to "18 or over". */
  labelOf(count: number, labels: string[][]): number | null;
}

export function createAmounts(room: Room): Amounts {
  const { replies } = room.words;
  const flat = (phrases: string[]) => new Set(phrases.flatMap(room.plain));
  const phrases = (list: string[]) => list.map((phrase) => room.plain(phrase).join(' '));
  const [below, upTo, above, orMore, zero] = [
    replies.amounts.below,
    replies.amounts['up-to'],
    replies.amounts.above,
    replies.amounts['or-more'],
    replies.amounts.none,
  ].map(phrases) as [string[], string[], string[], string[], string[]];
  const units = flat(replies.amounts.units);
  const small = flat(replies.small);
  const trim = createTrim(room, [...replies.pick, ...replies.filler], [...replies.filler, ...replies.one]);
  const trimTold = createTrim(room, [...replies.amounts.told, ...replies.filler], replies.filler);

  const numberOf = (words: string[]): number | null => {
    const [first = '', second, ...more] = words;
    if (more.length > 0) return null;
    const value = /^\d{1,6}$/.test(first) ? Number(first) : own(replies.numbers, first);
    if (second === undefined) return value;
    const unit = own(replies.numbers, second);
    return value !== null && unit !== null && value >= 20 && value % 10 === 0 && unit < 10 ? value + unit : null;
  };

  const rangeOf = (label: string[]): Range | null => {
    const numbers = label.flatMap((word) =>
      /^\d{1,6}$/.test(word) ? Number(word) : (own(replies.numbers, word) ?? []),
    );
    const text = ` ${label.join(' ')} `;
    const has = (list: string[]) => list.some((phrase) => text.includes(` ${phrase} `));
    const [first, last] = [numbers[0], numbers.at(-1)];
    if (first === undefined || last === undefined)
      return zero.some((phrase) => text.startsWith(` ${phrase} `)) && label.length < 4 ? { least: 0, most: 0 } : null;
    if (has(below)) return { least: 0, most: first - 1 };
    if (has(upTo)) return { least: 0, most: first };
    if (has(above)) return { least: last + 1, most: Infinity };
    if (has(orMore)) return { least: last, most: Infinity };
    return numbers.length > 2 || label.length > 5 ? null : { least: first, most: last };
  };

  return {
    bare(words) {
      const core = trim(words);
      // "no 2" is number two; "no one" is nobody.
      return words.includes('no') && !/^\d/.test(core[0] ?? '') ? null : numberOf(core);
    },
    told(words, labels) {
      const core = trimTold(words);
      const counts = (word: string) =>
        units.has(word) || (!small.has(word) && labels.some((label) => label.includes(word)));
      const end = core.findLastIndex((word, i) => i === 0 || !counts(word));
      return core.length === words.length && end === core.length - 1 ? null : numberOf(core.slice(0, end + 1));
    },
    areAll: (labels) => labels.filter((label) => rangeOf(label) !== null).length * 2 > labels.length,
    labelOf: (count, labels) =>
      onlyOne(labels.map(rangeOf), (range) => range !== null && range.least <= count && count <= range.most),
  };
}

function own(map: Record<string, number>, key: string): number | null {
  return Object.hasOwn(map, key) ? (map[key] as number) : null;
}
