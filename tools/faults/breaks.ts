import { pause } from '../../test/store/contract/given';
import { sum, type Verdict } from './judge';
import { type Door, inOrder, type Load, underLoad } from './load';

/** What was found after Redis broke under a Natter that went on running. */
export interface BreakVerdict extends Verdict {
  /** Acknowledged less than a second before or after a break began: what is most easily lost. */
  atStake: number;
  /** The longest time after a break in which nothing was acknowledged. */
  longestAwayMs: number;
}

/** Breaks Redis once. Resolves when it is whole again. */
export interface Break {
  /** What has to be so beforehand. */
  prepare?(): Promise<void>;
  break(): Promise<void>;
}

/** Breaks Redis again and again while people write; each time Natter has to go on by itself before the next. */
export async function breakUnderLoad(
  door: Door,
  people: string[],
  breaks: Break[],
  random: () => number,
  broke: (count: number, load: Load) => void = () => {},
): Promise<BreakVerdict> {
  const moments: number[] = [];
  let longestAwayMs = 0;
  const said = await underLoad(door, people, random, async (load) => {
    for (const one of breaks) {
      await one.prepare?.();
      await load.acknowledgedAfter(Date.now());
      await pause(500 + random() * 1_000);
      // On a busy machine nothing may have come for a while: what is broken has to be in use.
      await load.acknowledgedAfter(Date.now());
      const moment = Date.now();
      moments.push(moment);
      await one.break();
      await load.acknowledgedAfter(Date.now());
      longestAwayMs = Math.max(longestAwayMs, longestGap(load.times, moment));
      broke(moments.length, load);
    }
  });
  const verdicts = await Promise.all([...said].map(([person, mine]) => door.judge(person, inOrder(mine))));
  const atStake = [...said.values()].flat().filter(({ at }) => moments.some((moment) => Math.abs(at - moment) < 1_000));
  return { ...sum(verdicts), stops: breaks.length, atStake: atStake.length, longestAwayMs };
}

function longestGap(times: readonly number[], since: number): number {
  const first = times.findIndex((at) => at >= since);
  const later = times.slice(first);
  return Math.max(...later.map((at, index) => at - (later[index - 1] ?? since)));
}
