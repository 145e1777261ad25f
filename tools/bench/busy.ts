import { cpus } from 'node:os';
import { median, round } from './statistics';

/** How many processors were busy, on average, while something was measured. */
export interface Busy {
  /** With the processes of the contender. */
  own: number;
  /** With its Redis; 0 where it has none. */
  redis: number;
  /** With making the load. */
  load: number;
  /** With anything at all, also what has nothing to do with the bench; `machineSpent` says what counts. */
  machine: number;
}

/** From this share of all processors on, there was nothing left to be faster with. */
const FULL = 0.9;

/**
 * Microseconds of processor time, since some moment, in which this machine's processors were not idle. A machine that is itself
 * a guest counts what its host kept from it, too: that was not to be had either.
 */
export function machineSpent(): number {
  const all = cpus();
  const idle = all.reduce((total, { times }) => total + times.idle, 0);
  return (performance.now() * all.length - idle) * 1000;
}

/** The medians over rounds. */
export function middleBusy(rounds: Busy[]): Busy {
  const of = (part: keyof Busy) => round(median(rounds.map((each) => each[part])), 2);
  return { own: of('own'), redis: of('redis'), load: of('load'), machine: of('machine') };
}

/** Says what kept a contender from doing more. */
export function limitOf({ own, redis, load, machine }: Busy, processors: number): string {
  const other = round(Math.max(0, machine - own - redis - load), 2);
  const parts = `it ${own}, Redis ${redis}, the load ${load}, other work ${other}: ${machine} of ${processors}`;
  const limit = machine >= FULL * processors ? 'the processors were the limit' : 'the processors were not the limit';
  return `Processors busy: ${parts}. So ${limit}.`;
}

/** Says what one process leaves to be had on this machine. */
export function mostOf({ machine }: Busy, processors: number): string {
  const most = round(processors / machine, 2);
  return `One process keeps ${machine} of ${processors} processors busy: more processes can do ${most} times as much at most.`;
}
