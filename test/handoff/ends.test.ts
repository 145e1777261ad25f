import { Readable } from 'node:stream';
import { counted, createEnds } from '../../handoff/ends';
import type { Desk, Ended, Ends, Worker } from '../../handoff/types';
import { openSqliteStore } from '../../store/sqlite/store';
import { type FakeDesk, fakeDesk, fakeRecords, someone } from '../adapters/desk/fakes';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SAM: Worker = { id: 'sam', name: 'Sam', email: 'sam@example.org', role: 'worker' };
const KEEP_DAYS = 365;

let clock = 0;
let made = 0;
let records = fakeRecords();
let ends: Ends;
let behind: FakeDesk;
let desk: Desk;

beforeEach(() => {
  clock = Date.parse('2026-11-22T09:00:00Z');
  records = fakeRecords();
  ends = over(records);
  behind = fakeDesk(() => clock);
  desk = counted(behind, ends, () => clock);
});

const over = (kept: typeof records) =>
  createEnds({
    ...{ records: kept, now: () => clock, timezone: 'Europe/London', keepDays: KEEP_DAYS },
    newId: () => `id${made++}`,
  });
const asks = (id: string, more = {}) => behind.people.set(id, someone(id, clock, more));
const all = (): Promise<Ended[]> => Readable.from(ends.all()).toArray();

it('keeps the day, the channel, the wait, how it ended and whether something was promised, and nothing else', async () => {
  asks('c-1', { channel: 'sms' });
  clock += 12 * MINUTE;
  await desk.claim('c-1', SAM);
  clock += 30 * MINUTE;
  await desk.end('c-1', SAM, 'connected', { with: 'Priya', promised: 'Priya rings on Monday' });
  expect(await all()).toEqual([
    { day: '2026-11-22', channel: 'sms', waited: 12, outcome: 'connected', promised: true },
  ]);
  expect(records.dump()).not.toMatch(/c-1|Priya|Sam|Monday/);
});

it('goes by the day that it is at the place', async () => {
  clock = Date.parse('2026-06-30T23:30:00Z');
  asks('c-1');
  await desk.claim('c-1', SAM);
  await desk.end('c-1', SAM, 'declined');
  expect(await all()).toMatchObject([{ day: '2026-07-01', promised: false }]);
});

it('counts no wait twice: of two claims the first, and of whoever was left the one before', async () => {
  asks('c-1');
  clock += 5 * MINUTE;
  await desk.claim('c-1', SAM);
  clock += 5 * MINUTE;
  await desk.claim('c-1', SAM);
  await desk.release('c-1', { ...SAM, role: 'lead' });
  clock += 5 * MINUTE;
  await desk.claim('c-1', SAM);
  await desk.end('c-1', SAM, 'elsewhere');
  expect(await all()).toMatchObject([{ waited: 5 }]);
});

it('knows no wait of whoever booked a time, and the next one anew after handing back', async () => {
  asks('c-1');
  clock += 5 * MINUTE;
  await desk.claim('c-1', SAM);
  await desk.handBack('c-1', SAM);
  asks('c-1', { booked: { from: clock, to: null, words: 'on Monday' } });
  await desk.claim('c-1', SAM);
  await desk.end('c-1', SAM, 'unreachable');
  expect(await all()).toMatchObject([{ waited: null }]);
});

it('counts nothing that was refused', async () => {
  asks('c-1', { owner: 'worker', worker: { id: 'kim', name: 'Kim' } });
  expect(await desk.claim('c-1', SAM)).toEqual({ ok: false, why: 'taken' });
  expect(await desk.end('c-1', SAM, 'connected')).toEqual({ ok: false, why: 'not-yours' });
  expect(await all()).toEqual([]);
});

it('lets nobody’s talk fail that cannot be counted', async () => {
  asks('c-1');
  records.put = () => Promise.reject(new Error('the disk is full'));
  behind.list = () => Promise.reject(new Error('the disk is full'));
  expect(await desk.claim('c-1', SAM)).toEqual({ ok: true });
  expect(await desk.end('c-1', SAM, 'connected')).toEqual({ ok: true });
});

it('is kept for as long as what was said, to the end of a day, whichever hour it was', async () => {
  for (const hour of [9, 15]) {
    clock = Date.parse(`2026-11-22T${String(hour).padStart(2, '0')}:00:00Z`);
    await ends.ended('c', { channel: 'web', outcome: 'connected', promised: false });
  }
  expect(new Set(records.dump().match(/"expiresAt":\d+/g)).size).toBe(1);
  clock = Date.parse('2026-11-22T15:00:00Z') + KEEP_DAYS * DAY;
  expect(await all()).toHaveLength(2);
  clock = Date.parse('2026-11-23T00:00:00Z') + KEEP_DAYS * DAY;
  expect(await all()).toEqual([]);
});

it('reads many, over all pages, on the embedded store', async () => {
  const store = openSqliteStore(':memory:');
  const kept = createEnds({
    ...{ records: store.records, now: () => clock, timezone: 'Europe/London', keepDays: KEEP_DAYS },
    newId: () => `id${made++}`,
  });
  for (let n = 0; n < 450; n++) await kept.ended(`c-${n}`, { channel: 'web', outcome: 'connected', promised: false });
  expect(await Readable.from(kept.all()).toArray()).toHaveLength(450);
  await store.close();
});
