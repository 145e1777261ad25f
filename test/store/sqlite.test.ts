import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import type { Store } from '../../store/contract';
import { ConflictError, TooNewError, UnavailableError } from '../../store/errors';
import { connect } from '../../store/sqlite/connect';
import { SCHEMA_VERSION } from '../../store/sqlite/schema';
import { openSqliteStore } from '../../store/sqlite/store';
import { storeContract } from './contract';
import {
  bodies,
  change,
  conversation,
  DAY,
  everything,
  ids,
  inbound,
  message,
  NOW,
  said,
  takeTurn,
  turn,
} from './contract/given';

const newFolder = () => mkdtempSync(join(tmpdir(), 'natter-store-'));
const remove = (folder: string) => rmSync(folder, { recursive: true, force: true });

storeContract('SQLite store on a file', async () => {
  const folder = newFolder();
  const file = join(folder, 'natter.db');
  let store = openSqliteStore(file);
  return {
    store,
    async reopen() {
      await store.close();
      store = openSqliteStore(file);
      return store;
    },
    async cleanup() {
      await store.close();
      remove(folder);
    },
  };
});

describe('SQLite only', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = newFolder();
    file = join(folder, 'data', 'natter.db');
  });
  afterEach(() => remove(folder));

  /** A second process, as far as SQLite can tell. */
  function beside<T>(work: (db: DatabaseSync) => T): T {
    const db = new DatabaseSync(file);
    try {
      return work(db);
    } finally {
      db.close();
    }
  }
  const setVersion = (version: number) => beside((db) => db.exec(`PRAGMA user_version = ${version}`));

  test('it works in memory, for trying out', async () => {
    const store = openSqliteStore(':memory:');
    await turn(store, { transcript: [said('"hello"')] });
    expect(await store.transcript('ann', 0, 10)).toHaveLength(1);
    await store.ping();
    await store.close();
  });

  test('the folder and file it makes are readable by their owner only, and the log too', async () => {
    const store = openSqliteStore(file);
    await turn(store);
    expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(join(folder, 'data'))) {
      expect([name, statSync(join(folder, 'data', name)).mode & 0o777]).toEqual([name, 0o600]);
    }
    await store.close();
  });

  test('a hint is written to no file', async () => {
    const store = openSqliteStore(file);
    await turn(store);
    const files = () => {
      const folder = join(file, '..');
      return readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]);
    };
    const before = files();
    for (let times = 0; times < 20; times += 1) await store.hint({ conversation: 'ann', worker: 'kim' });
    expect(files()).toEqual(before);
    await turn(store);
    expect(files()).not.toEqual(before);
    await store.close();
  });

  test('every commit is synced to a write-ahead log, what is deleted is overwritten, and types are strict', () => {
    const db = connect(file, 1234);
    const read = (sql: string) =>
      db
        .prepare(sql)
        .all()
        .map((row) => Object.values(row)[0]);
    const settings = ['journal_mode', 'synchronous', 'secure_delete', 'temp_store', 'foreign_keys', 'busy_timeout'];
    expect(settings.flatMap((name) => read(`PRAGMA ${name}`))).toEqual(['wal', 2, 1, 2, 1, 1234]);
    expect(read("SELECT name FROM pragma_table_list WHERE NOT strict AND name NOT LIKE 'sqlite%'")).toEqual([]);
    expect(read('SELECT count(*) FROM pragma_table_list WHERE strict')).not.toEqual([0]);
    db.close();
  });

  test('a file of a later Natter is refused, saying so, and left as it is', async () => {
    const store = openSqliteStore(file);
    await turn(store, { transcript: [said('"kept"')] });
    await store.close();
    setVersion(SCHEMA_VERSION + 4);
    expect(() => openSqliteStore(file)).toThrow(TooNewError);
    expect(() => openSqliteStore(file)).toThrow(
      `has schema ${SCHEMA_VERSION + 4}, and this version of Natter knows schemas up to ${SCHEMA_VERSION}`,
    );
    setVersion(SCHEMA_VERSION);
    const again = openSqliteStore(file);
    expect(await again.transcript('ann', 0, 10)).toHaveLength(1);
    await again.close();
  });

  test.each([
    ['a folder', () => mkdirSync(file, { recursive: true })],
    ['something else than a database', () => writeFileSync(file, 'not a database '.repeat(1000))],
  ])('a file that is %s is unavailable', (_, spoil) => {
    mkdirSync(join(folder, 'data'));
    spoil();
    expect(() => openSqliteStore(file)).toThrow(UnavailableError);
  });

  test('while another process keeps writing, the store is unavailable; afterwards it serves, and nothing is half done', async () => {
    const store = openSqliteStore(file, { busyMs: 20 });
    await turn(store);
    const before = await everything(store);
    const lease = await takeTurn(store);
    const late = change(lease, 1, { transcript: [said('"late"')] });

    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.accept(inbound('m1'))).rejects.toThrow(UnavailableError);
    await expect(store.commit(late)).rejects.toThrow(UnavailableError);
    await expect(store.records.put('kind', 'key', '"1"', null)).rejects.toThrow(UnavailableError);
    await expect(store.ping()).rejects.toThrow(UnavailableError);
    expect(await everything(store)).toEqual(before);
    other.close();

    expect(await store.accept(inbound('m1'))).toBe('new');
    expect(await store.commit(late)).toMatchObject({ version: 2, seq: 1 });
    await store.ping();
    await store.close();
  });

  test('a change the database refuses half-way is undone, whatever came before it', async () => {
    const store = openSqliteStore(file);
    await turn(store, { outbox: [message('o1')] });
    const before = await everything(store);
    const parts = { arrived: [inbound('m1')], transcript: [said('"one"')], forget: true };
    const twice = turn(store, { ...parts, outbox: [message('o2'), message('o2')] });
    await expect(twice).rejects.toMatchObject({ code: 'ERR_SQLITE_ERROR' });
    expect(await everything(store)).toEqual(before);
    expect(await store.accept(inbound('m1'))).toBe('new');
    await store.close();
  });

  test('two processes on one file: the version and the ids keep them apart', async () => {
    const [one, two] = [openSqliteStore(file), openSqliteStore(file)];
    const [first, second] = [await takeTurn(one), await takeTurn(two)];
    await one.commit(change(first, 0, { arrived: [inbound('m1')], transcript: [said('"first"')] }));
    await expect(two.commit(change(second, 0, { transcript: [said('"second"')] }))).rejects.toThrow(ConflictError);
    expect(await two.accept(inbound('m1'))).toBe('repeat');
    expect(bodies(await two.transcript('ann', 0, 10))).toEqual(['"first"']);
    await one.close();
    await two.close();
  });

  test('a NUL that nobody escaped survives too', async () => {
    const store = openSqliteStore(file);
    await turn(store, { transcript: [said('before\u0000after')] });
    expect(bodies(await store.transcript('ann', 0, 10))).toEqual(['before\u0000after']);
    await store.close();
  });

  describe('words that were deleted are in no file any more, while the store is still open', () => {
    const SECRET = 'canary-7f3a91';
    const files = () => readdirSync(join(folder, 'data')).map((name) => readFileSync(join(folder, 'data', name)));
    const found = () => files().some((bytes) => bytes.includes(SECRET));
    const body = JSON.stringify(SECRET.padEnd(9000, '.'));

    test.each<[string, (store: Store) => Promise<unknown>]>([
      ['forget', (store) => store.forget('ann')],
      ['forget inside a change', (store) => turn(store, { forget: true, done: [{ channel: 'web', id: 'm2' }] })],
      [
        'expire',
        async (store) => {
          await turn(store, { done: [{ channel: 'web', id: 'm2' }] });
          await store.expire(NOW + 91 * DAY);
        },
      ],
    ])('%s', async (_, erase) => {
      const store = openSqliteStore(file);
      await turn(store, {
        conversation: conversation({ body }),
        arrived: [inbound('m1', { body })],
        transcript: [said(body), said(body)],
        outbox: [message('o1', { body })],
        timers: { set: [{ id: 't', at: NOW, body }], cancel: [] },
      });
      await store.accept(inbound('m2', { body }));
      expect(found()).toBe(true);
      await erase(store);
      expect(found()).toBe(false);
      await store.close();
    });
  });

  describe('in a process of its own', () => {
    const ROOT = join(__dirname, '..', '..');

    /** Runs writer.ts under a limit on the size of its files. */
    function write(kilobytes: string): ChildProcess {
      const script = 'ulimit -f "$1"; exec "$2" --disable-warning=ExperimentalWarning -r ts-node/register "$3" "$4"';
      const args = ['-c', script, 'bash', kilobytes, process.execPath, join(__dirname, 'writer.ts'), file];
      return spawn('bash', args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
    }

    /** Calls back with each line it prints; resolves with all of them. */
    async function lines(child: ChildProcess, each: (line: string) => void = () => {}): Promise<string[]> {
      const all: string[] = [];
      if (!child.stdout) return all;
      for await (const line of createInterface(child.stdout)) {
        all.push(line);
        each(line);
      }
      return all;
    }

    /** Each conversation is there with all its parts, or not at all. */
    async function expectWhole(acknowledged: string[]): Promise<void> {
      const store = openSqliteStore(file);
      const kept = ids(await store.desk(['bot']));
      expect(kept).toEqual(expect.arrayContaining(acknowledged));
      expect(kept.length - acknowledged.length).toBeLessThanOrEqual(1);
      for (const id of kept) {
        expect(await store.transcript(id, 0, 10)).toHaveLength(2);
        expect(await store.outgoing(id)).toHaveLength(1);
        expect(await store.accept(inbound(id, { conversation: id }))).toBe('repeat');
      }
      await store.close();
      expect(beside((db) => db.prepare('PRAGMA integrity_check').get())).toEqual({ integrity_check: 'ok' });
    }

    test('when the disk is full it says it is unavailable, and what it acknowledged is all there', async () => {
      const printed = await lines(write('1000'));
      const acknowledged = printed.slice(0, -1);
      expect(printed.at(-1)).toBe('unavailable');
      expect(acknowledged.length).toBeGreaterThan(5);
      await expectWhole(acknowledged);
    }, 20_000);

    test('when it is killed in the middle, what it acknowledged is all there', async () => {
      const child = write('unlimited');
      const acknowledged = await lines(child, (line) => {
        if (line === 'c30') child.kill('SIGKILL');
      });
      expect(acknowledged).toContain('c30');
      await expectWhole(acknowledged);
    }, 20_000);
  });
});
