import { createHash } from 'node:crypto';
import type { Records } from '../store/contract';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A session ends this long after the worker last did something, ... */
export const SESSION_IDLE = 60 * MINUTE;
/** ... and in any case this long after signing in. */
export const SESSION_LIFE = 12 * HOUR;

/** For so long after signing in, whoever is at the desk is taken for whom it was. */
export const JUST_SIGNED_IN = 10 * MINUTE;

/** Whose a session or a ticket is. The id too, so that it is of no use to who gets that email address next. */
export interface Holder {
  id: string;
  email: string;
}

export interface Sessions {
  /** What an account's sessions and links carry, and are void without: another one from each `endAll` on. */
  epochOf(id: string): Promise<string>;
  /** A fresh session's token, which is kept nowhere: only its SHA-256 is. `epoch`: of what it is started with. */
  start(holder: Holder, epoch?: string): Promise<string>;
  /** Whose session this is, or null; `active`: the holder did something themselves. */
  holder(token: string, active: boolean): Promise<Holder | null>;
  /** Whether this session began less than `JUST_SIGNED_IN` ago, whatever was done in it since. */
  justBegan(token: string): Promise<boolean>;
  end(token: string): Promise<void>;
  /** Ends every session and link of this account, in whichever process; one that is just being started too. */
  endAll(id: string): Promise<void>;
}

/** What is kept in place of a token or ticket. */
export const digest = (token: string): string => createHash('sha256').update(token).digest('base64url');

/**
 * A session is two records, `session` (removed by signing out) and `session-seen` (renewed by use): a renewal that crosses
 * a sign-out cannot bring the session back. It carries its account's epoch of the time it began; all sessions of an account
 * end together when that is another one.
 */
export function createSessions(records: Records, now: () => number, newToken: () => string): Sessions {
  const epochOf = async (id: string): Promise<string> => (await records.get('session-epoch', id, now())) ?? 'first';

  return {
    epochOf,

    async start({ id, email }, epoch) {
      const token = newToken();
      const at = now();
      const body = [email, id, epoch ?? (await epochOf(id)), at].join(' ');
      await records.put('session-seen', digest(token), String(at), at + SESSION_IDLE);
      await records.put('session', digest(token), body, at + SESSION_LIFE);
      return token;
    },

    async holder(token, active) {
      const key = digest(token);
      const [body, seen] = [await records.get('session', key, now()), await records.get('session-seen', key, now())];
      const [email, id, epoch] = body?.split(' ') ?? [];
      if (!email || !id || seen === null || epoch !== (await epochOf(id))) return null;
      // Once a minute is enough to tell that somebody is there, and spares a durable write on every request.
      if (active && now() - Number(seen) >= MINUTE) {
        await records.put('session-seen', key, String(now()), now() + SESSION_IDLE);
      }
      return { id, email };
    },

    async justBegan(token) {
      // One from before this was kept began long ago.
      const [, , , began = 0] = (await records.get('session', digest(token), now()))?.split(' ') ?? [];
      return now() - Number(began) < JUST_SIGNED_IN;
    },

    async end(token) {
      await records.remove('session', digest(token));
      await records.remove('session-seen', digest(token));
    },

    endAll: (id) => records.put('session-epoch', id, newToken(), null),
  };
}
