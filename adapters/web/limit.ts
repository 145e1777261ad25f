import { RateLimiterMemory } from 'rate-limiter-flexible';
import { type AddressOf, HttpError } from '../http';

export interface Starts {
  /** Counts a new conversation from this caller. @throws HttpError 429 when there were too many. */
  check(req: Parameters<AddressOf>[0]): Promise<void>;
}

/** Limits how many conversations one address starts. Addresses stay in memory for a minute and are never written down. */
export function createStarts(perMinute: number, addressOf: AddressOf): Starts {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return {
    async check(req) {
      try {
        await limiter.consume(addressOf(req));
      } catch (refused) {
        const { msBeforeNext = 60_000 } = refused as { msBeforeNext?: number };
        const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
        throw new HttpError(429, 'TooManyRequests', 'Too many chats were started from here. Wait a minute.', seconds);
      }
    },
  };
}
