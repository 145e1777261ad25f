import { Readable } from 'node:stream';
import { AUDIT_PAGE, createAudit, KEEP_AUDIT, LOOK_THROUGH } from '../../handoff/audit';
import type { Audit, AuditFilter, Done } from '../../handoff/types';
import { openSqliteStore } from '../../store/sqlite/store';
import { fakeRecords } from '../adapters/desk/fakes';

const MINUTE = 60_000;
const START = Date.parse('2026-11-22T09:00:00Z');
const SAM = { id: 'sam', name: 'Sam', email: 'sam@example.org', role: 'worker' };

let clock = START;
let made = 0;
let records = fakeRecords();
const another = (): Audit => createAudit({ records, now: () => clock, newId: () => `id${made++}` });
let audit = another();

beforeEach(() => {
  clock = START;
  records = fakeRecords();
  audit = another();
});

const claim = (conversation: string): Done => ({ act: 'claim', worker: SAM, conversation });
const all = async () => (await audit.page(null)).entries;

it('is read newest first, also what was written within one millisecond', async () => {
  for (const id of ['a', 'b', 'c']) await audit.write(claim(id));
  clock += MINUTE;
  await audit.write({ act: 'sign-out', worker: SAM });
  expect((await all()).map(({ act, conversation }) => conversation ?? act)).toEqual(['sign-out', 'c', 'b', 'a']);
});

it('keeps who, when and what it was done to, and nothing else that the caller holds', async () => {
  const held = { act: 'message', worker: SAM, conversation: 'c-1', text: 'call me on 07700 900123' } as Done;
  await audit.write(held);
  expect(await all()).toEqual([
    {
      at: START,
      act: 'message',
      worker: { id: 'sam', name: 'Sam' },
      conversation: 'c-1',
      account: null,
      refused: null,
    },
  ]);
  expect(records.dump()).not.toMatch(/07700|example\.org/);
});

it.each(['07700900123', '+447700900123', 'sam@example.org', 'my landlord is here', 'x'.repeat(65), ''])(
  'leaves out what is no id: %s',
  async (typed) => {
    await audit.write({ act: 'claim', worker: SAM, conversation: typed, account: typed });
    expect(await all()).toMatchObject([{ conversation: null, account: null }]);
    if (typed) expect(records.dump()).not.toContain(typed);
  },
);

it('keeps every entry of two processes that write in the same millisecond', async () => {
  const other = another();
  await Promise.all(Array.from({ length: 50 }, (_, n) => (n % 2 ? audit : other).write(claim('c-1'))));
  expect(await all()).toHaveLength(50);
});

it('takes what a page reads again within a minute as one, but not for another worker, conversation or answer', async () => {
  const read = (more: Partial<Done> = {}): Done => ({ act: 'read', worker: SAM, conversation: 'c-1', ...more });
  for (const _ of [1, 2, 3]) await audit.write(read());
  await another().write(read());
  expect(await all()).toHaveLength(1);
  await audit.write(read({ conversation: 'c-2' }));
  await audit.write(read({ worker: { id: 'kim', name: 'Kim' } }));
  await audit.write(read({ refused: 'private' }));
  expect(await all()).toHaveLength(4);
  clock += MINUTE;
  await audit.write(read());
  expect(await all()).toHaveLength(5);
});

it('is read a page at a time, and new entries move no page', async () => {
  for (let n = 0; n < 2 * AUDIT_PAGE + 1; n++) await audit.write(claim(`c-${n}`));
  const first = await audit.page(null);
  await audit.write(claim('late'));
  const second = await audit.page(first.next);
  const third = await audit.page(second.next);
  const read = [first, second, third].flatMap(({ entries }) => entries.map(({ conversation }) => conversation));
  expect(read).toEqual(Array.from({ length: 2 * AUDIT_PAGE + 1 }, (_, n) => `c-${2 * AUDIT_PAGE - n}`));
  expect(third.next).toBeNull();
  expect(await audit.page('forged')).toEqual({ entries: [], next: null });
});

