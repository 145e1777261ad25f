import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A good answer of a feed. `etag`: the mark it came with, to ask whether it has changed since. */
export interface Kept {
  etag: string;
  body: unknown;
}

export type Answers = ReturnType<typeof answersIn>;

const BUSY_MS = 5_000;

/** The answers that are kept in a file. One that cannot be read is begun anew; null where there can be none. */
export function openAnswers(file: string): Answers | null {
  try {
    return answersIn(file);
  } catch {
    removeAnswers(file);
  }
  try {
    return answersIn(file);
  } catch {
    return null;
  }
}

export function removeAnswers(file: string): void {
  try {
    for (const each of [file, `${file}-journal`]) rmSync(each, { force: true });
  } catch {
    // No import fails of what cannot be removed.
  }
}

/** On the disk, as the answers of a big feed would fill the memory. What is lost with the power is only asked for again. */
function answersIn(file: string) {
  mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file, { timeout: BUSY_MS });
  try {
    db.exec(`
      PRAGMA synchronous = OFF;
      PRAGMA secure_delete = ON;
      CREATE TABLE IF NOT EXISTS answers (address TEXT PRIMARY KEY, etag TEXT NOT NULL, body TEXT NOT NULL, at INTEGER NOT NULL);
      CREATE TEMP TABLE asked (address TEXT PRIMARY KEY);
    `);
    const asked = db.prepare('INSERT OR IGNORE INTO asked VALUES (?)');
    const find = db.prepare('SELECT etag, body FROM answers WHERE address = ? AND at > ?');
    const keep = db.prepare('INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?)');
    const forget = db.prepare('DELETE FROM answers WHERE address = ?');
    const all = db.prepare('SELECT address, body FROM answers');
    return {
      /** The answer of this address, where it came after `since`. From here on the address counts as asked for. */
      recall(address: string, since: number): Kept | null {
        asked.run(address);
        const row = find.get(address, since) as { etag: string; body: string } | undefined;
        return row ? { etag: row.etag, body: JSON.parse(row.body) } : null;
      },
      keep: (address: string, { etag, body }: Kept, at: number) =>
        void keep.run(address, etag, JSON.stringify(body), at),
      forget: (address: string) => void forget.run(address),
      forgetWhere(isOut: (body: unknown) => boolean): void {
        const out: string[] = [];
        for (const { address, body } of all.iterate() as Iterable<{ address: string; body: string }>)
          if (isOut(JSON.parse(body))) out.push(address);
        for (const address of out) forget.run(address);
      },
      /** Those of addresses that nobody asked for since the file was opened. */
      forgetOthers: () => db.exec('DELETE FROM answers WHERE address NOT IN (SELECT address FROM asked)'),
      close: () => db.close(),
    };
  } catch (error) {
    db.close();
    throw error;
  }
}
