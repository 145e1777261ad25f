import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startRedis } from '../test/redis';
import { faultless, type Verdict } from './faults/judge';
import { killRounds } from './faults/kill';
import { killUnderLoad, type StoreEnv, stopAtEveryPoint } from './faults/stops';

/*
 * Breaks things on purpose and counts what was lost: nothing must be.
 *   npm run faults                       everything, at full count
 *   npm run faults -- --only kill        kill | points | load
 *   npm run faults -- --store redis      sqlite | redis
 *   npm run faults -- --share 0.1        a tenth of it
 */

const FULL = { rounds: 200, times: 5, kills: 300, people: 50 };
/** Every peer on Redis needs the same one; nobody else ever uses it. */
const KEY = Buffer.alloc(32, 7).toString('base64');

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, store: { type: 'string' }, share: { type: 'string', default: '1' } },
  });
  const part = (count: number) => Math.max(1, Math.round(count * Number(values.share)));
  const wanted = (name: string) => values.only === undefined || values.only === name;
  let sound = true;
  const show = (title: string, verdicts: Record<string, Verdict>) => {
    console.log(`\n${title}`);
    console.table(verdicts);
    sound &&= Object.values(verdicts).every(faultless);
  };

  if (wanted('kill')) {
    const report = await killRounds(part(FULL.rounds), Math.random);
    console.log('\nkill -9 within 50 ms of an acknowledgement, the whole server on SQLite');
    console.table({ report });
    sound &&= report.lost + report.repeated + report.outOfOrder + report.unanswered === 0;
  }
  for (const name of ['sqlite', 'redis'].filter((each) => values.store === undefined || values.store === each)) {
    const { env, stop } = await openPlace(name);
    if (wanted('points'))
      show(`kill -9 at every fault point, on ${name}`, await stopAtEveryPoint(env, part(FULL.times)));
    if (wanted('load'))
      show(`kill -9 at random under load, on ${name}`, {
        load: await killUnderLoad(await env(), part(FULL.kills), FULL.people, Math.random),
      });
    await stop();
  }
  return sound;
}

/** Where peers keep things: a new folder each time, or one Redis of our own. */
async function openPlace(name: string): Promise<{ env: () => Promise<StoreEnv>; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'natter-faults-'));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  if (name === 'sqlite')
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

main().then(
  (sound) => {
    process.exitCode = sound ? 0 : 1;
  },
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
