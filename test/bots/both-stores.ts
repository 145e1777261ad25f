import { randomBytes } from 'node:crypto';
import type { Store } from '../../store/contract';
import { openRedisStore } from '../../store/redis/store';
import { sealed } from '../../store/sealed/store';
import { openSqliteStore } from '../../store/sqlite/store';
import { type RedisServer, startRedis } from '../redis';

/** The same tests on either store, sealed as they are where Natter runs. Each `open` is a store with nothing in it. */
export function onBothStores(tests: (open: () => Promise<Store>) => void): void {
  let redis: RedisServer;
  let opened: Store[] = [];
  const keep = (store: Store): Store => {
    const safe = sealed(store, [randomBytes(32)]);
    opened.push(safe);
    return safe;
  };
  beforeAll(async () => {
    redis = await startRedis(['--appendfsync', 'no']);
  });
  // What a test has left running must not write into the next one's.
  afterEach(async () => {
    await Promise.all(opened.map((store) => store.close()));
    opened = [];
  });
  afterAll(() => redis.stop());

  describe('on SQLite', () => tests(async () => keep(openSqliteStore(':memory:'))));
  describe('on Redis', () =>
    tests(async () => {
      await redis.command('FLUSHALL');
      return keep(await openRedisStore(redis.url));
    }));
}
