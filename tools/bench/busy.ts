import { readFileSync } from 'node:fs';
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
  /** Which part of the time its Redis had nothing to do; null where it has none, or that cannot be told. */
  rest: number | null;
}

/** From this share of all processors on, there was nothing left to be faster with. */
const FULL = 0.9;
/** From so little rest on, whatever does one thing at a time can do no more. */
const NO_REST = 0.1;
const LOOK_EVERY_MS = 5;

/**
 * Looks now and then whether a process sleeps (and has nothing to do), or works, or waits for a processor or the disk. Returns how to
 * stop, which tells the part of the time it slept; null where Linux' /proc is not there.
 */
export function resting(pid: number): () => number | null {
  let [looked, slept] = [0, 0];
  const look = () => {
    try {
      const state = /\) (\w) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
      looked += 1;
      slept += state === 'S' ? 1 : 0;
    } catch {}
  };
  const looking = setInterval(look, LOOK_EVERY_MS);
  return () => {
    clearInterval(looking);
    return looked === 0 ? null : round(slept / looked, 2);
  };
}

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
  const of = (part: Exclude<keyof Busy, 'rest'>) => round(median(rounds.map((each) => each[part])), 2);
  const rests = rounds.flatMap(({ rest }) => (rest === null ? [] : [rest]));
  const rest = rests.length === 0 ? null : round(median(rests), 2);
  return { own: of('own'), redis: of('redis'), load: of('load'), machine: of('machine'), rest };
}

/** Says what kept a contender from doing more. */
export function limitOf({ own, redis, load, machine, rest }: Busy, processors: number): string {
  const other = round(Math.max(0, machine - own - redis - load), 2);
  const parts = `it ${own}, Redis ${redis}, the load ${load}, other work ${other}: ${machine} of ${processors}`;
  const told = `Processors busy: ${parts}.`;
  const full = machine >= FULL * processors;
  if (rest === null) return `${told} So the processors were ${full ? '' : 'not '}the limit.`;
  const limit = rest < NO_REST ? 'Redis was' : full ? 'the processors were' : 'neither Redis nor the processors were';
  return `${told} Redis does one thing at a time: it was at rest ${rest} of the time, else at work, or waiting for a processor or the disk. So ${limit} the limit.`;
}

/** Says what one process leaves to be had on this machine. */
export function mostOf({ machine }: Busy, processors: number): string {
  const most = round(processors / machine, 2);
  return `One process keeps ${machine} of ${processors} processors busy: more processes can do ${most} times as much at most.`;
}
