import type { Records } from '../contract';
import type { Database } from './database';

export interface SqliteRecords extends Records {
  /** To be called inside `write`. */
  removeExpired(now: number): void;
}

const LIVE = '(expiresAt IS NULL OR expiresAt > :now)';

export function openRecords(db: Database): SqliteRecords {
  const write = 'INSERT INTO record (kind, key, body, expiresAt) VALUES (:kind, :key, :body, :expiresAt)';
  const overwrite = 'ON CONFLICT (kind, key) DO UPDATE SET body = :body, expiresAt = :expiresAt';
  const put = db.prepare(`${write} ${overwrite}`);
  const add = db.prepare(`${write} ${overwrite} WHERE NOT ${LIVE}`);
  const get = db.prepare<{ body: string }>(`SELECT body FROM record WHERE kind = :kind AND key = :key AND ${LIVE}`);
  const take = db.prepare<{ body: string }>(
    `DELETE FROM record WHERE kind = :kind AND key = :key AND ${LIVE} RETURNING body`,
  );
  const remove = db.prepare('DELETE FROM record WHERE kind = :kind AND key = :key');
  const list = db.prepare<{ key: string; body: string }>(
    `SELECT key, body FROM record WHERE kind = :kind AND ${LIVE} ORDER BY key`,
  );
  const expiring = 'SELECT key, body FROM record WHERE kind = :kind AND expiresAt > :now';
  const lastFirst = 'ORDER BY expiresAt DESC, key DESC LIMIT :limit';
  const firstPage = db.prepare<{ key: string; body: string }>(`${expiring} ${lastFirst}`);
  const nextPage = db.prepare<{ key: string; body: string }>(
    `${expiring} AND (expiresAt, key) < (SELECT expiresAt, key FROM record WHERE kind = :kind AND key = :after) ${lastFirst}`,
  );
  const removeExpired = db.prepare('DELETE FROM record WHERE expiresAt <= :now');

  return {
    async put(kind, key, body, expiresAt) {
      db.write(() => put.run({ kind, key, body, expiresAt }));
    },
    async add(kind, key, body, expiresAt, now) {
      return db.write(() => add.run({ kind, key, body, expiresAt, now })) > 0;
    },
    async get(kind, key, now) {
      return db.read(() => get.first({ kind, key, now })?.body ?? null);
    },
    async take(kind, key, now) {
      return db.write(() => take.first({ kind, key, now })?.body ?? null);
    },
    async remove(kind, key) {
      db.write(() => remove.run({ kind, key }));
    },
    async list(kind, now) {
      return db.read(() => list.all({ kind, now }).map((row) => ({ ...row })));
    },
    async page(kind, after, limit, now) {
      const query = after === null ? firstPage : nextPage;
      return db.read(() => query.all({ kind, after, limit, now }).map((row) => ({ ...row })));
    },
    removeExpired: (now) => void removeExpired.run({ now }),
  };
}
