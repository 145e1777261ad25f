import { randomBytes } from 'node:crypto';
import type { MasterKeys } from '../../store/master-key';
import { openRedisStore } from '../../store/redis/store';
import { sealed } from '../../store/sealed/store';
import { type RedisServer, startRedis } from '../redis';
import { storeContract } from './contract';
import { bodies, everything, inbound, message, NOW, said, turn } from './contract/given';

const KEYS: MasterKeys = [randomBytes(32)];

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());
beforeEach(() => redis.command('FLUSHALL'));

const open = async () => sealed(await openRedisStore(redis.url), KEYS);

storeContract('sealed Redis store', async () => {
  let store = await open();
  return {
    store,
    async reopen() {
      await store.close();
      store = await open();
      return store;
    },
    cleanup: () => store.close(),
  };
});

test('what one process deleted and began anew, another reads and goes on with, though it remembers the old key', async () => {
  const [one, other] = await Promise.all([open(), open()]);
  await turn(one, { transcript: [said('"a secret"')], outbox: [message('o1')] });
  expect(bodies(await other.transcript('ann', 0, 10))).toEqual(['"a secret"']);

  const timers = { set: [{ id: 't', at: NOW, body: '"tick"' }], cancel: [] };
  await turn(one, { forget: true, transcript: [said('"deleted"')], outbox: [message('o2')], timers });
  await one.accept(inbound('m1'));
  expect(await everything(other)).toEqual(await everything(one));
  await turn(other, { transcript: [said('"hello again"')], done: [{ channel: 'web', id: 'm1' }] });
  for (const store of [one, other])
    expect(bodies(await store.transcript('ann', 0, 10))).toEqual(['"deleted"', '"hello again"']);
  await Promise.all([one.close(), other.close()]);
});
