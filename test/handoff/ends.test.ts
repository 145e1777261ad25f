import { Readable } from 'node:stream';
import { createEnds } from '../../handoff/ends';
import type { Records } from '../../store/contract';
import { openSqliteStore } from '../../store/sqlite/store';
import { fakeRecords } from '../adapters/desk/fakes';

const DAY = 24 * 60 * 60_000;
const KEEP_DAYS = 365;
const HOW = { channel: 'web', waited: 12, outcome: 'connected', promised: false } as const;

let clock = Date.parse('2026-11-22T09:00:00Z');
let made = 0;

function over(records: Records) {
  const ends = createEnds({
    ...{ records, now: () => clock, timezone: 'Europe/London', keepDays: KEEP_DAYS },
    newId: () => `id${made++}`,
  });
  return { ...ends, read: () => Readable.from(ends.all()).toArray() };
}

it('goes by the day that it is at the place', async () => {
  clock = Date.parse('2026-06-30T23:30:00Z');
  const { ended, read } = over(fakeRecords());
  await ended(HOW);
  expect(await read()).toEqual([{ day: '2026-07-01', ...HOW }]);
});

it('is kept for as long as what was said, to the end of a day, whichever hour it was', async () => {
  const records = fakeRecords();
  const { ended, read } = over(records);
  for (const hour of ['09', '15']) {
    clock = Date.parse(`2026-11-22T${hour}:00:00Z`);
    await ended(HOW);
  }
  expect(new Set(records.dump().match(/"expiresAt":\d+/g)).size).toBe(1);
  clock = Date.parse('2026-11-22T15:00:00Z') + KEEP_DAYS * DAY;
  expect(await read()).toHaveLength(2);
  clock = Date.parse('2026-11-23T00:00:00Z') + KEEP_DAYS * DAY;
  expect(await read()).toEqual([]);
});

it('reads many, over all pages, on the embedded store', async () => {
  const store = openSqliteStore(':memory:');
  const { ended, read } = over(store.records);
  for (let n = 0; n < 450; n++) await ended(HOW);
  expect(await read()).toHaveLength(450);
  await store.close();
});
