import type { Store } from '../../store/contract';
import { openRedisStore } from '../../store/redis/store';
import { startSentinel, until, type Watched } from '../redis';
import { DAY, inbound, NOW, turn } from './contract/given';

/** Behind Sentinel, nobody is told that something is kept before a replica has it. */
describe('what only the primary has', () => {
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

  /** The replica stands still for as long as `work` takes: less than it takes the primary to notice. */
  async function whileBehind(work: () => Promise<void>): Promise<void> {
    watched.replica.process().kill('SIGSTOP');
    try {
      await work();
    } finally {
      watched.replica.process().kill('SIGCONT');
      await watched.togetherAgain();
    }
  }

  test('is not acknowledged; sent again once the replica follows, it is a repeat', async () => {
    await whileBehind(() => expect(store.accept(inbound('m1'))).rejects.toMatchObject({ code: 'unavailable' }));
    expect(await store.accept(inbound('m1'))).toBe('repeat');
  });

  test('is not acknowledged as a repeat either, also to another process', async () => {
    const other = await openRedisStore(watched.url);
    try {
      await whileBehind(async () => {
        const refused = { code: 'unavailable' };
        await expect(store.accept(inbound('m2'))).rejects.toMatchObject(refused);
        await expect(other.accept(inbound('m2'))).rejects.toMatchObject(refused);
      });
      expect(await other.accept(inbound('m2'))).toBe('repeat');
    } finally {
      await other.close();
    }
  });

  test('turns, deleting and records wait too; reading does not', async () => {
    await turn(store, {});
    await whileBehind(async () => {
      const refused = { code: 'unavailable' };
      const writes = [turn(store, { now: NOW + DAY }), store.forget('ann'), store.records.put('k', 'a', 'b', null)];
      for (const result of await Promise.allSettled(writes))
        expect(result).toMatchObject({ status: 'rejected', reason: refused });
      expect(await store.records.get('k', 'a', NOW)).toBe('b');
    });
  });

  test('many at once share one question', async () => {
    const all = Array.from({ length: 200 }, (_, n) =>
      store.accept(inbound(`many-${n}`, { conversation: `c${n % 20}` })),
    );
    expect(new Set(await Promise.all(all))).toEqual(new Set(['new']));
    const told = String(await watched.primary.command('INFO', 'commandstats'));
    const waits = Number(/cmdstat_wait:calls=(\d+)/.exec(told)?.[1]);
    expect(waits).toBeGreaterThan(0);
    expect(waits).toBeLessThan(100);
  });
});

/** Sentinel may choose either of two. */
describe('what only one of two replicas has', () => {
  let watched: Watched;
  let store: Store;
  beforeAll(async () => {
    watched = await startSentinel(2);
    store = await openRedisStore(watched.url);
    await store.accept(inbound('before'));
  }, 60_000);
  afterAll(async () => {
    await store?.close();
    await watched?.stop();
  });

  test('is not acknowledged; once the other is missed long enough, one is enough', async () => {
    const accepted = () => store.accept(inbound('m1'));
    watched.replica.process().kill('SIGSTOP');
    try {
      await expect(accepted()).rejects.toMatchObject({ code: 'unavailable' });
      await until(() => accepted().then(() => true), 'Natter does not go on with one replica', 40_000);
      expect(await accepted()).toBe('repeat');
    } finally {
      watched.replica.process().kill('SIGCONT');
    }
    // It is back, and counts.
    const both = async () => String(await watched.primary.command('INFO')).includes('good_slaves:2');
    await until(both, 'the primary does not count both');
    await accepted();
    watched.replica.process().kill('SIGSTOP');
    await expect(accepted()).rejects.toMatchObject({ code: 'unavailable' });
    watched.replica.process().kill('SIGCONT');
  }, 90_000);
});
