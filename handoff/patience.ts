const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** How long the desk waits for people and for workers, in milliseconds. Nothing here is a setting: tests pass shorter times. */
export interface Patience {
  /** A worker is there for this long after they were last seen. */
  presentMs: number;
  /** No more often than this it is written down that a worker is there. */
  renewMs: number;
  /** How often it is looked whether the worker who has somebody is there. */
  lookMs: number;
  /** A worker who is away for this long has left the people they were talking with. */
  awayMs: number;
  /** Somebody who has not answered their worker for this long is asked, once, whether they are still there. */
  quietMs: number;
  /** A worker who stepped away and is not back for this long after they said has left the person. */
  backMs: number;
}

export const PATIENCE: Patience = {
  presentMs: 90 * SECOND,
  renewMs: 30 * SECOND,
  lookMs: MINUTE,
  awayMs: 2 * MINUTE,
  quietMs: 30 * MINUTE,
  backMs: 5 * MINUTE,
};
