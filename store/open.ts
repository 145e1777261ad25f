import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from './contract';
import { openRedisStore, type RedisStoreDeps } from './redis/store';
import { openSqliteStore } from './sqlite/store';

export interface StoreSettings {
  dataDir: string;
  /** Null: SQLite in `dataDir`. */
  redisUrl: string | null;
  log?: NonNullable<RedisStoreDeps['log']>;
}

/**
 * Opens the store that the settings ask for. What it keeps is not sealed yet: `sealed(...)` goes around it.
 * @throws RedisUrlError, UnavailableError when Redis cannot be reached, TooNewError.
 */
export async function openStore({ dataDir, redisUrl, log }: StoreSettings): Promise<Store> {
  if (redisUrl !== null) return openRedisStore(redisUrl, log ? { log } : {});
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return openSqliteStore(join(dataDir, 'natter.db'));
}
