import type { Store } from '../../store/contract';
import { LeaseLostError, UnavailableError } from '../../store/errors';
import { HINT } from '../../store/redis/keys';
import { openRedisStore, type RedisStoreDeps } from '../../store/redis/store';
import { parseRedisUrl, RedisUrlError } from '../../store/redis/url';
import { type RedisServer, startRedis, until } from '../redis';
import { storeContract } from './contract';
import {
  bodies,
  change,
  count,
  everything,
  inbound,
  message,
  NOW,
  pause,
  said,
  takeTurn,
  turn,
} from './contract/given';

let server: RedisServer;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.stop());

async function opened(deps: RedisStoreDeps = {}) {
  await server.command('FLUSHALL');
  let store = await openRedisStore(server.url, deps);
  return {
    store,
    async reopen() {
      await store.close();
      store = await openRedisStore(server.url, deps);
      return store;
    },
    cleanup: () => store.close(),
  };
}

storeContract('Redis store', opened);

describe('Redis only', () => {
  let store: Store;
  let warned: object[];
  beforeEach(async () => {
    warned = [];
    const log = { warn: (fields: object, text: string) => void warned.push({ ...fields, text }) };
    ({ store } = await opened({ log, answerWithinMs: 400 }));
  });
  afterEach(() => store.close());

  const set = (name: string, value: string) => server.command('CONFIG', 'SET', name, value);
  const served = () => until(() => store.ping().then(() => true), 'the store does not come back');

  /** Something of every kind in one conversation. */
  const fill = (id = 'ann') =>
    turn(
      store,
      {
        arrived: [inbound(`arrived-${id}`)],
        transcript: [said('"one"')],
        outbox: [message(`out-${id}`)],
        timers: { set: [{ id: 't', at: NOW, body: '"tick"' }], cancel: [] },
      },
      id,
    );

  test('a process that stalled cannot commit late, even when nothing else was committed meanwhile', async () => {
    const other = await openRedisStore(server.url);
    const stalled = await takeTurn(store);
    const lease = await takeTurn(other, 'ann', NOW + 2 * 60_000);
    await expect(store.commit(change(stalled, 0, { transcript: [said('"late"')] }))).rejects.toThrow(LeaseLostError);
    expect(await other.commit(change(lease, 0, { transcript: [said('"in time"')] }))).toMatchObject({ version: 1 });
    expect(bodies(await store.transcript('ann', 0, 10))).toEqual(['"in time"']);
    await other.close();
  });

  test('a turn taken before Redis was restarted cannot be committed after it', async () => {
    const lease = await takeTurn(store);
    await server.kill();
    await server.start();
    await served();
    await expect(store.commit(change(lease, 0, { transcript: [said('"late"')] }))).rejects.toThrow(LeaseLostError);
    expect((await takeTurn(store)).token).toBeGreaterThanOrEqual(lease.token);
  });

  test('a turn costs one write to the disk: leases are not in the log', async () => {
    const written = async () =>
      Number(/aof_current_size:(\d+)/.exec(String(await server.command('INFO', 'persistence')))?.[1]);
    const before = await written();
    for (const _ of count(5)) await store.release(await takeTurn(store));
    expect(await written()).toBe(before);
    await fill();
    expect(await written()).toBeGreaterThan(before);
  });

  test('what one process does wakes the listeners of another', async () => {
    const other = await openRedisStore(server.url);
    const calls: string[] = [];
    other.watch((id) => calls.push(id));
    await fill('ann');
    await until(async () => calls.includes('ann'), 'nobody was woken');
    await other.close();
  });

  test('hints go to every process, and neither a key nor the log is any different after them', async () => {
    await fill('ann');
    const other = await openRedisStore(server.url);
    const hints: object[] = [];
    other.watchHints((hint) => hints.push(hint));
    const kept = async () => ({
      keys: ((await server.command('KEYS', '*')) as string[]).sort(),
      log: /aof_current_size:\d+/.exec(String(await server.command('INFO', 'persistence')))?.[0],
    });
    const before = await kept();
    for (const _ of count(20)) await store.hint({ conversation: 'ann', worker: 'kim' });
    await server.command('PUBLISH', HINT, 'of another version');
    await store.hint({ conversation: 'ann', worker: null });
    await until(async () => hints.length === 21, 'the hints do not come');
    expect(hints.at(-1)).toEqual({ conversation: 'ann', worker: null });
    expect(await kept()).toEqual(before);
    await other.close();
  });

  test('a hint for a Redis that is away is refused like anything else, and is not sent later', async () => {
    const hints: object[] = [];
    store.watchHints((hint) => hints.push(hint));
    await server.kill();
    await expect(store.hint({ conversation: 'ann', worker: null })).rejects.toThrow(UnavailableError);
    await server.start();
    await served();
    await store.hint({ conversation: 'ben', worker: null });
    await until(async () => hints.length > 0, 'hints do not come again');
    expect(hints).toEqual([{ conversation: 'ben', worker: null }]);
  });

  test('all keys of a conversation have one hash tag, and scripts that Redis has forgotten are sent again', async () => {
    await server.command('SCRIPT', 'FLUSH');
    for (const id of ['ann', '}odd{', 'a{b}c']) {
      await fill(id);
      await store.accept(inbound(`waits-${id}`, { conversation: id }));
    }
    const keys = (await server.command('KEYS', 'natter:c:*')) as string[];
    const tags = keys.map((key) => /^natter:c:\{([^{}]+)\}/.exec(key)?.[1]);
    expect([...new Set(tags)].sort()).toEqual(['%7Dodd%7B', 'a%7Bb%7Dc', 'ann']);
    expect(keys.length).toBeGreaterThan(25);
  });

  test('nothing is left of a forgotten conversation but ids, and after a rewrite not in the log either', async () => {
    const secret = JSON.stringify('canary-93d1');
    await turn(store, {
      transcript: [said(secret)],
      outbox: [message('o1', { body: secret })],
      arrived: [inbound('m1')],
    });
    await store.accept(inbound('m2', { body: secret }));
    await store.forget('ann');
    const keys = (await server.command('KEYS', 'natter:c:*')) as string[];
    expect(keys.sort()).toEqual(['natter:c:{ann}:seen', 'natter:c:{ann}:turn']);
    expect(await inLog('canary-93d1')).toBe(true);
    await server.command('BGREWRITEAOF');
    await until(async () => !(await inLog('canary-93d1')), 'the words are still in the log');
  });

  async function inLog(text: string): Promise<boolean> {
    const { readdirSync, readFileSync } = await import('node:fs');
    const folder = `${server.folder}/appendonlydir`;
    return readdirSync(folder).some((name) => readFileSync(`${folder}/${name}`).includes(text));
  }

  test.each<[string, () => Promise<unknown>, () => Promise<unknown>]>([
    [
      'has no replica that it is told to need',
      () => set('min-replicas-to-write', '1'),
      () => set('min-replicas-to-write', '0'),
    ],
    ['has no memory left', () => set('maxmemory', '1'), () => set('maxmemory', '0')],
    [
      'has become a replica',
      () => server.command('REPLICAOF', '127.0.0.1', '1'),
      () => server.command('REPLICAOF', 'NO', 'ONE'),
    ],
  ])('a Redis that %s cannot serve: nothing is written, and it goes on by itself', async (_, spoil, mend) => {
    await fill();
    const lease = await takeTurn(store);
    const before = await everything(store);
    await spoil();
    await expect(store.ping()).rejects.toThrow(UnavailableError);
    await expect(store.accept(inbound('m1'))).rejects.toThrow(UnavailableError);
    await expect(store.commit(change(lease, 1, { transcript: [said('"x"')] }))).rejects.toThrow(UnavailableError);
    expect(await everything(store)).toEqual(before);
    await mend();
    await served();
    expect(await store.accept(inbound('m1'))).toBe('new');
  });

  test('a Redis that does not answer is away soon, and back by itself', async () => {
    await fill();
    server.process().kill('SIGSTOP');
    const begun = Date.now();
    await expect(store.accept(inbound('m1'))).rejects.toThrow(UnavailableError);
    expect(Date.now() - begun).toBeLessThan(2_000);
    server.process().kill('SIGCONT');
    await served();
    // It may have been kept all the same; then it is known as a repeat, and is there once.
    await store.accept(inbound('m1'));
    expect((await store.load('ann')).pending).toHaveLength(1);
  });

  test('what is said about an outage is a code, once', async () => {
    await server.kill();
    for (const n of count(5)) await expect(store.accept(inbound(`secret-${n}`))).rejects.toThrow(UnavailableError);
    await server.start();
    await served();
    expect(warned).toEqual([{ code: expect.any(String), text: 'Redis is away' }, { text: 'Redis is back' }]);
    expect(JSON.stringify(warned)).not.toContain('secret');
  });

  test('a way in that is refused is told without the password', async () => {
    await server.command('ACL', 'SETUSER', 'natter', 'on', '>pa:ss@word', '~*', '&*', '+@all');
    const known = await openRedisStore(server.url.replace('//', `//natter:${encodeURIComponent('pa:ss@word')}@`));
    await known.ping();
    await known.close();
    const refused = await openRedisStore(server.url.replace('//', '//natter:wr0ng@')).catch((error) => error);
    expect(refused).toBeInstanceOf(UnavailableError);
    expect(`${refused.stack} ${JSON.stringify(refused)}`).not.toContain('wr0ng');
  }, 15_000);

  test.each(['redis://127.0.0.1:1', 'redis+sentinel://127.0.0.1:1/natter', 'redis+cluster://127.0.0.1:1'])(
    'nothing at %s: that is told within seconds',
    async (url) => {
      await expect(openRedisStore(url)).rejects.toThrow(UnavailableError);
    },
    15_000,
  );

  test('killed and started again under load, five times: nothing acknowledged is lost or out of order', async () => {
    const acknowledged = new Map<string, string[]>(count(8).map((n) => [`c${n}`, []]));
    let going = true;
    const write = async (id: string, lines: string[]) => {
      for (let n = 0; going; n += 1) {
        const body = `"${n}"`;
        try {
          await turn(store, { now: NOW + n * 60_000, arrived: [inbound(`${id}-${n}`)], transcript: [said(body)] }, id);
          lines.push(body);
        } catch {
          await pause(10);
        }
      }
    };
    const writing = [...acknowledged].map(([id, lines]) => write(id, lines));
    for (const round of count(5)) {
      await pause(150 + 37 * round);
      await server.kill();
      await server.start();
      await served();
    }
    await pause(100);
    going = false;
    await Promise.all(writing);
    for (const [id, lines] of acknowledged) {
      const kept = bodies(await store.transcript(id, 0, 10_000));
      const order = kept.map((body) => Number(JSON.parse(body)));
      expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
      expect(lines.length).toBeGreaterThan(5);
      expect(lines.filter((body) => !kept.includes(body))).toEqual([]);
    }
  }, 60_000);
});

