/** How much is measured. Seconds are of one contender in one round. */
export interface Plan {
  rounds: number;
  /** Before that, every time: V8 throws away compiled code of a process that had nothing to do for a while, and takes seconds to make it again. */
  lead: number;
  seconds: number;
  /** Conversations that talk at once in a round. */
  connections: number;
  /** Each contender has answered this many turns, or for this long, before anything counts. */
  warmTurns: number;
  warmSeconds: number;
  /** Latency is taken at each of these numbers of conversations; the crowd's writes at `pace` turns a second in all. */
  few: number[];
  crowd: number;
  pace: number;
  latencySeconds: number;
  /** Open conversations whose memory is weighed. */
  idle: number;
}

export const FULL: Plan = {
  rounds: 5,
  lead: 5,
  seconds: 1.5,
  connections: 16,
  warmTurns: 8_000,
  warmSeconds: 4,
  few: [1, 16],
  crowd: 1_000,
  pace: 200,
  latencySeconds: 4,
  idle: 2_000,
};

/** Enough to see that everything runs; its figures mean nothing. */
export const QUICK: Plan = {
  rounds: 1,
  lead: 0.1,
  seconds: 0.3,
  connections: 4,
  warmTurns: 20,
  warmSeconds: 0.3,
  few: [1],
  crowd: 20,
  pace: 40,
  latencySeconds: 0.5,
  idle: 20,
};
