import { join } from 'node:path';
import type { Store } from './contract';
import { openSqliteStore } from './sqlite/store';

/** Opens the store that the settings ask for. */
export async function openStore({ dataDir }: { dataDir: string }): Promise<Store> {
  return openSqliteStore(join(dataDir, 'natter.db'));
}
