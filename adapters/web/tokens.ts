import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
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

/** Secrets that tokens are signed with: by the first, and known by any, so that a new one ends nobody's chat. */
export type Secrets = readonly [Buffer, ...Buffer[]];

/** Signed tokens, each good for one purpose and one conversation. `now` in milliseconds since 1970. */
export function createTokens(secrets: Secrets, now: () => number): Tokens {
  const keysFor = (purpose: Purpose) => secrets.map((secret) => keyFor(secret, purpose));
  const keys = { chat: keysFor('chat'), stream: keysFor('stream'), resume: keysFor('resume') };
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
        .sign(keys[purpose][0] as KeyObject);
    },
    async open(purpose, token) {
      const known = purpose === 'chat' ? verified.get(token) : undefined;
      if (known && now() < known.until) return known.conversation;
      try {
        const payload = await verify(token, keys[purpose], new Date(now()));
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

async function verify(token: string, keys: KeyObject[], currentDate: Date): Promise<JWTPayload> {
  const [key, ...older] = keys;
  try {
    const wanted = { algorithms: ['HS256'], currentDate, requiredClaims: ['sub', 'exp'] };
    return (await jwtVerify(token, key as KeyObject, wanted)).payload;
  } catch (error) {
    if (!(error instanceof errors.JWSSignatureVerificationFailed) || older.length === 0) throw error;
    return verify(token, older, currentDate);
  }
}

/** One key a purpose, so that a token for one thing can never pass as a token for another. */
function keyFor(secret: Buffer, purpose: Purpose): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `natter/web/token/${purpose}`, 32)));
}
