import { createHmac } from 'node:crypto';
import type { Records } from '../contract';
import { UnavailableError } from '../errors';
import { type About, type DataKey, type Keyring, seal, unseal } from './keyring';

/** Where the records' own wrapped key is kept: a record like any other, but not sealed with itself. */
export const RECORDS_KEY = { kind: 'sealing', key: 'records' } as const;
export const RECORDS_KEY_OWNER: About = ['records'];

export interface SealedRecords extends Records {
  /** @throws WrongKeyError, and the store's errors. */
  check(): Promise<void>;
}

/**
 * Records under one key of their own, made at the first use. Their names are hidden as well (they are email addresses),
 * behind a keyed hash; the name itself is sealed with the body.
 */
export function sealedRecords(records: Records, keyring: Keyring): SealedRecords {
  let known: DataKey | null = null;

  async function recordsKey(): Promise<DataKey> {
    known ??= await findOrMake(records, keyring);
    return known;
  }

  async function named(kind: string, name: string) {
    const key = await recordsKey();
    return { key, hidden: hide(key, kind, name) };
  }

  function reveal(key: DataKey, kind: string, hidden: string, sealed: string): { key: string; body: string } {
    const [name, body] = JSON.parse(unseal(key, ['record', kind, hidden], sealed)) as [string, string];
    return { key: name, body };
  }

  const cover = (key: DataKey, kind: string, hidden: string, name: string, body: string) =>
    seal(key, ['record', kind, hidden], JSON.stringify([name, body]));

  return {
    check: async () => void (await recordsKey()),
    async put(kind, name, body, expiresAt) {
      const { key, hidden } = await named(kind, name);
      await records.put(kind, hidden, cover(key, kind, hidden, name, body), expiresAt);
    },
    async add(kind, name, body, expiresAt, now) {
      const { key, hidden } = await named(kind, name);
      return records.add(kind, hidden, cover(key, kind, hidden, name, body), expiresAt, now);
    },
    async get(kind, name, now) {
      const { key, hidden } = await named(kind, name);
      const sealed = await records.get(kind, hidden, now);
      return sealed === null ? null : reveal(key, kind, hidden, sealed).body;
    },
    async take(kind, name, now) {
      const { key, hidden } = await named(kind, name);
      const sealed = await records.take(kind, hidden, now);
      return sealed === null ? null : reveal(key, kind, hidden, sealed).body;
    },
    async remove(kind, name) {
      await records.remove(kind, (await named(kind, name)).hidden);
    },
    async list(kind, now) {
      const key = await recordsKey();
      const rows = (await records.list(kind, now)).map((row) => reveal(key, kind, row.key, row.body));
      return rows.sort((a, b) => (a.key < b.key ? -1 : 1));
    },
    async page(kind, after, limit, now) {
      const key = await recordsKey();
      const rows = await records.page(kind, after === null ? null : hide(key, kind, after), limit, now);
      return rows.map((row) => reveal(key, kind, row.key, row.body));
    },
  };
}

const hide = ({ secret }: DataKey, kind: string, name: string) =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['name', kind, name]))
    .digest('base64url');

/** Of several processes that start at once one makes the key, and all use it. */
async function findOrMake(records: Records, keyring: Keyring): Promise<DataKey> {
  const { kind, key: name } = RECORDS_KEY;
  // It never expires, so any time will do.
  const found = await records.get(kind, name, 0);
  if (found !== null) return keyring.unwrap(found, RECORDS_KEY_OWNER);
  const made = keyring.make(RECORDS_KEY_OWNER);
  if (await records.add(kind, name, made.wrapped, null, 0)) return made;
  const theirs = await records.get(kind, name, 0);
  if (theirs === null) throw new UnavailableError("the records' key is gone");
  return keyring.unwrap(theirs, RECORDS_KEY_OWNER);
}
