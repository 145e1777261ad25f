import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { createApp } from '../app';
import { readConfig } from '../config';
import { masterKeys } from '../store/master-key';
import { sealed } from '../store/sealed/store';
import { openSqliteStore } from '../store/sqlite/store';
import { openBots, TUESDAY_10AM, worker } from './bots/world';
import { change, conversation, takeTurn } from './store/contract/given';

jest.setTimeout(60_000);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('how long a conversation is kept after its last change', () => {
  const begin = async () => {
    const bots = openBots();
    await bots.opens('c');
    await bots.says('c', 'I am behind with the rent');
    return { ...bots, swept: async (days: number) => bots.store.expire(bots.clock.now + days * DAY) };
  };
  const claimed = async () => {
    const bots = await begin();
    await bots.asksForAPerson('c');
    expect(await bots.desk.claim('c', worker('Sam'))).toEqual({ ok: true });
    return bots;
  };

  test('30 days, when no worker had it', async () => {
    const { swept } = await begin();
    expect(await swept(29.9)).toBe(0);
    expect(await swept(30.1)).toBe(1);
  });

  test('30 days, also while it waits for a worker', async () => {
    const { asksForAPerson, swept } = await begin();
    await asksForAPerson('c');
    expect(await swept(29.9)).toBe(0);
    expect(await swept(30.1)).toBe(1);
  });

  test('each change counts anew', async () => {
    const { says, clock, swept } = await begin();
    clock.now += 20 * DAY;
    await says('c', 'hello again');
    expect(await swept(29.9)).toBe(0);
    expect(await swept(30.1)).toBe(1);
  });

  test.each<[string, (bots: Awaited<ReturnType<typeof claimed>>) => Promise<unknown>]>([
    ['is with a worker', async () => {}],
    ['was ended by the worker', ({ desk }) => desk.end('c', worker('Sam'), 'connected')],
    ['was taken back by the person', ({ says }) => says('c', 'end chat')],
    [
      'was opened again later',
      async ({ desk, says }) => {
        await desk.end('c', worker('Sam'), 'connected');
        await says('c', 'hello again');
      },
    ],
  ])('365 days, when it %s', async (_, then) => {
    const bots = await claimed();
    await then(bots);
    expect(await bots.swept(364.9)).toBe(0);
    expect(await bots.swept(365.1)).toBe(1);
  });

  test('after a deletion what is left goes after 30 days, though a worker had it', async () => {
    const { says, swept } = await claimed();
    await says('c', 'delete what I said');
    expect(await swept(29.9)).toBe(0);
    expect(await swept(30.1)).toBe(1);
  });

  test('as the settings say', () => {
    const { retention } = readConfig({ KEEP_UNCLAIMED_DAYS: '7', KEEP_CLAIMED_DAYS: '90' });
    expect(retention).toEqual({ unclaimed: 7, claimed: 90 });
    expect(readConfig({}).retention).toEqual({ unclaimed: 30, claimed: 365 });
  });
});

describe('the sweeper', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'natter-retention-'));
    jest.useFakeTimers({
      doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'queueMicrotask', 'performance', 'Date'],
    });
  });
  afterEach(() => {
    jest.useRealTimers();
    rmSync(dir, { recursive: true, force: true });
  });

  const open = () => sealed(openSqliteStore(join(dir, 'natter.db')), masterKeys(null, [], dir));
  /** Keeps a conversation until then, and a session. */
  async function keep(expiresAt: number): Promise<void> {
    const store = open();
    await store.commit(change(await takeTurn(store), 0, { conversation: conversation({ expiresAt }) }));
    await store.records.put('session', 'token', 'sam@example.org', expiresAt);
    await store.close();
  }
  async function left(): Promise<{ conversations: number; sessions: number }> {
    const store = open();
    const { ids } = await store.conversations(null, 10);
    // As if no time had passed: what is listed is what was not removed.
    const sessions = await store.records.list('session', 0);
    await store.close();
    return { conversations: ids.length, sessions: sessions.length };
  }
  /** Starts Natter, lets its clock run on to each of these times in turn, and stops it. */
  async function runThrough(...times: number[]): Promise<void> {
    const clock = { now: times[0] ?? 0 };
    const app = await createApp(readConfig({ DATA_DIR: dir }), pino({ level: 'silent' }), () => clock.now);
    await app.start();
    for (const time of times.slice(1)) {
      clock.now = time;
      await jest.advanceTimersByTimeAsync(10 * MINUTE);
    }
    await app.close();
  }

  test('leaves what has time to go', async () => {
    await keep(TUESDAY_10AM + DAY);
    await runThrough(TUESDAY_10AM, TUESDAY_10AM + 10 * MINUTE);
    expect(await left()).toEqual({ conversations: 1, sessions: 1 });
  });

  test('removes what has expired when Natter starts', async () => {
    await keep(TUESDAY_10AM - 1);
    await runThrough(TUESDAY_10AM);
    expect(await left()).toEqual({ conversations: 0, sessions: 0 });
  });

  test('removes what expires while Natter runs, within 10 minutes', async () => {
    await keep(TUESDAY_10AM + 5 * MINUTE);
    await runThrough(TUESDAY_10AM, TUESDAY_10AM + 10 * MINUTE);
    expect(await left()).toEqual({ conversations: 0, sessions: 0 });
  });
});
