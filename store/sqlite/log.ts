import { close, closeSync, fdatasync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { UnavailableError } from '../errors';
import { makeFlush } from './flush';

/** SQLite's write-ahead log, which is brought to the disk outside the main thread: no turn stands still while another is kept. */
export interface Log {
  /** Resolves when everything that was committed before is on the disk. @throws UnavailableError */
  flushed(): Promise<void>;
  /** To be called once nothing is written any more. Waits for what is on its way to the disk. */
  close(): Promise<void>;
}

const [toDisk, closed] = [promisify(fdatasync), promisify(close)];

/**
 * From here on SQLite itself waits for the disk only when it empties its log into the file, so commits must not be
 * acknowledged before `flushed`. What it finds after a crash is whole all the same.
 * @param sync how a file is brought to the disk
 */
export function openLog(db: DatabaseSync, file: string, sync: (fd: number) => Promise<void> = toDisk): Log {
  keepNames(dirname(file));
  db.exec('PRAGMA synchronous = NORMAL');
  const fd = openSync(`${file}-wal`, 'r+');
  let failed = false;

  /** A log that could not be brought to the disk is not trusted any more: what it holds goes into the file. */
  function empty(): void {
    const [{ busy } = { busy: 1 }] = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all() as { busy: number }[];
    if (busy !== 0) throw new Error('Another process is reading.');
  }

  const flushed = makeFlush(async () => {
    try {
      if (failed) empty();
      else await sync(fd);
      failed = false;
    } catch (error) {
      failed = true;
      throw new UnavailableError(error);
    }
  });
  return {
    flushed,
    close: () =>
      flushed().then(
        () => closed(fd),
        () => closed(fd),
      ),
  };
}

/** A log that was just made is to be found after a crash, too. */
function keepNames(folder: string): void {
  // Windows does that by itself, and opens no folders.
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  fsyncSync(fd);
  closeSync(fd);
}