describe('looked through', () => {
  const KIM = { id: 'kim', name: 'Kim' };

  it('for who did it, for what was done, and for both', async () => {
    await audit.write({ act: 'sign-in', worker: null, refused: 'sign-in' });
    await audit.write(claim('c-1'));
    await audit.write({ act: 'claim', worker: KIM, conversation: 'c-2' });
    await audit.write({ act: 'note', worker: KIM, conversation: 'c-2' });
    const found = async (only: AuditFilter) =>
      (await audit.page(null, only)).entries.map(({ act, worker }) => `${worker?.name} ${act}`);
    expect(await found({ worker: 'kim' })).toEqual(['Kim note', 'Kim claim']);
    expect(await found({ act: 'claim' })).toEqual(['Kim claim', 'Sam claim']);
    expect(await found({ worker: 'kim', act: 'claim' })).toEqual(['Kim claim']);
    expect(await found({ worker: null })).toEqual(['undefined sign-in']);
    expect(await found({ worker: undefined, act: undefined })).toHaveLength(4);
    expect(await found({ worker: 'nobody-else' })).toEqual([]);
  });

  it('a page at a time, leaving nothing out and telling nothing twice', async () => {
    for (let n = 0; n < 3 * AUDIT_PAGE; n++) await audit.write(n % 2 ? claim(`c-${n}`) : { act: 'note', worker: KIM });
    const read: (string | null)[] = [];
    for (let next: string | null = null, more = true; more; more = next !== null) {
      const page = await audit.page(next, { act: 'claim' });
      read.push(...page.entries.map(({ conversation }) => conversation));
      next = page.next;
    }
    expect(read).toEqual(Array.from({ length: 1.5 * AUDIT_PAGE }, (_, n) => `c-${3 * AUDIT_PAGE - 1 - 2 * n}`));
  });

  it('no further at once than some pages, and then from there on', async () => {
    await audit.write({ act: 'note', worker: KIM });
    for (let n = 0; n < LOOK_THROUGH * AUDIT_PAGE; n++) await audit.write(claim(`c-${n}`));
    const first = await audit.page(null, { act: 'note' });
    expect(first.entries).toEqual([]);
    expect((await audit.page(first.next, { act: 'note' })).entries).toMatchObject([{ act: 'note' }]);
  });
});

it('is read as a whole, over all its pages', async () => {
  const whole = async () => (await Readable.from(audit.all()).toArray()).map(({ conversation }) => conversation);
  expect(await whole()).toEqual([]);
  for (let n = 0; n < 2 * AUDIT_PAGE; n++) await audit.write(claim(`c-${n}`));
  expect(await whole()).toEqual(Array.from({ length: 2 * AUDIT_PAGE }, (_, n) => `c-${2 * AUDIT_PAGE - 1 - n}`));
});

it('is kept for twelve months', async () => {
  await audit.write(claim('c-1'));
  clock += KEEP_AUDIT - 1;
  expect(await all()).toHaveLength(1);
  clock += 1;
  expect(await all()).toEqual([]);
  expect(KEEP_AUDIT).toBeGreaterThanOrEqual(Date.parse('2029-01-01') - Date.parse('2028-01-01'));
});

it('throws when it could not be kept', async () => {
  records.add = () => Promise.reject(new Error('the disk is full'));
  await expect(audit.write(claim('c-1'))).rejects.toThrow('full');
});

it('is never overwritten: whatever is there already stays', async () => {
  const store = openSqliteStore(':memory:');
  const same = { records: store.records, now: () => clock, newId: () => 'same' };
  await createAudit(same).write(claim('first'));
  await expect(createAudit(same).write(claim('second'))).rejects.toThrow();
  const { entries } = await createAudit(same).page(null);
  expect(entries.map(({ conversation }) => conversation)).toEqual(['first']);
  await store.close();
});
