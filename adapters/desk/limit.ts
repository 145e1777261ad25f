import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DeskError } from './errors';

const MINUTE_SECONDS = 60;
export const TRIES_PER_EMAIL = 5;
/** Wider, since a whole office may share one address. */
export const TRIES_PER_ADDRESS = 60;

/** Counts a try to sign in. @throws DeskError `too-many`, with the seconds to wait. */
export type SignInLimit = (address: string, email: string | null) => Promise<void>;

/** Limits per minute, in this process's memory. Unknown email addresses count like known ones. */
export function createSignInLimit(): SignInLimit {
  const perAddress = new RateLimiterMemory({ points: TRIES_PER_ADDRESS, duration: MINUTE_SECONDS });
  const perEmail = new RateLimiterMemory({ points: TRIES_PER_EMAIL, duration: MINUTE_SECONDS });
  return async (address, email) => {
    await count(perAddress, address);
    if (email !== null) await count(perEmail, createHash('sha256').update(email.trim().toLowerCase()).digest('base64'));
  };
}

async function count(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw new DeskError('too-many', null, Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
  }
}
