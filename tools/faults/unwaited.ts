import { createClient } from 'redis';
import type { RedisServer } from '../../test/redis';
import { pause } from '../../test/store/contract/given';

/** Writes that Redis said it had kept, and those that were not there after a failover. */
export interface Plain {
  acknowledged: number;
  lost: number;
}

const LIST = 'plain';
const BEAT_MS = 2;

/**
 * Writes to a primary, one number after the other, and takes its word for it: what `min-replicas-to-write 1` promises alone, to
 * hold what Natter promises against. Ends by itself when that server is gone.
 */
export function keepPlainly(primary: RedisServer): { judge(next: RedisServer): Promise<Plain> } {
  const client = createClient({ socket: { host: '127.0.0.1', port: primary.port, reconnectStrategy: false } });
  client.on('error', () => {});
  const kept: string[] = [];
  const writing = (async () => {
    await client.connect();
    await client.del(LIST);
    for (let count = 0; ; count += 1) {
      await client.rPush(LIST, String(count));
      kept.push(String(count));
      await pause(BEAT_MS);
    }
  })().catch(() => undefined);
  return {
    async judge(next) {
      await writing;
      if (client.isOpen) client.destroy();
      const there = new Set((await next.command('LRANGE', LIST, '0', '-1')) as string[]);
      return { acknowledged: kept.length, lost: kept.filter((each) => !there.has(each)).length };
    },
  };
}
