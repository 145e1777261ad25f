import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DeskError } from './errors';

const MINUTE_SECONDS = 60;
export const TRIES_PER_EMAIL = 5;
/** Wider, since a whole office may share one address. */
export const TRIES_PER_ADDRESS = 60;
const HOUR_SECONDS = 60 * MINUTE_SECONDS;
/** In an hour: of a million codes three count at a time, so somebody who has the password guesses for years. */
export const WRONG_CODES = 10;
/** What counts: a wrong code, or a wrong password of somebody who is signed in. */
const WRONG: unknown[] = ['code', 'password'];

/** Counts a try to sign in. @throws DeskError `too-many`, with the seconds to wait. */
export type SignInLimit = (address: string, email: string | null) => Promise<void>;

/** Limits per minute, in this process's memory. Unknown email addresses count like known ones. */
export function createSignInLimit(): SignInLimit {
  const perAddress = new RateLimiterMemory({ points: TRIES_PER_ADDRESS, duration: MINUTE_SECONDS });
  const perEmail = new RateLimiterMemory({ points: TRIES_PER_EMAIL, duration: MINUTE_SECONDS });
  return async (address, email) => {
    await count(perAddress, address);
    if (email !== null) await count(perEmail, hashed(email));
  };
}

/** Runs a try with a code. @throws DeskError `too-many` after too many wrong ones, and whatever the try throws. */
export type CodeLimit = <T>(worker: string, attempt: () => Promise<T>) => Promise<T>;

/**
 * Only wrong ones count, and those come after the right password or signing in: nobody else can lock a worker out with this. A try takes
 * its place before it begins and gives it back unless its code was wrong, so that many at once are no more than one by one.
 */
export function createCodeLimit(): CodeLimit {
  const wrong = new RateLimiterMemory({ points: WRONG_CODES, duration: HOUR_SECONDS });
  return async (worker, attempt) => {
    const key = hashed(worker);
    const giveBack = () => wrong.reward(key);
    await count(wrong, key).catch(async (refused) => {
      await giveBack();
      throw refused;
    });
    try {
      const done = await attempt();
      await giveBack();
      return done;
    } catch (error) {
      if (!WRONG.includes((error as { code?: unknown } | null)?.code)) await giveBack();
      throw error;
    }
  };
}

const hashed = (email: string): string => createHash('sha256').update(email.trim().toLowerCase()).digest('base64');
const tooMany = ({ msBeforeNext }: RateLimiterRes): DeskError =>
  new DeskError('too-many', null, Math.max(1, Math.ceil(msBeforeNext / 1000)));

async function count(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw tooMany(refused);
  }
}