describe('addresses', () => {
  const plain = { tls: false, username: null, password: null, database: 0, primary: null };
  const all = { ...plain, sentinelUsername: null, sentinelPassword: null };

  test.each([
    ['redis://localhost', { ...all, kind: 'plain', hosts: [{ host: 'localhost', port: 6379 }] }],
    [
      'rediss://:p%40ss@r.example:7/3',
      { ...all, kind: 'plain', hosts: [{ host: 'r.example', port: 7 }], tls: true, password: 'p@ss', database: 3 },
    ],
    ['redis://[::1]:7', { ...all, kind: 'plain', hosts: [{ host: '::1', port: 7 }] }],
    [
      'redis+sentinel://u:p@a,b:1/natter?db=2&sentinel-password=s',
      {
        ...all,
        kind: 'sentinel',
        hosts: [
          { host: 'a', port: 26379 },
          { host: 'b', port: 1 },
        ],
        ...{ username: 'u', password: 'p', database: 2, primary: 'natter', sentinelPassword: 's' },
      },
    ],
    [
      'rediss+cluster://a:7000,b:7001',
      {
        ...all,
        kind: 'cluster',
        hosts: [
          { host: 'a', port: 7000 },
          { host: 'b', port: 7001 },
        ],
        tls: true,
      },
    ],
  ])('%s', (url, urls) => {
    expect(parseRedisUrl(url)).toEqual(urls);
  });

  test.each([
    'http://u:hush@localhost',
    'redis://u:hush@',
    'redis://u:hush@a,b',
    'redis://u:hush@a/x',
    'redis://u:hush@a:99999',
    'redis://u:hu%sh@a',
    'redis+sentinel://u:hush@a:1',
    'redis+cluster://u:hush@a:1/2',
  ])('%s is refused, and not repeated', (url) => {
    expect(() => parseRedisUrl(url)).toThrow(RedisUrlError);
    expect(() => parseRedisUrl(url)).toThrow(/^(?!.*hu).*redis\+sentinel:/s);
  });
});
