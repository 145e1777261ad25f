import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../store/contract';
import { ConflictError, RepeatError } from '../../store/errors';
import type { MasterKeys } from '../../store/master-key';
import { openRedisStore } from '../../store/redis/store';
import { sealed } from '../../store/sealed/store';
import { openSqliteStore } from '../../store/sqlite/store';
import { type RedisServer, startRedis } from '../redis';
import { type Opened, storeContract } from './contract';
import { bodies, change, DAY, ids, inbound, MINUTE, message, NOW, said, takeTurn, turn } from './contract/given';
import { atRandom, flaky, losing, type Seen } from './flaky';
import { insisting } from './insisting';

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

/** How each kind of store is opened, again and again on the same data, and how its data goes. */
const KINDS: Record<string, () => Promise<{ open: () => Promise<Store>; remove: () => void }>> = {
  async SQLite() {
    const folder = mkdtempSync(join(tmpdir(), 'natter-flaky-'));
    return {
      open: async () => openSqliteStore(join(folder, 'natter.db')),
      remove: () => rmSync(folder, { recursive: true, force: true }),
    };
  },
  async Redis() {
    await redis.command('FLUSHALL');
    return { open: () => openRedisStore(redis.url), remove: () => undefined };
  },
};

describe.each(Object.entries(KINDS))('on %s', (_, kind) => {
  describe('at random slow, refusing, and losing answers', () => {
    const seen: Seen = { answered: 0, refused: 0, lost: 0, slow: 0 };
    let seed = 0;

    storeContract('to a caller who insists', async (): Promise<Opened> => {
      const { open, remove } = await kind();
      seed += 1;
      const trouble = atRandom(seed, seen);
      const opened = async () => insisting(flaky(await open(), trouble));
      let store = await opened();
      return {
        store,
        async reopen() {
          await store.close();
          store = await opened();
          return store;
        },
        async cleanup() {
          await store.close();
          remove();
        },
      };
    });

    test('there was trouble of each sort', () => {
      expect(seen.answered).toBeGreaterThan(1000);
      for (const count of [seen.refused, seen.lost, seen.slow]) expect(count).toBeGreaterThan(100);
    });
  });

  describe('when one answer is lost', () => {
    let store: Store;
    let remove: () => void;
    beforeEach(async () => {
      const made = await kind();
      remove = made.remove;
      store = await made.open();
    });
    afterEach(async () => {
      await store.close();
      remove();
    });
    const loses = (call: string) => flaky(store, losing(call));
    const lost = { code: 'unavailable', cause: 'lost' };

    test('of a turn: tried again it is known to be there, and it is there once', async () => {
      const lossy = loses('commit');
      const lease = await takeTurn(lossy);
      const whole = change(lease, 0, {
        arrived: [inbound('m1')],
        transcript: [said('"one"')],
        outbox: [message('o1')],
      });
      await expect(lossy.commit(whole)).rejects.toMatchObject(lost);
      await expect(lossy.commit(whole)).rejects.toThrow(RepeatError);
      await expect(lossy.commit({ ...whole, arrived: [] })).rejects.toThrow(ConflictError);
      expect((await store.load('ann')).conversation).toMatchObject({ version: 1, seq: 1 });
      expect(bodies(await store.transcript('ann', 0, 10))).toEqual(['"one"']);
      expect(ids(await store.outgoing('ann'))).toEqual(['o1']);
    });

    test('of a message handed in: handed in again it is a repeat, and waits once', async () => {
      const lossy = loses('accept');
      await expect(lossy.accept(inbound('m1'))).rejects.toMatchObject(lost);
      expect(await lossy.accept(inbound('m1'))).toBe('repeat');
      expect((await store.load('ann')).pending).toEqual([inbound('m1')]);
    });

    test('of taking a turn: nobody has it until it runs out, then the next who asks', async () => {
      const lossy = loses('take');
      await expect(lossy.take('ann', NOW, MINUTE)).rejects.toMatchObject(lost);
      expect(await lossy.take('ann', NOW + MINUTE - 1, MINUTE)).toBeNull();
      const lease = await takeTurn(lossy, 'ann', NOW + MINUTE + 1);
      expect(await lossy.commit(change(lease, 0))).toMatchObject({ version: 1 });
    });

    test('of what is to be sent: it comes again when its lease ran out, not counted as tried', async () => {
      await turn(store, { outbox: [message('o1')] });
      const lossy = loses('outbox');
      await expect(lossy.outbox(NOW, MINUTE, 10)).rejects.toMatchObject(lost);
      expect(await lossy.outbox(NOW + MINUTE - 1, MINUTE, 10)).toEqual([]);
      expect(await lossy.outbox(NOW + MINUTE + 1, MINUTE, 10)).toMatchObject([{ id: 'o1', attempts: 0 }]);
    });

    test('of a one-time ticket: it is used up, and lets nobody in', async () => {
      await store.records.put('ticket', 't', '"in"', NOW + DAY);
      const lossy = loses('records.take');
      await expect(lossy.records.take('ticket', 't', NOW)).rejects.toMatchObject(lost);
      expect(await lossy.records.take('ticket', 't', NOW)).toBeNull();
    });

    test('of the sweeper: what expired has gone', async () => {
      await turn(store, { transcript: [said('"one"')] });
      const lossy = loses('expire');
      await expect(lossy.expire(NOW + 91 * DAY)).rejects.toMatchObject(lost);
      expect(await store.transcript('ann', 0, 10)).toEqual([]);
      expect(await lossy.expire(NOW + 91 * DAY)).toBe(0);
    });

    test('of a deletion of sealed words: the talk goes on, under the key that the deletion made', async () => {
      const keys: MasterKeys = [randomBytes(32)];
      const lossy = sealed(flaky(store, losing('commit')), keys);
      await turn(sealed(store, keys), { transcript: [said('"a secret"')] });
      await expect(turn(lossy, { forget: true, transcript: [said('"deleted"')] })).rejects.toMatchObject(lost);
      // The turn is still held by the caller who heard nothing, until it runs out.
      await turn(lossy, { now: NOW + MINUTE + 1, transcript: [said('"hello again"')] });
      for (const each of [lossy, sealed(store, keys)])
        expect(bodies(await each.transcript('ann', 0, 10))).toEqual(['"deleted"', '"hello again"']);
    });
  });
});
