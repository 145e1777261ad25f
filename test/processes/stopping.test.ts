import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRedisStore } from '../../store/redis/store';
import { arrive, say, type Visitor } from '../../tools/faults/direct-line';
import { type ServerProcess, startServer } from '../../tools/faults/process';
import { type RedisServer, startRedis } from '../redis';
import { count } from '../store/contract/given';
import { deskAt, eventually, lines, listen, onRedis, signIn } from './natters';

jest.setTimeout(900_000);

/** When a system that stops a process loses patience: systemd and Kubernetes wait longer still. */
const PATIENCE_MS = 10_000;
const PEOPLE = 12;

let folder: string;
let redis: RedisServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'natter-stopping-'));
  redis = await startRedis();
});
afterAll(async () => {
  await redis.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** One person who writes on and on, two messages at a time, so that one of them has to wait for its turn, until nobody answers. */
interface Talker {
  visitor: Visitor;
  said: { text: string; acknowledged: boolean }[];
  stopped: Promise<void>;
}

function talk(url: string, visitor: Visitor, over: () => boolean): Talker {
  const said: Talker['said'] = [];
  const write = async (text: string) =>
    void said.push({ text, acknowledged: await say(url, visitor, text, text.replaceAll(' ', '-')) });
  const all = async () => {
    for (let n = 0; !over() || said.at(-1)?.acknowledged; n += 1)
      await Promise.all([write(`message ${n} one`), write(`message ${n} two`)]);
  };
  return { visitor, said, stopped: all() };
}

describe.each([
  ['SQLite', () => ({ DATA_DIR: mkdtempSync(join(folder, 'data-')), NEW_CHATS_PER_MINUTE: '1000' })],
  ['Redis', () => onRedis(redis, folder)],
])('told to stop (SIGTERM) while everybody talks, on %s', (store, env) => {
  let again: ServerProcess;
  let exitCode: number | null;
  let tookMs: number;
  let closeCodes: number[];
  let deskEnded: string;
  let talkers: Talker[];
  let stillTaken: string[];

  beforeAll(async () => {
    const settings = env();
    const server = await startServer(settings);
    const visitors = await Promise.all(count(PEOPLE).map(() => arrive(server.url)));
    const sockets = await Promise.all(visitors.map((visitor) => listen(server.url, visitor)));
    const { ended } = await deskAt(server.url, await signIn(server)).events();
    const [silent, eager] = [await arrive(server.url), await arrive(server.url)];
    (await listen(server.url, silent)).fallSilent();
    const goneForGood = comeBack(server.url, eager);
    let over = false;
    talkers = visitors.map((visitor) => talk(server.url, visitor, () => over));
    const acknowledged = () => talkers.flatMap(({ said }) => said).filter((each) => each.acknowledged).length;
    await eventually(async () => acknowledged() > 2 * PEOPLE, 'nobody is heard');

    const told = Date.now();
    over = true;
    exitCode = await server.stop();
    tookMs = Date.now() - told;
    closeCodes = await Promise.all(sockets.map(({ closed }) => closed));
    deskEnded = await ended;
    await Promise.all([goneForGood, ...talkers.map(({ stopped }) => stopped)]);
    stillTaken = store === 'Redis' ? await takenTurns(visitors.map(({ conversation }) => conversation)) : [];
    again = await startServer(settings);
  });
  afterAll(() => again?.stop());

  test('it ends by itself, with 0, soon enough, though one page reads nothing and one comes back at once', () => {
    expect(exitCode).toBe(0);
    expect(tookMs).toBeLessThan(PATIENCE_MS);
  });

  test('sockets get a close frame that says to come back, and the stream of the desk ends whole', () => {
    expect(closeCodes).toEqual(Array(PEOPLE).fill(1012));
    expect(deskEnded).toBe('ended');
  });

  // On SQLite turns are taken in memory alone.
  if (store === 'Redis') test('no turn stays taken', () => expect(stillTaken).toEqual([]));

  test('what was acknowledged is there, once, in order and answered, and nothing else: whatever was taken in was acknowledged', async () => {
    for (const { visitor, said } of talkers) {
      const acknowledged = said.flatMap(({ text, acknowledged: taken }) => (taken ? [text] : []));
      const settled = async () => {
        const all = await lines(again.url, visitor);
        return all.every(({ from }, n) => from !== 'person' || all[n + 1]?.from === 'natter') ? all : null;
      };
      await eventually(async () => (await settled()) !== null, 'somebody is not answered');
      const words = ((await settled()) ?? []).flatMap(({ from, text }) => (from === 'person' ? [text] : []));
      expect([...words].sort()).toEqual(acknowledged.sort());
      expect(words.map(roundOf)).toEqual(words.map(roundOf).sort((x, y) => x - y));
    }
  });
});

/** A page that is closed connects again at once; this one does until nobody answers. */
async function comeBack(url: string, visitor: Visitor): Promise<void> {
  for (;;) {
    const socket = await listen(url, visitor).catch(() => null);
    if (!socket) return;
    await socket.closed;
  }
}

/** Both messages of a round cross each other on the way; the next round comes after both. */
const roundOf = (text: string) => Number(text.split(' ')[1]);

/** Which of these turns are still taken: nobody else can have them until they run out. */
async function takenTurns(ids: string[]): Promise<string[]> {
  const store = await openRedisStore(redis.url);
  const taken: string[] = [];
  for (const id of ids) {
    const turn = await store.take(id, Date.now(), 1);
    if (turn) await store.release(turn.lease);
    else taken.push(id);
  }
  await store.close();
  return taken;
}
