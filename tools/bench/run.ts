import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDriver } from './child';
import { bytesATurn, type Contender, startBotbuilder, startFloor, startNatter, takesRedis } from './contenders';
import { type Delay, delays, type Throughput, throughput, type Weight, warmUp, weigh } from './measure';
import type { Plan } from './plan';
import { startRedis } from './redis';
import { ratio, round } from './statistics';

/** One figure beside another. */
export interface Ratio {
  what: string;
  /** Turns a second of ours for each one of theirs, the median over rounds. */
  turns: number;
  /** Processor time a turn of ours for each one of theirs. */
  cpu: number;
  /** The least that is wanted of `turns`, where something is. */
  wanted: number | null;
}

export interface Report {
  machine: { processors: number; node: string };
  /** What a turn of a choice writes, and so does each floor. */
  bytesATurn: number;
  throughput: Throughput[];
  ratios: Ratio[];
  delays: Delay[];
  weight: Weight;
  /** Turns that failed or were not answered, all contenders together. */
  errors: number;
  /** What could not be measured here, and why. */
  skipped: string[];
}

export const NAMES = {
  choice: 'a choice, SQLite',
  words: 'own words, SQLite',
  floor: 'floor, SQLite',
  peer: 'botbuilder, memory',
  redis: 'a choice, Redis',
  redisFloor: 'floor, Redis',
  two: 'a choice, Redis, two processes',
};

const COMPARED: { what: string; ours: string; theirs: string; wanted: number | null }[] = [
  { what: 'a choice on SQLite to its floor', ours: NAMES.choice, theirs: NAMES.floor, wanted: 0.5 },
  { what: 'a choice on SQLite to plain botbuilder', ours: NAMES.choice, theirs: NAMES.peer, wanted: 1 },
  { what: 'own words to a choice', ours: NAMES.words, theirs: NAMES.choice, wanted: null },
  { what: 'a choice on Redis to its floor', ours: NAMES.redis, theirs: NAMES.redisFloor, wanted: 0.5 },
  { what: 'plain botbuilder to the floor on Redis', ours: NAMES.peer, theirs: NAMES.redisFloor, wanted: null },
  { what: 'two processes on Redis to one', ours: NAMES.two, theirs: NAMES.redis, wanted: 1.5 },
];

/** Starts every contender, measures them, and ends what it started, whatever happens. `tell` hears what is going on. */
export async function bench(plan: Plan, tell: (line: string) => void): Promise<Report> {
  const dir = mkdtempSync(join(tmpdir(), 'natter-bench-'));
  const stops: (() => Promise<void>)[] = [() => Promise.resolve(rmSync(dir, { recursive: true, force: true }))];
  const running = <T extends { stop(): Promise<void> }>(one: T): T => {
    stops.unshift(() => one.stop());
    return one;
  };
  try {
    const driver = running(startDriver());
    const ready = async (contender: Contender): Promise<Contender> => {
      tell(`warming up: ${contender.name}`);
      await warmUp(driver, contender, plan);
      return contender;
    };

    const natter = running(await startNatter(join(dir, 'choice')));
    const choice = await ready({ name: NAMES.choice, talker: 'choices', processes: [natter] });
    const bytes = bytesATurn(join(dir, 'choice'));
    const floorProcess = running(await startFloor(join(dir, 'floor'), bytes));
    const floor = await ready({ name: NAMES.floor, talker: 'floor', processes: [floorProcess] });
    const peerProcess = running(await startBotbuilder());
    const peer = await ready({ name: NAMES.peer, talker: 'botbuilder', processes: [peerProcess] });
    const wordsProcess = running(await startNatter(join(dir, 'words')));
    const words = await ready({ name: NAMES.words, talker: 'words', processes: [wordsProcess] });
    const skipped: string[] = [];
    const onRedis: Contender[] = [];
    const redis = takesRedis() ? await startRedis(join(dir, 'redis')) : null;
    if (!takesRedis()) skipped.push('Redis: this Natter does not take REDIS_URL.');
    else if (!redis) skipped.push('Redis: no redis-server here. Install the package redis-server.');
    if (redis) {
      running(redis);
      const env = { REDIS_URL: redis.url, MASTER_KEY: randomBytes(32).toString('base64') };
      const one = running(await startNatter(join(dir, 'redis-1'), env));
      const other = running(await startNatter(join(dir, 'redis-2'), env));
      const redisFloor = running(await startFloor(join(dir, 'redis-floor'), bytes, { REDIS_URL: redis.url }));
      onRedis.push(await ready({ name: NAMES.redis, talker: 'choices', processes: [one], redis }));
      onRedis.push(await ready({ name: NAMES.redisFloor, talker: 'floor', processes: [redisFloor], redis }));
      onRedis.push(await ready({ name: NAMES.two, talker: 'choices', processes: [one, other], redis }));
    }

    tell(`${plan.rounds} rounds`);
    const turns = await throughput(driver, [choice, floor, peer, words, ...onRedis], plan);
    tell('latency');
    const waits = await delays(driver, choice, floor, plan);
    tell('memory');
    const weight = await weigh(driver, natter, plan.idle);
    return {
      machine: { processors: availableParallelism(), node: process.version },
      bytesATurn: bytes,
      throughput: turns,
      ratios: compare(turns),
      delays: waits,
      weight,
      errors: [...turns, ...waits].reduce((sum, { errors }) => sum + errors, 0),
      skipped,
    };
  } finally {
    for (const stop of stops) await stop();
  }
}

/** Every comparison whose two sides were measured. */
export function compare(all: Throughput[]): Ratio[] {
  return COMPARED.flatMap(({ what, ours, theirs, wanted }) => {
    const [one, other] = [ours, theirs].map((name) => all.find((each) => each.name === name));
    if (!one || !other) return [];
    return [{ what, turns: round(ratio(one.turns, other.turns), 2), cpu: round(ratio(one.cpu, other.cpu), 2), wanted }];
  });
}
