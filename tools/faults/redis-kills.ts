import { type RedisServer, startRedis } from '../../test/redis';
import { pause } from '../../test/store/contract/given';
import { type Break, type BreakVerdict, breakUnderLoad } from './breaks';
import type { Tell } from './stops';
import type { Company } from './whole';

const LONGEST_DOWN_MS = 1_000;

/**
 * Redis is killed and started again, `kills` times, while people write to two Natters in turn. No Natter is restarted.
 * @param company who runs on that Redis: `wholeNatters`, or `senders` to judge what is sent as well.
 */
export async function killRedis(
  company: Company,
  kills: number,
  people: number,
  random: () => number,
  tell: Tell = () => {},
): Promise<BreakVerdict> {
  const redis = await startRedis();
  try {
    const breaks = Array.from({ length: kills }, () => killOf(redis, random));
    return await company(redis.url, people, (door, names) =>
      breakUnderLoad(door, names, breaks, random, (count, { times }) =>
        tell(`${count} of ${kills} kills of Redis, ${times.length} messages acknowledged`),
      ),
    );
  } finally {
    await redis.stop();
  }
}

const killOf = (redis: RedisServer, random: () => number): Break => ({
  async break() {
    await redis.kill();
    await pause(random() * LONGEST_DOWN_MS);
    await redis.start();
  },
});
