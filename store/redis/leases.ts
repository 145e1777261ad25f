import type { Lease, Loaded } from '../contract';
import type { Redis } from './call';
import { type Stand, toLoaded } from './conversations';
import { keyOf, turnKey } from './keys';
import { SCRIPTS } from './scripts';

/** Who runs which conversation's turn. `commit` checks it in the same step in which it writes. */
export function makeLeases(redis: Redis) {
  const ask = (act: 'renew' | 'release', { conversation, token }: Lease, now: number, until: number) =>
    redis.run(SCRIPTS.turn, [turnKey(conversation)], [act, token, now, until]);

  return {
    async take(conversation: string, now: number, ms: number): Promise<(Loaded & { lease: Lease }) | null> {
      const until = now + ms;
      const taken = (await redis.run(SCRIPTS.take, [keyOf(conversation)], [now, until])) as [string, Stand] | null;
      if (!taken) return null;
      const [token, stand] = taken;
      return { lease: { conversation, token: Number(token), until }, ...toLoaded(conversation, stand) };
    },
    async renew(lease: Lease, now: number, ms: number): Promise<Lease | null> {
      const held = await ask('renew', lease, now, now + ms);
      return held === null ? null : { ...lease, until: now + ms };
    },
    async release(lease: Lease): Promise<void> {
      await ask('release', lease, 0, 0);
    },
  };
}
