import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openRedisStore } from '../store/redis/store';
import { wrappedKeyOf } from '../store/sealed/bodies';
import { arrive, type Visitor } from '../tools/faults/direct-line';
import { type ServerProcess, startServer } from '../tools/faults/process';
import { inFiles, Loose, piecesOf } from './canary/loose';
import { eventually, onRedis } from './processes/natters';
import { type RedisServer, startRedis } from './redis';
import { DAY } from './store/contract/given';

jest.setTimeout(300_000);

let dir: string;
let redis: RedisServer;
let server: ServerProcess;
let loose: Loose;
let visitor: Visitor;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'natter-canary-'));
  // Compressed, a secret could stand in a file and not be found.
  redis = await startRedis(['--rdbcompression', 'no']);
  server = await startServer({ ...onRedis(redis, dir), LOG_LEVEL: 'debug' });
  loose = new Loose(server);
  visitor = await arrive(server.url);
});
afterAll(async () => {
  await server?.kill();
  await redis.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** Everything in Redis as one text: the names of all keys, and all that is in them. */
async function values(): Promise<string> {
  const keys = (await redis.command('KEYS', '*')) as string[];
  const read = await Promise.all(
    keys.map(async (key) => {
      const type = String(await redis.command('TYPE', key));
      const command = READ[type];
      if (!command) throw new Error(`A key of type ${type}: nobody looks into those yet.`);
      return [key, await redis.command(...command(key))];
    }),
  );
  return JSON.stringify(read);
}

const READ: Record<string, (key: string) => [string, ...string[]]> = {
  string: (key) => ['GET', key],
  hash: (key) => ['HGETALL', key],
  list: (key) => ['LRANGE', key, '0', '-1'],
  set: (key) => ['SMEMBERS', key],
  zset: (key) => ['ZRANGE', key, '0', '-1', 'WITHSCORES'],
  stream: (key) => ['XRANGE', key, '-', '+'],
};

/** Redis's own files (its log and its snapshot) and those in DATA_DIR. */
function files() {
  const paths = [redis.folder, dir].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name)),
  );
  return paths.map((name) => ({ name, bytes: readFileSync(name) }));
}

const filesWith = (text: string) =>
  files()
    .flatMap(({ name, bytes }) => (bytes.includes(text) ? [basename(name)] : []))
    .sort();
const LOG_AND_SNAPSHOT = ['appendonly.aof.1.incr.aof', 'dump.rdb'];

/** Everything kept of the conversation as the store has it, sealed, and the key to it, wrapped. */
async function sealedTexts(): Promise<{ texts: string[]; wrappedKey: string }> {
  const store = await openRedisStore(redis.url);
  const { conversation } = await store.load(visitor.conversation);
  const timers = await store.due(Date.now() + 1000 * DAY, 100);
  const rows = [...(await store.transcript(visitor.conversation, 0, 1000)), ...timers];
  await store.close();
  const body = conversation?.body ?? '';
  return { texts: [body, ...rows.map((row) => row.body)], wrappedKey: wrappedKeyOf(body) };
}

/** What docs/keeping-and-deleting.md says to run; the snapshot is made anew, because none from before may be kept. */
async function asTheGuideSays(): Promise<void> {
  await redis.command('BGREWRITEAOF');
  const info = async () => String(await redis.command('INFO', 'persistence'));
  await eventually(
    async () => /aof_rewrite_in_progress:0[\s\S]*aof_rewrite_scheduled:0/.test(await info()),
    'no rewrite',
  );
  await redis.command('SAVE');
}

/** Everything that is tried while Redis does not answer: each try is refused. */
async function whileAway(cookie: string): Promise<number[]> {
  redis.process().kill('SIGSTOP');
  try {
    const login = JSON.stringify({ email: `${loose.secret('email')}@example.org`, password: loose.secret('Password') });
    const replies = await Promise.all([
      loose.says(visitor, loose.secret('WhileAway')),
      loose.atTheDesk(cookie, visitor, 'messages', { text: loose.secret('ReplyWhileAway') }),
      loose.send('POST', '/desk/api/sign-in', { 'content-type': 'application/json' }, login),
      loose.send('GET', `/health/ready?${loose.secret('Ready')}`),
    ]);
    return replies.map(({ status }) => status);
  } finally {
    redis.process().kill('SIGCONT');
    await eventually(async () => (await loose.send('GET', '/health/ready')).status === 200, 'it is not ready again');
  }
}

test('what was said is in no log, no error reply, no value of Redis and no file of it in clear', async () => {
  const cookie = await loose.talk(visitor);
  await loose.stumble(visitor);
  expect(await whileAway(cookie)).toEqual([503, 503, 503, 503]);
  await redis.command('SAVE');

  expect(loose.secrets.length).toBeGreaterThan(30);
  expect(loose.refusals.length).toBeGreaterThanOrEqual(19);
  expect(server.output()).toContain('Redis is away');
  expect(loose.foundIn(loose.refusals.join())).toEqual([]);
  expect(loose.foundIn(server.output())).toEqual([]);
  expect(await values()).toContain(visitor.conversation);
  expect(loose.foundIn(await values())).toEqual([]);
  expect(filesWith(visitor.conversation)).toEqual(LOG_AND_SNAPSHOT);
  expect(inFiles(files(), loose.secrets)).toEqual([]);
});

test('after a deletion, and what the guide says to run, not even sealed, and the key is gone too', async () => {
  const { texts, wrappedKey } = await sealedTexts();
  const pieces = piecesOf([...texts, wrappedKey]);
  const inRedis = async () => {
    const all = await values();
    return pieces.filter((piece) => all.includes(piece));
  };
  expect(pieces.length).toBeGreaterThan(100);
  expect(await inRedis()).toEqual(pieces);
  expect(filesWith(wrappedKey)).toEqual(LOG_AND_SNAPSHOT);

  await loose.says(visitor, 'delete what I said');
  await loose.untilSeen(visitor, /deleted for good/);
  expect(await inRedis()).toEqual([]);

  await asTheGuideSays();
  await eventually(async () => inFiles(files(), pieces).length === 0, 'pieces are left in files');
  expect(await server.stop()).toBe(0);
  expect(inFiles(files(), [...pieces, ...loose.secrets])).toEqual([]);
  expect(loose.foundIn(await values())).toEqual([]);
  expect(loose.foundIn(server.output())).toEqual([]);
});
