import type { Waiting } from '../../handoff/types';

/** Whoever asked for a later time waits for nobody now. */
export const waitsNow = ({ owner, later }: Waiting): boolean => owner === 'waiting' && !later;

/** Whom "Next person" takes: the first who waits for a team of mine, or for any; where there is none, the first who waits. */
export function nextOf(people: readonly Waiting[]): Waiting | undefined {
  const waiting = people.filter(waitsNow);
  return waiting.find(({ yourTeam }) => yourTeam !== false) ?? waiting[0];
}
