import type { Store } from '../../store/contract';
import { UnavailableError } from '../../store/errors';
import { openRedisStore } from '../../store/redis/store';
import { startSentinel, until, type Watched } from '../redis';
import { bodies, count, inbound, NOW, pause, said, turn } from './contract/given';

describe('Redis behind Sentinel', () => {
  let watched: Watched;
  let store: Store;
  beforeAll(async () => {
    watched = await startSentinel();
    store = await openRedisStore(watched.url);
  }, 60_000);
  afterAll(async () => {
    await store?.close();
    await watched?.stop();
  });

  const say = (id: string, n: number) =>
    turn(store, { now: NOW + n * 60_000, arrived: [inbound(`${id}-${n}`)], transcript: [said(`${n}`)] }, id);

  test('while the primary is away callers are told soon; then the replica serves, and all that was acknowledged is there', async () => {
    const acknowledged = new Map<string, { n: number; at: number }[]>(count(5).map((n) => [`c${n}`, []]));
    const waits: number[] = [];
    let going = true;
    const write = async (id: string, kept: { n: number; at: number }[]) => {
      for (let n = 0; going; n += 1) {
        const begun = Date.now();
        try {
          await say(id, n);
          kept.push({ n, at: Date.now() });
        } catch (error) {
          waits.push(Date.now() - begun);
          if (!(error instanceof UnavailableError) && (error as { code?: string }).code === undefined) throw error;
          await pause(20);
        }
      }
    };
    const writing = [...acknowledged].map(([id, kept]) => write(id, kept));
    await pause(1_500);
    const killed = Date.now();
    await watched.primary.kill();
    await until(
      () =>
        store.ping().then(
          () => false,
          () => true,
        ),
      'the primary did not go away',
    );
    // The old primary comes back as a replica, without which the new one takes no writes.
    const role = async () => String(await watched.replica.command('ROLE'));
    await until(async () => (await role()).startsWith('master'), 'no failover', 30_000);
    await watched.primary.start();
    await until(() => store.ping().then(() => true), 'the store did not come back', 30_000);
    await pause(500);
    going = false;
    await Promise.all(writing);

    expect(Math.max(...waits)).toBeLessThan(5_000);
    for (const [id, kept] of acknowledged) {
      const there = bodies(await store.transcript(id, 0, 10_000)).map(Number);
      expect(there).toEqual([...new Set(there)].sort((a, b) => a - b));
      expect(kept.filter(({ n }) => !there.includes(n))).toEqual([]);
      expect(kept.some(({ at }) => at > killed + 1_000)).toBe(true);
    }
  }, 120_000);

  test('wake-ups come from the new primary too', async () => {
    const calls: string[] = [];
    store.watch((id) => calls.push(id));
    await say('dee', 1);
    await until(async () => calls.includes('dee'), 'nobody was woken');
  });
});
