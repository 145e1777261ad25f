import { readdirSync, readFileSync } from 'node:fs';
import type { Store } from '../../store/contract';
import { openRedisStore } from '../../store/redis/store';
import { type RedisServer, startRedis } from '../redis';
import {
  bodies,
  change,
  conversation,
  count,
  DAY,
  ids,
  inbound,
  MINUTE,
  message,
  NOW,
  said,
  takeTurn,
  turn,
} from './contract/given';

let server: RedisServer;
let store: Store;
beforeAll(async () => {
  server = await startRedis();
});
beforeEach(async () => {
  await server.command('FLUSHALL');
  store = await openRedisStore(server.url);
});
afterEach(() => store.close());
afterAll(() => server.stop());

/** How many scripts were run, and what the log of writes holds. */
const scripts = async () =>
  Number(/cmdstat_evalsha:calls=(\d+)/.exec(String(await server.command('INFO', 'commandstats')))?.[1]);
const log = () => {
  const folder = `${server.folder}/appendonlydir`;
  return readdirSync(folder)
    .map((name) => readFileSync(`${folder}/${name}`, 'latin1'))
    .join('');
};
const index = (name: string) => server.command('ZRANGE', `natter:i:{index}:${name}`, '0', '-1', 'WITHSCORES');

test('a turn is two scripts, and only what it commits is in the log', async () => {
  await turn(store);
  const [run, written] = [await scripts(), log()];
  const lease = await takeTurn(store);
  expect(log()).toBe(written);
  await store.commit(change(lease, 1, { transcript: [said('"kept"')] }));
  expect(await scripts()).toBe(run + 2);
  expect(log()).toContain('"kept"');
  expect(log()).not.toContain(':turn');
});

test('a restart forgets who had a turn, and nothing else', async () => {
  await turn(store, { transcript: [said('"one"')] });
  for (const id of ['ann', 'ben']) await takeTurn(store, id);
  await store.close();
  await server.kill();
  await server.start();
  store = await openRedisStore(server.url);
  expect(bodies(await store.transcript('ann', 0, 10))).toEqual(['"one"']);
  for (const id of ['ann', 'ben']) expect(await store.take(id, NOW, MINUTE)).not.toBeNull();
});

test('more lines than Lua takes arguments are all kept, in order', async () => {
  const lines = count(9_000).map((n) => `"${n}"`);
  await turn(store, { transcript: lines.map(said) });
  expect(bodies(await store.transcript('ann', 0, 10_000))).toEqual(lines);
});

describe('the indexes', () => {
  const waits = conversation({ owner: 'waiting', waitingSince: NOW });

  test('are written only when a turn changes what they should hold', async () => {
    await turn(store, { arrived: [inbound('m1')] });
    const zadd = async () =>
      Number(/cmdstat_zadd:calls=(\d+)/.exec(String(await server.command('INFO', 'commandstats')))?.[1]);
    const before = await zadd();
    await turn(store, { arrived: [inbound('m2')], now: NOW + MINUTE });
    // The one is the id, kept against a repeat.
    expect(await zadd()).toBe(before + 1);
    await turn(store, { conversation: waits });
    expect(await index('desk:waiting')).toHaveLength(2);
    expect(await index('desk:bot')).toEqual([]);
  });

  test('follow a conversation there and back again', async () => {
    const stages = [{}, { conversation: waits }, {}, { conversation: waits }, {}];
    for (const stage of stages) {
      await turn(store, stage);
      expect(ids(await store.desk(['waiting']))).toEqual(stage.conversation ? ['ann'] : []);
      expect(ids(await store.desk(['bot']))).toEqual(stage.conversation ? [] : ['ann']);
    }
  });

  test('follow one that was deleted and begins anew just as it was', async () => {
    const parts = { outbox: [message('o1')], timers: { set: [{ id: 't', at: NOW, body: '"tick"' }], cancel: [] } };
    const indexes = async () => Promise.all(['expiry', 'desk:bot', 'timers', 'reply'].map(index));
    await turn(store, parts);
    const before = await indexes();
    await store.forget('ann');
    expect(await indexes()).toEqual([[], [], [], []]);
    await turn(store, parts);
    expect(await indexes()).toEqual(before);
  });

  test('that hold what they should not are set right by whoever looks', async () => {
    await turn(store);
    for (const name of ['timers', 'reply', 'inbox', 'desk:waiting'])
      await server.command('ZADD', `natter:i:{index}:${name}`, String(NOW - DAY), 'ann');
    expect(await store.due(NOW, 10)).toEqual([]);
    expect(await store.outbox(NOW, MINUTE, 10)).toEqual([]);
    expect(await store.unfinished(10)).toEqual([]);
    expect(await store.desk(['waiting'])).toEqual([]);
    for (const name of ['timers', 'reply', 'inbox', 'desk:waiting']) expect(await index(name)).toEqual([]);
  });
});
