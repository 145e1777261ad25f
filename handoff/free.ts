import type { Who } from './company';
import { whoIsThere } from './routing';
import type { Worker } from './types';

/** The desk as it is, as far as it matters for how long somebody waits. */
export interface AtDesk {
  /** The ids of the workers who are there. */
  there: ReadonlySet<string>;
  /** Everybody with an account. */
  workers: readonly Worker[];
  /** The ids of the workers who are talking with somebody. */
  busy: ReadonlySet<string>;
  /** How many wait now, beside whoever asks. */
  waiting: number;
}

/**
 * Is somebody there who could join them at once: a worker who talks with nobody, and for whom nobody else waits? Those of
 * another team count where nobody of theirs is there, as they do at the desk.
 */
export function isFree({ there, workers, busy, waiting }: AtDesk, team: Who | null): boolean {
  const known = new Map(workers.map((worker) => [worker.id, worker]));
  const ofTheirs = team !== null && whoIsThere(workers, there).teams.has(team.id);
  const takes = ({ teams = [] }: Pick<Worker, 'teams'>) => !ofTheirs || teams.length === 0 || teams.includes(team.id);
  const free = [...there].filter((id) => !busy.has(id) && takes(known.get(id) ?? {}));
  return free.length > waiting;
}
