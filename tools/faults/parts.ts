import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis } from '../../test/redis';
import { FAILOVERS, failOver } from './failovers';
import { clean, type Verdict } from './judge';
import { killRounds } from './kill';
import { killRedis } from './redis-kills';
import { killUnderLoad, type StoreEnv, stopAtEveryPoint, type Tell } from './stops';
import { KEY, senders, wholeNatters } from './whole';

/** One way to break things. */
export interface Part {
  name: string;
  store: 'sqlite' | 'redis';
  title: string;
  /** How often it breaks something in a full run. */
  full: number;
  run(count: number, tell: Tell): Promise<Record<string, Verdict>>;
}

const PEOPLE = 50;
type Place = { env: () => Promise<StoreEnv>; stop: () => Promise<void> };

export const PARTS: Part[] = [
  {
    name: 'kill',
    store: 'sqlite',
    title: 'kill -9 within 50 ms of an acknowledgement, the whole server on SQLite',
    full: 200,
    run: async (count, tell) => ({ rounds: await killedRounds(count, tell) }),
  },
  ...(['sqlite', 'redis'] as const).flatMap((store): Part[] => [
    {
      name: 'points',
      store,
      title: `kill -9 at every fault point, on ${store}`,
      full: 5,
      run: (count, tell) => inPlace(store, ({ env }) => stopAtEveryPoint(env, count, tell)),
    },
    {
      name: 'load',
      store,
      title: `kill -9 at random while ${PEOPLE} write, on ${store}`,
      full: 300,
      run: (count, tell) =>
        inPlace(store, async ({ env }) => ({
          kills: await killUnderLoad(await env(), count, PEOPLE, Math.random, tell),
        })),
    },
  ]),
  {
    name: 'redis',
    store: 'redis',
    title: `Redis killed while ${PEOPLE} write to two Natters`,
    full: 10,
    run: async (count, tell) => ({
      'whole Natters': await killRedis(wholeNatters, count, PEOPLE, Math.random, tell),
      'that send': await killRedis(senders, count, PEOPLE, Math.random, tell),
    }),
  },
  {
    name: 'failover',
    store: 'redis',
    title: `Sentinel failover while ${PEOPLE} write to two Natters`,
    full: 12,
    run: failedOver,
  },
];

async function killedRounds(count: number, tell: Tell): Promise<Verdict> {
  const { rounds, ...report } = await killRounds(count, Math.random, tell);
  return { ...clean, ...report, stops: rounds };
}

/** Shared out evenly between the ways in which it can happen. */
async function failedOver(count: number, tell: Tell): Promise<Record<string, Verdict>> {
  const rows: Record<string, Verdict> = {};
  for (const [n, kind] of FAILOVERS.entries()) {
    const mine = Math.floor((count + FAILOVERS.length - 1 - n) / FAILOVERS.length);
    if (mine > 0) rows[kind] = await failOver(Array(mine).fill(kind), PEOPLE, Math.random, tell);
  }
  return rows;
}

async function inPlace<T>(store: Part['store'], work: (place: Place) => Promise<T>): Promise<T> {
  const place = await openPlace(store);
  try {
    return await work(place);
  } finally {
    await place.stop();
  }
}

/** Where peers keep things: a new folder each time, or one Redis of our own. */
async function openPlace(store: Part['store']): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'natter-faults-'));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  if (store === 'sqlite')
    return { env: async () => ({ DATA_DIR: mkdtempSync(join(folder, 'data-')) }), stop: async () => clear() };
  const redis = await startRedis();
  return {
    env: async () => {
      await redis.command('FLUSHALL');
      return { REDIS_URL: redis.url, MASTER_KEY: KEY, DATA_DIR: folder };
    },
    stop: async () => {
      await redis.stop();
      clear();
    },
  };
}
