import { createWaits } from '../../handoff/waits';
import type { Records } from '../../store/contract';
import { openSqliteStore } from '../../store/sqlite/store';
import { count } from '../store/contract/given';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const START = Date.parse('2026-06-16T09:00:00Z');

function kept(isOpen: (at: number) => boolean = () => true) {
  const clock = { now: START };
  const { records } = openSqliteStore(':memory:');
  let reads = 0;
  const counted: Records = {
    ...records,
    list: (...asked) => {
      reads += 1;
      return records.list(...asked);
    },
  };
  const open = () => createWaits({ records: counted, now: () => clock.now, isOpen });
  const waits = open();
  return {
    clock,
    records: counted,
    waits,
    reads: () => reads,
    rows: () => records.list('wait', clock.now),
    /** What a process that has just started would say. */
    usual: () => open().usual(),
    note: (who: string, minutes: number, until = clock.now) => waits.note(who, until - minutes * MINUTE, until),
  };
}

test('eight waits make a figure, seven do not', async () => {
  const { note, usual } = kept();
  for (const n of count(7)) await note(`c-${n}`, 6);
  expect(await usual()).toBeNull();
  await note('another', 12);
  expect(await usual()).toEqual({ from: 5, to: 15 });
});

test('the same wait told many times is one', async () => {
  const { note, rows, usual } = kept();
  for (const _ of count(20)) await note('c', 6);
  expect(await rows()).toHaveLength(1);
  expect(await usual()).toBeNull();
});

test('whoever asked while nobody was there tells nothing of the wait in the day', async () => {
  const { note, rows } = kept((at) => at >= START);
  await note('asked in the night', 600);
  expect(await rows()).toEqual([]);
});

test('after 14 days a wait counts no more', async () => {
  const { note, usual, clock } = kept();
  for (const n of count(10)) await note(`c-${n}`, 6);
  clock.now += 14 * DAY - MINUTE;
  expect(await usual()).not.toBeNull();
  clock.now += 61 * MINUTE;
  expect(await usual()).toBeNull();
});

test('however many there are, no more than 512 are kept, and nothing in them is of anybody', async () => {
  const { note, rows } = kept();
  for (const n of count(2_000)) await note(`conversation-${n}`, n % 50);
  const all = await rows();
  expect(all.length).toBeLessThanOrEqual(512);
  for (const { key, body } of all) expect([key, body].join(' ')).toMatch(/^\d{1,3} \d{1,2}$/);
});

test('it is read once a minute, however often it is asked', async () => {
  const { waits, reads, clock } = kept();
  await Promise.all(count(50).map(() => waits.usual()));
  clock.now += MINUTE - 1;
  await waits.usual();
  expect(reads()).toBe(1);
  clock.now += 1;
  await waits.usual();
  expect(reads()).toBe(2);
});

test('a read that failed is tried again', async () => {
  const { waits, records } = kept();
  const { list } = records;
  records.list = () => Promise.reject(new Error('away'));
  await expect(waits.usual()).rejects.toThrow('away');
  records.list = list;
  expect(await waits.usual()).toBeNull();
});

test('a clock that was set back makes no negative wait, and is no reason not to look', async () => {
  const { note, waits, rows, reads, clock } = kept();
  await note('c', -5);
  expect((await rows())[0]?.body).toBe('0');
  await waits.usual();
  clock.now -= DAY;
  await waits.usual();
  expect(reads()).toBe(2);
});
