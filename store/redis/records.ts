import type { Records } from '../contract';
import type { Redis } from './call';
import { indexKey, recordsKey } from './keys';
import { SCRIPTS } from './scripts';

export interface RedisRecords extends Records {
  removeExpired(now: number): Promise<void>;
}

const KINDS = indexKey('kinds');
/** How many the script removes at a time. */
const SWEEP = 1_000;

/** Small records: one hash for each kind, and when its records expire beside it. */
export function makeRecords(redis: Redis): RedisRecords {
  const registered = new Set<string>();

  const act = (name: string, kind: string, now: number, ...args: (string | number)[]) =>
    redis.run(SCRIPTS.record, [recordsKey(kind)], [name, now, ...args]);
  /** Of acts that nobody is told of. */
  const quietly = (name: string, kind: string, now: number, ...args: (string | number)[]) =>
    redis.run(SCRIPTS.recorded, [recordsKey(kind)], [name, now, ...args]);

  /** The sweeper has to know every kind before there is a record of it. */
  async function register(kind: string): Promise<void> {
    if (registered.has(kind)) return;
    await redis.send(KINDS, ['SADD', KINDS, kind]);
    registered.add(kind);
  }

  return {
    async put(kind, key, body, expiresAt) {
      await register(kind);
      await act('put', kind, 0, key, body, expiresAt ?? '');
    },
    async add(kind, key, body, expiresAt, now) {
      await register(kind);
      return (await act('add', kind, now, key, body, expiresAt ?? '')) === 1;
    },
    get: async (kind, key, now) => (await quietly('get', kind, now, key)) as string | null,
    take: async (kind, key, now) => (await act('take', kind, now, key)) as string | null,
    async remove(kind, key) {
      await act('remove', kind, 0, key);
    },
    async list(kind, now) {
      const found = (await redis.run(SCRIPTS.records, [recordsKey(kind)], [now])) as [string, string][];
      return found.map(([key, body]) => ({ key, body })).sort((a, b) => (a.key < b.key ? -1 : 1));
    },
    async page(kind, after, limit, now) {
      const args = [now, limit, ...(after === null ? [] : [after])];
      const found = (await redis.run(SCRIPTS.page, [recordsKey(kind)], args)) as [string, string][];
      return found.map(([key, body]) => ({ key, body }));
    },
    async removeExpired(now) {
      const kinds = (await redis.send(KINDS, ['SMEMBERS', KINDS])) as string[];
      for (const kind of kinds) while ((await quietly('sweep', kind, now)) === SWEEP);
    },
  };
}
