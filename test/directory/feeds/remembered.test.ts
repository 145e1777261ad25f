import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Answer } from '../../../directory/feeds/ask';
import { remembering } from '../../../directory/feeds/remembered';

const DAY_MS = 86_400_000;

let dir = '';
let file = '';
let now = 0;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'natter-answers-'));
  file = join(dir, 'directory', 'answers.sqlite');
  now = Date.parse('2026-11-26T10:00:00Z');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** What a feed has at its addresses, by the mark it has there now. */
type Feed = Record<string, { etag: string | null; body: unknown }>;

/** Asks for these addresses, one after the other, as one import does: what came, and what was asked with which mark. */
async function asking(feed: Feed, addresses: string[], { whole = false, mayKeep = true } = {}) {
  const asked: (string | null)[] = [];
  const answers = remembering({
    get: async (address, etag): Promise<Answer> => {
      asked.push(etag ?? null);
      const held = feed[address];
      if (!held) return { status: 'failed', what: 'answered with status 404', missing: true };
      return etag !== undefined && etag === held.etag ? { status: 'same' } : { status: 'ok', ...held };
    },
    file,
    now: () => now,
    mayKeep: () => mayKeep,
  });
  const came: Answer[] = [];
  for (const address of addresses) came.push(await answers.get(address));
  if (whole) answers.forgetOthers();
  answers.close();
  return { asked, came };
}
const one = { etag: '"1"', body: { name: 'Choir', what: 'Sing “old” songs.\n' } };
const feed: Feed = { a: one, b: { etag: 'Mon, 01 Jun 2026 09:00:00 GMT', body: [1, 2] } };

test('what has not changed is given again as it was, from one import to the next', async () => {
  const { came: first } = await asking(feed, ['a', 'b']);
  const { came, asked } = await asking(feed, ['a', 'b']);
  expect(asked).toEqual(['"1"', 'Mon, 01 Jun 2026 09:00:00 GMT']);
  expect(came).toEqual(first);
  expect(came[0]).toEqual({ status: 'ok', ...one });
});

test('what has changed is given as it is now, and asked for with its new mark', async () => {
  await asking(feed, ['a']);
  const changed = { a: { etag: '"2"', body: { name: 'Band' } } };
  expect((await asking(changed, ['a'])).came).toEqual([{ status: 'ok', ...changed.a }]);
  expect((await asking(changed, ['a'])).asked).toEqual(['"2"']);
});

test('what comes without a mark is not kept, and takes the place of what was', async () => {
  await asking(feed, ['a']);
  await asking({ a: { etag: null, body: {} } }, ['a']);
  expect((await asking(feed, ['a'])).asked).toEqual([null]);
});

test('a failure is given as it is, and what was kept stays', async () => {
  await asking(feed, ['a']);
  expect((await asking({}, ['a'])).came).toEqual([expect.objectContaining({ status: 'failed' })]);
  expect((await asking(feed, ['a'])).asked).toEqual(['"1"']);
});

test('what may not lie on the disk is never there', async () => {
  await asking({ a: { etag: '"1"', body: { street: '12 Elm Road' } } }, ['a'], { mayKeep: false });
  expect(readFileSync(file, 'latin1')).not.toContain('Elm');
});

test('after an import that came to its end, what was not asked for is forgotten', async () => {
  await asking(feed, ['a', 'b']);
  await asking(feed, ['a']);
  expect((await asking(feed, ['b'], { whole: true })).asked).toEqual(['Mon, 01 Jun 2026 09:00:00 GMT']);
  expect((await asking(feed, ['a', 'b'])).asked).toEqual([null, 'Mon, 01 Jun 2026 09:00:00 GMT']);
});

test('all of it is asked for again after two weeks, as a mark may be wrong', async () => {
  await asking(feed, ['a']);
  now += 13 * DAY_MS;
  expect((await asking(feed, ['a'])).asked).toEqual(['"1"']);
  now += 2 * DAY_MS;
  expect((await asking(feed, ['a'])).asked).toEqual([null]);
  expect((await asking(feed, ['a'])).asked).toEqual(['"1"']);
});

describe('a file that is broken is as if nothing was kept, and is begun anew:', () => {
  test.each<[string, () => void]>([
    ['no database', () => writeFileSync(file, 'This is no database, and long enough to be read as one.'.repeat(40))],
    ['cut off', () => truncateSync(file, 6_000)],
    ['nothing in it', () => truncateSync(file, 0)],
    [
      'of another version',
      () => {
        const db = new DatabaseSync(file);
        db.exec('DROP TABLE answers; CREATE TABLE answers (url TEXT)');
        db.close();
      },
    ],
    [
      'an answer that is no JSON',
      () => {
        const db = new DatabaseSync(file);
        db.exec(`UPDATE answers SET body = '{"name":'`);
        db.close();
      },
    ],
  ])('%s', async (_, spoil) => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`a${n}`, { ...one, body: 'x'.repeat(400) }]));
    const addresses = Object.keys(many);
    await asking(many, addresses);
    spoil();
    const { came } = await asking(many, addresses);
    expect(came).toEqual(addresses.map((address) => ({ status: 'ok', ...many[address] })));
    await asking(many, addresses);
    expect((await asking(many, addresses)).asked).toEqual(addresses.map(() => '"1"'));
  });
});

test('where no file can be, everything is asked for each time', async () => {
  writeFileSync(join(dir, 'directory'), 'This is no folder.');
  await asking(feed, ['a']);
  expect(await asking(feed, ['a'])).toEqual({ asked: [null], came: [{ status: 'ok', ...one }] });
});
