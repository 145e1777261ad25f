import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Records } from '../store/contract';
import { PasskeyError, TooManyPasskeysError } from './account-errors';
import {
  ALGORITHMS,
  challengeIn,
  checkMade,
  checkSigned,
  library,
  type Made,
  type Site,
  type Used,
} from './passkey-checks';
import { digest, type Holder } from './sessions';
import type { Worker } from './types';

const MINUTE = 60_000;
/** How long somebody has to show a finger or type a PIN. */
export const CHALLENGE_LIFE = 5 * MINUTE;
export const MOST_PASSKEYS = 20;
/** What a challenge was given out for: each is good for that alone. */
const SIGN_IN = 'sign-in';
const adding = (id: string): string => `add ${id}`;

/** A worker's passkey, as they see it. */
export interface Passkey {
  id: string;
  /** What they called it. */
  name: string;
  /** When it was added, in milliseconds since 1970. */
  at: number;
}

/** What the browser is asked with. */
export interface Asked {
  challenge: string;
}

/**
 * Passkeys: a worker signs in with what unlocks their device, and nobody can phish or guess it. Each is made so that the device knows
 * whose it is, and checks that it is them, by a finger, a face or a PIN: two steps in one.
 */
export interface Passkeys {
  /** Those of an account, the oldest first. */
  list(id: string): Promise<Passkey[]>;
  /** How many each account has that has any. */
  counts(): Promise<ReadonlyMap<string, number>>;
  /** What the browser makes one with. @throws TooManyPasskeysError */
  begin(worker: Worker, site: Site): Promise<Asked>;
  /** Keeps what the browser made. @throws PasskeyError */
  add(worker: Worker, site: Site, name: string, made: RegistrationResponseJSON): Promise<Passkey>;
  /** False where they have no such one. */
  remove(id: string, passkey: string): Promise<boolean>;
  clear(id: string): Promise<void>;
  /** What the browser signs in with. It asks for nobody: the device knows whose it is. */
  ask(site: Site): Promise<Asked>;
  /** Whose it is that signed. @throws PasskeyError */
  use(site: Site, signed: AuthenticationResponseJSON): Promise<Holder>;
}

interface Kept extends Holder, Made {
  name: string;
  at: number;
}

/**
 * Kinds of records: `passkey` and `passkey-used` under the hash of the credential's id, and `passkey-challenge`, which is
 * taken by whoever answers it first, in whichever process.
 */
export function createPasskeys(records: Records, now: () => number, newToken: () => string): Passkeys {
  async function challenge(what: string): Promise<Uint8Array<ArrayBuffer>> {
    const made = newToken();
    await records.put('passkey-challenge', digest(made), what, now() + CHALLENGE_LIFE);
    return Uint8Array.from(Buffer.from(made, 'base64url'));
  }

  /** The challenge that was answered, which is used up by that. Null when it was not given out for this. */
  async function answered(clientDataJSON: string, what: string): Promise<string | null> {
    const shown = await challengeIn(clientDataJSON);
    if (shown === null) return null;
    return (await records.take('passkey-challenge', digest(shown), now())) === what ? shown : null;
  }

  const everybodys = async (): Promise<(Kept & { key: string })[]> =>
    (await records.list('passkey', now())).map(({ key, body }) => ({ key, ...(JSON.parse(body) as Kept) }));
  const kept = async (id: string) => (await everybodys()).filter((one) => one.id === id).sort((a, b) => a.at - b.at);

  async function drop(key: string): Promise<void> {
    await records.remove('passkey', key);
    await records.remove('passkey-used', key);
  }

  return {
    list: async (id) => (await kept(id)).map(shownAs),
    async counts() {
      const counts = new Map<string, number>();
      for (const { id } of await everybodys()) counts.set(id, (counts.get(id) ?? 0) + 1);
      return counts;
    },

    async begin({ id, email, name }, { host }) {
      const theirs = await kept(id);
      if (theirs.length >= MOST_PASSKEYS) throw new TooManyPasskeysError();
      const { generateRegistrationOptions } = await library();
      return generateRegistrationOptions({
        rpName: 'Natter',
        rpID: host,
        userID: Uint8Array.from(Buffer.from(id)),
        userName: email,
        userDisplayName: name,
        challenge: await challenge(adding(id)),
        timeout: CHALLENGE_LIFE,
        attestationType: 'none',
        supportedAlgorithmIDs: ALGORITHMS,
        excludeCredentials: theirs.map(({ credential }) => ({ id: credential })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
    },

    async add({ id, email }, site, name, made) {
      const challenge = await answered(made.response.clientDataJSON, adding(id));
      const checked = challenge === null ? null : await checkMade(made, challenge, site);
      if (!checked) throw new PasskeyError(id);
      const key = digest(checked.credential);
      const passkey: Kept = { ...checked, id, email, name, at: now() };
      if (!(await records.add('passkey', key, JSON.stringify(passkey), null, now()))) throw new PasskeyError(id);
      return shownAs({ key, ...passkey });
    },

    async remove(id, key) {
      const found = (await kept(id)).some((one) => one.key === key);
      if (found) await drop(key);
      return found;
    },

    async clear(id) {
      for (const { key } of await kept(id)) await drop(key);
    },

    async ask({ host }) {
      const { generateAuthenticationOptions } = await library();
      return generateAuthenticationOptions({
        rpID: host,
        challenge: await challenge(SIGN_IN),
        timeout: CHALLENGE_LIFE,
        userVerification: 'required',
      });
    },

    async use(site, signed) {
      const key = digest(signed.id);
      const challenge = await answered(signed.response.clientDataJSON, SIGN_IN);
      const body = await records.get('passkey', key, now());
      if (body === null) throw new PasskeyError(null);
      const { id, email, ...first } = JSON.parse(body) as Kept;
      // From its first use on, what changes is in a record of its own: a use that crosses a removal brings no passkey back.
      const used: Used = JSON.parse((await records.get('passkey-used', key, now())) ?? 'null') ?? first;
      // Whose it is, by the device: a name that somebody else's passkey gives itself counts for nothing.
      const theirs = signed.response.userHandle === Buffer.from(id).toString('base64url');
      const checked =
        challenge === null || !theirs ? null : await checkSigned(signed, challenge, site, { ...first, ...used });
      if (!checked) throw new PasskeyError(id);
      await records.put('passkey-used', key, JSON.stringify(checked), null);
      return { id, email };
    },
  };
}

const shownAs = ({ key: id, name, at }: Kept & { key: string }): Passkey => ({ id, name, at });
