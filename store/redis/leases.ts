import type { Lease } from '../contract';
import type { Redis } from './call';
import { turnKey } from './keys';
import { SCRIPTS } from './scripts';

/** Who runs which conversation's turn. `commit` checks it in the same step in which it writes. */
export function makeLeases(redis: Redis) {
  const ask = (
    act: 'take' | 'renew' | 'release',
    conversation: string,
    token: number | '',
    now: number,
    until: number,
  ) => redis.run(SCRIPTS.turn, [turnKey(conversation)], [act, token, now, until]);

  return {
    async take(conversation: string, now: number, ms: number): Promise<Lease | null> {
      const token = await ask('take', conversation, '', now, now + ms);
      return token === null ? null : { conversation, token: Number(token), until: now + ms };
    },
    async renew({ conversation, token }: Lease, now: number, ms: number): Promise<Lease | null> {
      const held = await ask('renew', conversation, token, now, now + ms);
      return held === null ? null : { conversation, token, until: now + ms };
    },
    async release({ conversation, token }: Lease): Promise<void> {
      await ask('release', conversation, token, 0, 0);
    },
  };
}
