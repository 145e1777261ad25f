import { UnavailableError } from '../../store/errors';
import { type Database, openDatabase } from '../../store/sqlite/database';
import { makeGroup } from '../../store/sqlite/group';

let db: Database;
let transactions: number;
beforeEach(() => {
  const real = openDatabase(':memory:', 0);
  transactions = 0;
  db = {
    ...real,
    write(work) {
      transactions += 1;
      return real.write(work);
    },
  };
});
afterEach(() => db.close());

const keep = (key: string) => () =>
  db.prepare(`INSERT INTO record (kind, key, body) VALUES ('test', :key, '')`).run({ key });
const kept = () =>
  db
    .prepare<{ key: string }>('SELECT key FROM record ORDER BY key')
    .all({})
    .map(({ key }) => key);

test('what is asked for at the same time is kept in one transaction, and each gets its own result', async () => {
  const grouped = makeGroup(db);
  const results = await Promise.all([grouped(keep('a')), grouped(() => 'its own'), grouped(keep('b'))]);
  expect(results).toEqual([1, 'its own', 1]);
  expect(kept()).toEqual(['a', 'b']);
  expect(transactions).toBe(1);
});

test('one that fails is refused by itself, whole, and the others are kept in order', async () => {
  const grouped = makeGroup(db);
  const half = () => {
    keep('half')();
    throw new Error('no');
  };
  const results = await Promise.allSettled([grouped(keep('a')), grouped(half), grouped(() => kept())]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(results[2]).toMatchObject({ value: ['a'] });
  expect(kept()).toEqual(['a']);
});

test('when the disk will not serve, nobody is told that theirs was kept, and it is asked only once', async () => {
  let asked = 0;
  const full: Database = {
    ...db,
    write(work) {
      asked += 1;
      return db.write(() => {
        work();
        throw new UnavailableError('full');
      });
    },
  };
  const grouped = makeGroup(full);
  const results = await Promise.allSettled([grouped(keep('a')), grouped(keep('b'))]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(kept()).toEqual([]);
  expect(asked).toBe(1);
});

test('what is asked for later gets a transaction of its own', async () => {
  const grouped = makeGroup(db);
  await grouped(keep('a'));
  await grouped(keep('b'));
  expect(kept()).toEqual(['a', 'b']);
  expect(transactions).toBe(2);
});
