import type { Deed } from './history';
import type { Act, Answer } from './model';

/** All that was acknowledged about one person so far. */
export interface Record {
  deeds: Deed[];
  said: Map<string, string[]>;
  /** Nobody has them and they wait for nobody: only they themselves can change that. */
  resting: boolean;
  /** How often they have asked for a worker. */
  wanted: number;
}

export const blankRecord = (): Record => ({ deeds: [], said: new Map(), resting: true, wanted: 0 });

/** Does it, and writes down when it was sent, when it was answered and with what. */
export async function recorded(
  record: Record,
  act: Act,
  work: () => Promise<Answer | null>,
  now: () => number = () => performance.now(),
): Promise<Answer | null> {
  const sent = now();
  const answer = await work();
  record.deeds.push({ act, answer, sent, answered: answer === null ? Number.POSITIVE_INFINITY : now() });
  return answer;
}

/** An author's next acknowledged words. */
export function acknowledged({ said }: Record, author: string, text: string): void {
  said.set(author, [...(said.get(author) ?? []), text]);
}
