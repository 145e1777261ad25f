import type { Store } from '../../store/contract';
import { makeRedis, type Redis } from '../../store/redis/call';
import { makeInbox } from '../../store/redis/inbox';
import { makeIndexes } from '../../store/redis/indexes';
import { makeLink } from '../../store/redis/link';
import { SCRIPTS, type Script } from '../../store/redis/scripts';
import { openRedisStore } from '../../store/redis/store';
import { parseRedisUrl } from '../../store/redis/url';
import { type RedisServer, startRedis, until } from '../redis';
import { conversation, DAY, ids, inbound, MINUTE, message, NOW, takeTurn, turn } from './contract/given';

/** On a cluster, indexes and conversations are written one after the other. Here a process dies, or is overtaken, in between. */
describe('indexes heal themselves', () => {
  let server: RedisServer;
  let store: Store;
  beforeAll(async () => {
    server = await startRedis();
  });
  beforeEach(async () => {
    await server.command('FLUSHALL');
    store = await openRedisStore(server.url, { spread: true });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await store.close();
  });
  afterAll(() => server.stop());

  const index = async (name: string) =>
    (await server.command('ZRANGE', `natter:i:{index}:${name}`, '0', '-1')) as string[];
  const script = (text: string) => ({ text, sha: '0'.repeat(40) });
  /** The script is never run: the process died before it. */
  const dyingBefore = (name: keyof typeof SCRIPTS) =>
    jest.replaceProperty(SCRIPTS, name, script("return redis.error_reply('LOADING the process died')"));
  /** Nobody tidies the indexes after a change. */
  const dyingBeforeSettling = () => jest.replaceProperty(SCRIPTS, 'settle', script('return 0'));

  const parts = () => ({
    conversation: conversation({ owner: 'waiting', waitingSince: NOW, expiresAt: NOW + DAY }),
    outbox: [message('o1'), message('o2', { priority: 'reminder' })],
    timers: { set: [{ id: 't', at: NOW, body: '"tick"' }], cancel: [] },
  });

  test('dead before a message was kept: nothing is made up, the index is tidied, and the sender may try again', async () => {
    const died = dyingBefore('accept');
    await expect(store.accept(inbound('m1'))).rejects.toMatchObject({ code: 'unavailable' });
    died.restore();
    expect(await index('inbox')).toEqual(['ann']);
    expect(await store.unfinished(10)).toEqual([]);
    expect(await index('inbox')).toEqual([]);
    expect(await store.accept(inbound('m1'))).toBe('new');
    expect(await store.unfinished(10)).toEqual(['ann']);
  });

  test('dead before a turn was kept: nobody is due, waiting or sent to, and the indexes are tidied', async () => {
    const died = dyingBefore('commit');
    await expect(turn(store, parts())).rejects.toMatchObject({ code: 'unavailable' });
    died.restore();
    const names = ['desk:waiting', 'timers', 'reply', 'expiry'];
    expect(await Promise.all(names.map(index))).toEqual(names.map(() => ['ann']));
    expect(await store.due(NOW, 10)).toEqual([]);
    expect(await store.desk(['waiting'])).toEqual([]);
    expect(await store.outbox(NOW, MINUTE, 10)).toEqual([]);
    expect(await store.expire(NOW + 99 * DAY)).toBe(0);
    expect(await Promise.all(names.map(index))).toEqual(names.map(() => []));
  });

  test('dead after a turn was kept, before the indexes were: everything is found, once, and goes in the end', async () => {
    const died = dyingBeforeSettling();
    await store.accept(inbound('m1'));
    await turn(store, parts());
    await turn(store, { ...parts(), outbox: [], done: [{ channel: 'web', id: 'm1' }] });
    died.restore();
    expect(await index('inbox')).toEqual(['ann']);
    expect(await store.unfinished(10)).toEqual([]);
    expect(ids(await store.due(NOW, 10))).toEqual(['t']);
    expect(ids(await store.desk(['waiting']))).toEqual(['ann']);
    expect(ids(await store.outbox(NOW, MINUTE, 10))).toEqual(['o1']);
    expect(await store.outbox(NOW, MINUTE, 10)).toEqual([]);
    const diedAgain = dyingBeforeSettling();
    await store.sent('o1', 'SM1');
    diedAgain.restore();
    expect(ids(await store.outbox(NOW, MINUTE, 10))).toEqual(['o2']);
    await turn(store, { now: NOW + MINUTE, conversation: conversation({ owner: 'ended', expiresAt: NOW + DAY }) });
    expect(await store.desk(['waiting'])).toEqual([]);
    expect(await store.expire(NOW + 2 * DAY)).toBe(1);
    expect(await store.due(NOW + 99 * DAY, 10)).toEqual([]);
  });

  test('dead after claiming an id: it is free for another conversation, as nobody knows it', async () => {
    const died = dyingBefore('accept');
    await expect(store.accept(inbound('m1'))).rejects.toMatchObject({ code: 'unavailable' });
    died.restore();
    expect(await store.accept(inbound('m1', { conversation: 'ben' }))).toBe('new');
    expect(await store.accept(inbound('m1'))).toBe('repeat');
  });

  /** A process whose steps are held up: `before` happens just before one of its scripts is run. */
  async function heldUp<T>(before: (one: Script) => Promise<void>, work: (redis: Redis) => Promise<T>): Promise<T> {
    const link = makeLink(parseRedisUrl(server.url));
    await link.connect();
    const redis = makeRedis(link, {});
    try {
      return await work({
        ...redis,
        run: async (one, keys, args) => {
          await before(one);
          return redis.run(one, keys, args);
        },
      });
    } finally {
      await redis.close();
    }
  }

  test('a writer overtaken by a reader who tidied: what it writes is found', async () => {
    let overtaken = 0;
    const tidy = async (one: Script) => {
      if (one !== SCRIPTS.accept || overtaken === 2) return;
      overtaken += 1;
      expect(await index('inbox')).toEqual(['ann']);
      expect(await store.unfinished(10)).toEqual([]);
      expect(await index('inbox')).toEqual([]);
    };
    const accept = (redis: Redis) => makeInbox(redis, makeIndexes(redis, true)).accept(inbound('m1'));
    expect(await heldUp(tidy, accept)).toBe('new');
    expect(overtaken).toBe(2);
    expect(await store.unfinished(10)).toEqual(['ann']);
  });

  test('a reader overtaken by a writer: what it found to be empty is not taken from the index any more', async () => {
    const died = dyingBefore('accept');
    await expect(store.accept(inbound('m1'))).rejects.toMatchObject({ code: 'unavailable' });
    died.restore();
    const write = async (one: Script) => {
      if (one === SCRIPTS.settle) expect(await store.accept(inbound('m2'))).toBe('new');
    };
    expect(await heldUp(write, (redis) => makeInbox(redis, makeIndexes(redis, true)).unfinished(10))).toEqual([]);
    expect(await store.unfinished(10)).toEqual(['ann']);
  });

  test('a turn that ended before a message came does not hide it from the index', async () => {
    const lease = await takeTurn(store);
    await store.release(lease);
    for (const n of [1, 2, 3, 4, 5]) {
      const done = [{ channel: 'web', id: `m${n - 1}` }];
      await Promise.all([store.accept(inbound(`m${n}`)), turn(store, { done })]);
      expect(await store.unfinished(10)).toEqual(['ann']);
    }
    await turn(store, { done: [{ channel: 'web', id: 'm5' }] });
    await until(async () => (await index('inbox')).length === 0, 'the index is not tidied');
  });
});
