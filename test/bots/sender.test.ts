import { backoff } from '../../bots/sender';
import type { Store } from '../../store/contract';
import { UnavailableError } from '../../store/errors';
import { openSqliteStore } from '../../store/sqlite/store';
import { openBots, until } from './world';

/** What was sent is what it is about: no row of the conversation waits any more. */
const allGone = (bots: ReturnType<typeof openBots>) => async () =>
  (await bots.store.outgoing('c')).every(({ state }) => state !== 'waiting');

test('a store that is away just after a message was sent does not make it go out twice', async () => {
  const inner = openSqliteStore(':memory:');
  let away = 3;
  const store: Store = {
    ...inner,
    async sent(...args) {
      away -= 1;
      if (away >= 0) throw new UnavailableError(null);
      return inner.sent(...args);
    },
  };
  const bots = openBots(store);
  await bots.texts('c', 'hello');
  await until(allGone(bots));
  expect(away).toBeLessThan(0);
  expect(bots.posted.map(({ row }) => row)).toEqual([...new Set(bots.posted.map(({ row }) => row))]);
});

test('what can be tried again is, in order, and later each time', async () => {
  const bots = openBots();
  bots.answers.push(
    { ok: false, retry: true, code: 'passing' },
    { ok: false, retry: true, code: 'rate', pauseMs: 60_000 },
  );
  await bots.texts('c', 'hello');
  const tries = (n: number) => until(async () => bots.posted.length >= n);
  await tries(1);
  await until(async () => (await bots.store.outgoing('c')).some(({ attempts }) => attempts === 1));
  await bots.later(10_000);
  await tries(2);
  await until(async () => (await bots.store.outgoing('c')).some(({ attempts }) => attempts === 2));
  await bots.later(59_000);
  expect(bots.posted).toHaveLength(2);
  await bots.later(10_000);
  await until(allGone(bots));
  expect(new Set(bots.posted.slice(0, 3).map(({ row }) => row)).size).toBe(1);
});

test('the pause doubles, up to ten minutes, and half of it is left to chance', () => {
  expect([1, 2, 3].map((tries) => backoff(tries, 1))).toEqual([2000, 4000, 8000]);
  expect(backoff(1, 0)).toBe(1000);
  expect(backoff(30, 1)).toBe(600_000);
});
