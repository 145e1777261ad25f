import { seeded } from '../../understanding/learning/random';

/** Everything that is left to chance, the same for the same seed. */
export interface Dice {
  /** True in this share of throws, from 0 to 1. */
  chance(share: number): boolean;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  pick<T>(from: readonly T[]): T;
  /** So many of them, each at most once, in no order. */
  some<T>(from: readonly T[], count: number): T[];
  /** One of them by its share; the shares need not add up to 1. */
  weighted<T>(from: readonly (readonly [share: number, value: T])[]): T;
  /** Around a median, with a long tail upwards; `spread` is the deviation of its logarithm. */
  longTailed(median: number, spread: number): number;
}

export function createDice(seed: number): Dice {
  const random = seeded(seed);
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  return {
    between,
    chance: (share) => random() < share,
    pick: <T>(from: readonly T[]) => from[between(0, from.length - 1)] as T,
    some: <T>(from: readonly T[], count: number) => {
      const left = [...from];
      const taken: T[] = [];
      while (taken.length < count && left.length > 0) taken.push(...left.splice(between(0, left.length - 1), 1));
      return taken;
    },
    weighted: <T>(from: readonly (readonly [number, T])[]) => {
      let thrown = random() * from.reduce((sum, [share]) => sum + share, 0);
      const found = from.find(([share]) => {
        thrown -= share;
        return thrown < 0;
      });
      return (found ?? from[from.length - 1])?.[1] as T;
    },
    longTailed: (median, spread) => {
      // Twelve throws added up are near enough to a bell.
      const bell = Array.from({ length: 12 }, random).reduce((sum, thrown) => sum + thrown, -6);
      return median * Math.exp(spread * bell);
    },
  };
}
