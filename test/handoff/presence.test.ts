import { PATIENCE } from '../../handoff/patience';
import { createPresence } from '../../handoff/presence';
import type { Records } from '../../store/contract';
import { openSqliteStore } from '../../store/sqlite/store';

const { presentMs, renewMs } = PATIENCE;

/** Two processes on one store, with one clock, and how often something was written. */
function twoProcesses() {
  const clock = { now: 1_000_000 };
  const { records } = openSqliteStore(':memory:');
  const written: string[] = [];
  const counted: Records = {
    ...records,
    put: (kind, key, ...rest) => {
      written.push(key);
      return records.put(kind, key, ...rest);
    },
  };
  const now = () => clock.now;
  return {
    clock,
    written,
    counted,
    a: createPresence({ records: counted, now }),
    b: createPresence({ records: counted, now }),
  };
}

test('whoever was seen is there for a while, for every process, and then no more', async () => {
  const { clock, a, b } = twoProcesses();
  expect(await b.seen('sam')).toBe(false);
  await a.renew('sam');
  clock.now += presentMs - 1;
  expect([await a.seen('sam'), await b.seen('sam'), await b.seen('kim')]).toEqual([true, true, false]);
  expect(await b.all()).toEqual(new Set(['sam']));
  clock.now += 1;
  expect([await a.seen('sam'), await b.seen('sam')]).toEqual([false, false]);
  expect(await b.all()).toEqual(new Set());
});

test('it is written down once in a while, however often it is said, and soon enough that nobody seems gone', async () => {
  const { clock, written, a } = twoProcesses();
  for (let second = 0; second < 300; second += 1) {
    await a.renew('sam');
    expect(await a.seen('sam')).toBe(true);
    clock.now += 1_000;
  }
  expect(written).toHaveLength(300_000 / renewMs);
});

test('whoever went is gone at once, and is there again as soon as they are seen', async () => {
  const { a, b } = twoProcesses();
  await a.renew('sam');
  await a.end('sam');
  expect(await b.seen('sam')).toBe(false);
  await a.renew('sam');
  expect(await b.seen('sam')).toBe(true);
});

test('what could not be written down is, with the next time', async () => {
  const { counted, a } = twoProcesses();
  const { put } = counted;
  counted.put = () => Promise.reject(new Error('away'));
  await expect(a.renew('sam')).rejects.toThrow('away');
  counted.put = put;
  await a.renew('sam');
  expect(await a.seen('sam')).toBe(true);
});

test('a clock that was set back an hour keeps nobody from being seen', async () => {
  const { clock, a } = twoProcesses();
  await a.renew('sam');
  clock.now -= 60 * 60_000;
  await a.renew('sam');
  clock.now += presentMs - 1;
  expect(await a.seen('sam')).toBe(true);
});
