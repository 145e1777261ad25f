import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { HttpError } from '../http';

/** Seconds each kind lasts. `chat` opens the API, `stream` one socket, `resume` gets a new `chat` after a phone slept. */
export const LIFETIME = { chat: 30 * 60, stream: 2 * 60, resume: 24 * 60 * 60 } as const;
export type Purpose = keyof typeof LIFETIME;
/** Who talks sends one token again and again: this many are known again without checking their signature anew. */
const REMEMBERED = 5_000;

export interface Tokens {
  issue(purpose: Purpose, conversation: string): Promise<string>;
  /** The conversation a token opens. @throws HttpError 403 `TokenExpired` or `BadToken`. */
  open(purpose: Purpose, token: string): Promise<string>;
}

/** Signed tokens, each good for one purpose and one conversation. `now` in milliseconds since 1970. */
export function createTokens(secret: Buffer, now: () => number): Tokens {
  const keys = { chat: keyFor(secret, 'chat'), stream: keyFor(secret, 'stream'), resume: keyFor(secret, 'resume') };
  const verified = new Map<string, { conversation: string; until: number }>();

  function remember(token: string, conversation: string, until: number): void {
    const [oldest] = verified.size < REMEMBERED ? [] : verified.keys();
    if (oldest !== undefined) verified.delete(oldest);
    verified.set(token, { conversation, until });
  }

  return {
    async issue(purpose, conversation) {
      const seconds = Math.floor(now() / 1000);
      return new SignJWT()
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(conversation)
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + LIFETIME[purpose])
        .sign(keys[purpose]);
    },
    async open(purpose, token) {
      const known = purpose === 'chat' ? verified.get(token) : undefined;
      if (known && now() < known.until) return known.conversation;
      try {
        const { payload } = await jwtVerify(token, keys[purpose], {
          algorithms: ['HS256'],
          currentDate: new Date(now()),
          requiredClaims: ['sub', 'exp'],
        });
        const conversation = payload.sub as string;
        if (purpose === 'chat') remember(token, conversation, (payload.exp as number) * 1000);
        return conversation;
      } catch (error) {
        if (error instanceof errors.JWTExpired) {
          throw new HttpError(403, 'TokenExpired', 'This token has expired. Get a new one.');
        }
        throw new HttpError(403, 'BadToken', 'This token is not one of ours, or is for something else.');
      }
    },
  };
}

/** One key a purpose, so that a token for one thing can never pass as a token for another. */
function keyFor(secret: Buffer, purpose: Purpose): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `natter/web/token/${purpose}`, 32)));
}
