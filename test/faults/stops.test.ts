import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultless, type Verdict } from '../../tools/faults/judge';
import { killUnderLoad, type StoreEnv, stopAtEveryPoint, WRITING } from '../../tools/faults/stops';
import { startRedis } from '../redis';

/** A tenth of what `npm run faults` plays. */
const KILLS = 30;
const PEOPLE = 50;
const KEY = Buffer.alloc(32, 7).toString('base64');

jest.setTimeout(900_000);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'natter-stops-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sound = (verdict: Verdict) =>
  expect(verdict).toMatchObject({ lost: 0, repeated: 0, outOfOrder: 0, unanswered: 0, unsent: 0, sentOutOfOrder: 0 });

function plays(store: () => Promise<StoreEnv>): void {
  test('stopped at every fault point, nothing is lost, and only an unrecorded send is repeated', async () => {
    const verdicts = await stopAtEveryPoint(store, 1);
    for (const verdict of Object.values(verdicts)) {
      sound(verdict);
      expect(verdict.stops).toBe(1);
      // Of each conversation one message at most is between being sent and being recorded when the process dies.
      expect(verdict.repeatedSends).toBeLessThanOrEqual(WRITING);
    }
  });

  test('killed at random while many write, nothing is lost', async () => {
    const verdict = await killUnderLoad(await store(), KILLS, PEOPLE, Math.random);
    sound(verdict);
    expect(verdict.acknowledged).toBeGreaterThan(PEOPLE);
    expect(faultless(verdict)).toBe(true);
  });
}

describe('on SQLite', () => plays(async () => ({ DATA_DIR: mkdtempSync(join(folder, 'data-')) })));

describe('on Redis', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  plays(async () => {
    await redis.command('FLUSHALL');
    return { REDIS_URL: redis.url, MASTER_KEY: KEY, DATA_DIR: folder };
  });
});
