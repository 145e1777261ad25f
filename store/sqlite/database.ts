import type { DatabaseSync } from 'node:sqlite';
import { UnavailableError } from '../errors';
import { connect } from './connect';
import { SCHEMA_VERSION } from './schema';

type Params = Record<string, string | number | null>;

/** A prepared statement. Parameters are named; names the SQL does not use are ignored. */
export interface Query<Row> {
  all(params: Params): Row[];
  first(params: Params): Row | undefined;
  /** Returns how many rows changed. */
  run(params: Params): number;
}

export interface Database {
  prepare<Row = never>(sql: string): Query<Row>;
  read<T>(work: () => T): T;
  /** Runs `work` in one transaction: when it returns, all is on the disk; when it throws, nothing was written. */
  write<T>(work: () => T): T;
  /** Empties the write-ahead log, so that what was deleted is in no file any more. */
  scrub(): void;
  ping(): void;
  close(): void;
}

/**
 * Opens (or makes) the file and brings its schema up to date.
 * @param busyMs how long to wait for another process that is writing; everything stands still meanwhile.
 * @throws UnavailableError, TooNewError
 */
export function openDatabase(file: string, busyMs: number): Database {
  const db = guarded(() => connect(file, busyMs));
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const touch = db.prepare(`PRAGMA user_version = ${SCHEMA_VERSION}`);

  function write<T>(work: () => T): T {
    return guarded(() => {
      begin.run();
      try {
        const result = work();
        commit.run();
        return result;
      } catch (error) {
        undo(db);
        throw error;
      }
    });
  }

  return {
    prepare: (sql) => query(db, sql),
    read: guarded,
    write,
    scrub: () => guarded(() => db.exec('PRAGMA wal_checkpoint(TRUNCATE)')),
    // A full or read-only disk shows only when something is written.
    ping: () => void write(() => touch.run()),
    close: () => {
      if (db.isOpen) db.close();
    },
  };
}

function query<Row>(db: DatabaseSync, sql: string): Query<Row> {
  const statement = db.prepare(sql);
  const all = (params: Params) => statement.all(params) as Row[];
  return {
    all,
    // Not `statement.get`: it stops at the first row, and an error in finishing would go unseen.
    first: (params) => all(params)[0],
    run: (params) => Number(statement.run(params).changes),
  };
}

/** Some errors end the transaction by themselves; the first error is the one to tell. */
function undo(db: DatabaseSync): void {
  try {
    if (db.isTransaction) db.exec('ROLLBACK');
  } catch {}
}

/** Result codes that mean a mistake in our own code; every other one means that the disk or file will not serve. */
const OUR_MISTAKE = new Set([
  1, // SQLITE_ERROR
  18, // SQLITE_TOOBIG
  19, // SQLITE_CONSTRAINT
  20, // SQLITE_MISMATCH
  21, // SQLITE_MISUSE
  25, // SQLITE_RANGE
]);

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw isOutage(error) ? new UnavailableError(error) : error;
  }
}

function isOutage(error: unknown): boolean {
  const { code, errcode, syscall } = error as { code?: unknown; errcode?: unknown; syscall?: unknown };
  if (code === 'ERR_SQLITE_ERROR') return typeof errcode === 'number' && !OUR_MISTAKE.has(errcode & 0xff);
  // The database was closed, or its folder or file could not be made.
  return code === 'ERR_INVALID_STATE' || typeof syscall === 'string';
}
