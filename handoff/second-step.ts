import { Secret, TOTP } from 'otpauth';
import type { Records } from '../store/contract';
import { digest } from './sessions';
import type { Worker } from './types';

const STEP_MS = 30_000;
/** Clocks of phones are a little off: the code before and the one after count too. */
const DRIFT = 1;
/** Long enough for a used code to be past, whatever the clocks say. */
const REMEMBER_USED = 2 * (DRIFT + 1) * STEP_MS;
/** How long somebody has to type the secret into their phone. */
export const SETUP_LIFE = 15 * 60_000;
export const RECOVERY_CODES = 10;
const SECRET_BYTES = 20;
/** 120 bits: nobody guesses one, so a plain hash keeps it well. */
const RECOVERY_BYTES = 15;

/** A second step after the password: codes from an app on the worker's phone (TOTP), and recovery codes for a lost phone. */
export interface SecondStep {
  isOn(id: string): Promise<boolean>;
  /** A fresh secret, to type into the app or to open there. It counts once a code made with it has come back. */
  begin(worker: Worker): Promise<{ secret: string; link: string }>;
  /** Turns it on, and gives the recovery codes, which nobody can see again. Null when the code is not right. */
  confirm(worker: Worker, code: string): Promise<string[] | null>;
  /** Uses a code up: each works once, whoever tries it at the same time. Null when it is not right. */
  use(id: string, code: string): Promise<'code' | 'recovery' | null>;
  clear(id: string): Promise<void>;
}

interface Kept {
  secret: string;
  /** Hashes of the recovery codes, so that those that are left go with the secret. */
  recovery: string[];
}

/**
 * Four kinds of records, so that each step that only one may win is one act of the store: `second-step` under the account's
 * id, `second-step-new` until it is confirmed, `second-step-used` for each code that was used, and `recovery-code`.
 */
export function createSecondStep(records: Records, now: () => number, newToken: () => string): SecondStep {
  const random = (bytes: number): string =>
    new Secret({ buffer: Uint8Array.from(Buffer.from(newToken(), 'base64url').subarray(0, bytes)).buffer }).base32;

  async function kept(id: string): Promise<Kept | null> {
    const body = await records.get('second-step', id, now());
    return body === null ? null : (JSON.parse(body) as Kept);
  }

  /** Is it this secret's code of about now, and has nobody used it? */
  async function spend(id: string, secret: string, code: string): Promise<boolean> {
    const at = now();
    const delta = totp(secret).validate({ token: code, timestamp: at, window: DRIFT });
    if (delta === null) return false;
    const step = Math.floor(at / STEP_MS) + delta;
    return records.add('second-step-used', `${id} ${step}`, '', at + REMEMBER_USED, at);
  }

  return {
    isOn: async (id) => (await kept(id)) !== null,

    async begin({ id, email }) {
      const secret = random(SECRET_BYTES);
      await records.put('second-step-new', id, secret, now() + SETUP_LIFE);
      return { secret, link: totp(secret, email).toString() };
    },

    async confirm({ id }, code) {
      const secret = await records.get('second-step-new', id, now());
      if (secret === null || !(await spend(id, secret, tidy(code)))) return null;
      const codes = Array.from({ length: RECOVERY_CODES }, () => random(RECOVERY_BYTES).toLowerCase());
      const recovery = codes.map((one) => nameOf(id, one));
      if (!(await records.add('second-step', id, JSON.stringify({ secret, recovery }), null, now()))) return null;
      await records.remove('second-step-new', id);
      for (const name of recovery) await records.put('recovery-code', name, id, null);
      return codes.map((one) => one.replace(/(.{4})(?=.)/g, '$1-'));
    },

    async use(id, typed) {
      const step = await kept(id);
      const code = tidy(typed);
      if (!step) return null;
      if (/^\d+$/.test(code)) return (await spend(id, step.secret, code)) ? 'code' : null;
      return (await records.take('recovery-code', nameOf(id, code), now())) === id ? 'recovery' : null;
    },

    async clear(id) {
      const step = await kept(id);
      await records.remove('second-step-new', id);
      for (const name of step?.recovery ?? []) await records.remove('recovery-code', name);
      await records.remove('second-step', id);
    },
  };
}

const totp = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: 'Natter', label, secret: Secret.fromBase32(secret), period: STEP_MS / 1000 });

const nameOf = (id: string, code: string): string => digest(`${id} ${code}`);
/** However it was typed. */
const tidy = (code: string): string => code.toLowerCase().replace(/[\s-]/g, '');
