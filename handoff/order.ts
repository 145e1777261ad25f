import type { Waiting } from './types';

type Place = Pick<Waiting, 'urgent' | 'leftBy' | 'waitingSince'>;

/** The order in which people are picked up: words about danger first, then whoever a worker left, then the longest wait. */
export function inTurn<T extends Place>(people: T[]): T[] {
  return people.toSorted(
    (one, other) =>
      Number(other.urgent) - Number(one.urgent) ||
      Number(other.leftBy !== undefined) - Number(one.leftBy !== undefined) ||
      one.waitingSince - other.waitingSince,
  );
}
