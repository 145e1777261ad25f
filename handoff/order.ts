import type { Waiting } from './types';

type Place = Pick<Waiting, 'urgent' | 'leftBy' | 'booked' | 'later' | 'waitingSince'>;

/**
 * The order in which people are picked up: words about danger first, then whoever a worker left, then whose booked time has
 * come, then the longest wait. Whoever asked for a later time stands after all who wait now, the earliest time first.
 */
export function inTurn<T extends Place>(people: T[]): T[] {
  return people.toSorted((one, other) => rank(one) - rank(other) || since(one) - since(other));
}

function rank({ urgent, leftBy, booked, later }: Place): number {
  if (later) return 6;
  const called = leftBy !== undefined ? 0 : booked && booked.from !== null ? 1 : 2;
  return (urgent ? 0 : 3) + called;
}

const since = ({ booked, later, waitingSince }: Place): number => (later && booked?.from) || waitingSince;
