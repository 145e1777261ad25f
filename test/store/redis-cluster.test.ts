import { createHash } from 'node:crypto';
import { openRedisStore } from '../../store/redis/store';
import { type RedisServer, startCluster, until } from '../redis';
import { storeContract } from './contract';
import { bodies, count, everything, inbound, message, NOW, said, turn } from './contract/given';

let cluster: Awaited<ReturnType<typeof startCluster>>;
let primaries: RedisServer[];
beforeAll(async () => {
  cluster = await startCluster();
  primaries = await among('role:master');
}, 60_000);
afterAll(() => cluster?.stop());

async function among(role: string): Promise<RedisServer[]> {
  const told = await Promise.all(
    cluster.nodes.map((node) => node.command('INFO', 'replication').then(String, () => 'away')),
  );
  return cluster.nodes.filter((_, n) => told[n]?.includes(role));
}

async function opened() {
  await Promise.all(primaries.map((node) => node.command('FLUSHALL')));
  let store = await openRedisStore(cluster.url);
  return {
    store,
    async reopen() {
      await store.close();
      store = await openRedisStore(cluster.url);
      return store;
    },
    cleanup: () => store.close(),
  };
}

storeContract('Redis store on a cluster of six', opened);

test('conversations are spread over the primaries, and each one is whole on one of them', async () => {
  const { store } = await opened();
  for (const n of count(30)) {
    await turn(
      store,
      { transcript: [said('"hello"')], outbox: [message(`o${n}`)], arrived: [inbound(`m${n}`)] },
      `c${n}`,
    );
  }
  const names = await Promise.all(primaries.map((node) => node.command('KEYS', 'natter:c:*') as Promise<string[]>));
  const homes = names.map((keys) => new Set(keys.map((key) => key.slice(0, key.indexOf('}') + 1))));
  expect(homes.map(({ size }) => size)).toEqual([expect.any(Number), expect.any(Number), expect.any(Number)]);
  expect(homes.every(({ size }) => size > 0)).toBe(true);
  expect(homes.reduce((sum, { size }) => sum + size, 0)).toBe(30);
  await store.close();
});

test('when a primary dies, its replica takes over, what was kept is there, and the store goes on by itself', async () => {
  const { store } = await opened();
  const ids = count(20).map((n) => `c${n}-${createHash('sha1').update(String(n)).digest('hex').slice(0, 6)}`);
  for (const id of ids) await turn(store, { transcript: [said('"before"')] }, id);
  // A replica follows within moments; what is promised of the last few is in docs/running-redis.md.
  await until(async () => (await Promise.all(primaries.map(followed))).every(Boolean), 'the replicas do not follow');

  await primaries[0]?.kill();
  for (const id of ids) {
    await until(
      async () => (await turn(store, { now: NOW + 60_000, transcript: [said('"after"')] }, id)).version >= 2,
      id,
      30_000,
    );
  }
  for (const id of ids) {
    const lines = bodies((await everything(store, id)).transcript);
    expect([id, lines[0], lines.at(-1)]).toEqual([id, '"before"', '"after"']);
  }
  await store.ping();
  await store.close();
}, 120_000);

async function followed(node: RedisServer): Promise<boolean> {
  const told = String(await node.command('INFO', 'replication'));
  const offset = /master_repl_offset:(\d+)/.exec(told)?.[1];
  return told.includes(`offset=${offset},lag`);
}
