import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { UnavailableError } from '../../store/errors';
import { connect } from '../../store/sqlite/connect';
import { type Log, openLog } from '../../store/sqlite/log';

let folder: string;
let file: string;
let db: DatabaseSync;
let log: Log | null;
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'natter-log-'));
  file = join(folder, 'natter.db');
  db = connect(file, 0);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  log = null;
});
afterEach(async () => {
  db.close();
  await log?.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

const keep = (key: string) => db.exec(`INSERT INTO record (kind, key, body) VALUES ('test', '${key}', '')`);
const logSize = () => fs.statSync(`${file}-wal`).size;
/** What stands in the file itself, without its log. */
function inFile(): string[] {
  fs.copyFileSync(file, join(folder, 'copy.db'));
  const copy = new DatabaseSync(join(folder, 'copy.db'));
  try {
    return (copy.prepare('SELECT key FROM record ORDER BY key').all() as { key: string }[]).map(({ key }) => key);
  } finally {
    copy.close();
  }
}

test('it is the log of this file that is brought to the disk, with everything that was committed', async () => {
  const synced: { sameFile: boolean; size: number }[] = [];
  log = openLog(db, file, async (fd) => {
    const [mine, theirs] = [fs.fstatSync(fd), fs.statSync(`${file}-wal`)];
    synced.push({ sameFile: mine.ino === theirs.ino, size: mine.size });
  });
  keep('a');
  await log.flushed();
  expect(synced).toEqual([{ sameFile: true, size: logSize() }]);
  expect(synced[0]?.size).toBeGreaterThan(0);
});

test('SQLite waits for the disk by itself only when it empties its log', () => {
  log = openLog(db, file);
  expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 1 });
});

test('with the real disk it resolves', async () => {
  log = openLog(db, file);
  keep('a');
  await expect(log.flushed()).resolves.toBeUndefined();
});

test('a disk that fails is told, and what the log holds goes into the file before anything is called kept again', async () => {
  let broken = true;
  let syncs = 0;
  log = openLog(db, file, async () => {
    syncs += 1;
    if (broken) throw Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'fdatasync' });
  });
  keep('a');
  await expect(log.flushed()).rejects.toBeInstanceOf(UnavailableError);
  broken = false;
  expect(inFile()).toEqual([]);
  keep('b');
  await log.flushed();
  expect(inFile()).toEqual(['a', 'b']);
  expect(syncs).toBe(1);
  keep('c');
  await log.flushed();
  expect(syncs).toBe(2);
});

test('while another process reads from the log it cannot be emptied: nothing is called kept until it can', async () => {
  let broken = true;
  log = openLog(db, file, async () => {
    if (broken) throw new Error('EIO');
  });
  keep('a');
  const reader = new DatabaseSync(file, { readOnly: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT key FROM record').all();
  keep('b');
  await expect(log.flushed()).rejects.toBeInstanceOf(UnavailableError);
  broken = false;
  await expect(log.flushed()).rejects.toBeInstanceOf(UnavailableError);
  reader.exec('COMMIT');
  reader.close();
  await log.flushed();
  expect(inFile()).toEqual(['a', 'b']);
});
