import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COOKIE } from '../../adapters/desk/cookie';
import { newToken } from '../../app';
import { createAccounts } from '../../handoff/accounts';
import type { Worker } from '../../handoff/types';
import type { Store } from '../../store/contract';
import { openStore } from '../../store/open';
import { sealed } from '../../store/sealed/store';
import { type RedisServer, startRedis } from '../../test/redis';
import { type ServerProcess, startServer } from '../faults/process';

/** Every process needs the same one; nobody else ever uses it. */
const KEY = Buffer.alloc(32, 9);

/** Whole Natters on one store, and that store itself, to see what they kept. */
export interface Natters {
  urls: string[];
  servers: ServerProcess[];
  store: Store;
  stop(): Promise<void>;
}

/** A worker with a session. */
export interface SignedIn {
  worker: Worker;
  cookie: string;
}

/** Two on a Redis of their own, or one on SQLite. `env`: more settings. */
export async function startNatters(on: 'redis' | 'sqlite', env: Record<string, string> = {}): Promise<Natters> {
  const folder = mkdtempSync(join(tmpdir(), 'natter-desk-load-'));
  const servers: ServerProcess[] = [];
  let redis: RedisServer | null = null;
  let store: Store | null = null;
  const stop = async () => {
    await Promise.all(servers.map((server) => server.kill()));
    await store?.close().catch(() => undefined);
    await redis?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    redis = on === 'redis' ? await startRedis() : null;
    const settings = {
      ...{ MASTER_KEY: KEY.toString('base64'), DATA_DIR: folder, NEW_CHATS_PER_MINUTE: '100000' },
      ...(redis && { REDIS_URL: redis.url }),
      ...env,
    };
    // One after the other: the first makes what both of them need.
    for (let count = 0; count < (redis ? 2 : 1); count += 1) servers.push(await startServer(settings));
    store = sealed(await openStore({ dataDir: folder, redisUrl: redis?.url ?? null }), [KEY]);
    return { urls: servers.map(({ url }) => url), servers, store, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** So many workers, every tenth of them a lead. */
export async function signInWorkers({ store }: Natters, count: number): Promise<SignedIn[]> {
  const accounts = createAccounts({ records: store.records, now: Date.now, newToken });
  const all: SignedIn[] = [];
  for (let index = 0; index < count; index += 1) {
    const role = index % 10 === 0 ? 'lead' : 'worker';
    const worker = await accounts.add({ name: `Worker${index}`, email: `worker${index}@example.org`, role });
    const { token } = await accounts.signInWithTicket(await accounts.issueTicket(worker.id));
    all.push({ worker, cookie: `${COOKIE}=${token}` });
  }
  return all;
}
