import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Records } from '../store/contract';
import { PasskeyError, TooManyPasskeysError } from './account-errors';
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

/** Where the desk is, as browsers see it: a passkey is good for there alone. */
export interface Site {
  /** `https://desk.example.org` */
  origin: string;
  /** `desk.example.org` */
  host: string;
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

/** What changes with use. From the first on it has a record of its own: a use that crosses a removal brings no passkey back. */
interface Used {
  counter: number;
  backedUp: boolean;
}

interface Kept extends Holder, Used {
  credential: string;
  publicKey: string;
  name: string;
  at: number;
  /** The device has it alone, or it travels with whoever owns it. */
  device: string;
}

/** What devices sign with: EdDSA, ES256 and RS256, as the library has it, but for what Node only tries out as yet. */
const ALGORITHMS = [-8, -7, -257];

/** Only who uses a passkey waits for it to be read. */
const library = () => import('@simplewebauthn/server');
const helpers = () => import('@simplewebauthn/server/helpers');

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
    const { decodeClientDataJSON } = await helpers();
    const data = await attempt(async () => decodeClientDataJSON(clientDataJSON));
    if (typeof data?.challenge !== 'string') return null;
    const { challenge: shown } = data;
    return (await records.take('passkey-challenge', digest(shown), now())) === what ? shown : null;
  }

  async function kept(id: string): Promise<(Kept & { key: string })[]> {
    const all = await records.list('passkey', now());
    return all
      .map(({ key, body }): Kept & { key: string } => ({ key, ...(JSON.parse(body) as Kept) }))
      .filter((one) => one.id === id)
      .sort((a, b) => a.at - b.at);
  }

  async function drop(key: string): Promise<void> {
    await records.remove('passkey', key);
    await records.remove('passkey-used', key);
  }

  return {
    list: async (id) => (await kept(id)).map(shownAs),

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
      const expectedChallenge = await answered(made.response.clientDataJSON, adding(id));
      if (expectedChallenge === null || !(await isPlain(made))) throw new PasskeyError(id);
      const { verifyRegistrationResponse } = await library();
      const found = await attempt(() =>
        verifyRegistrationResponse({
          ...{ response: made, expectedChallenge, ...at(site) },
          supportedAlgorithmIDs: ALGORITHMS,
        }),
      );
      if (!found?.verified) throw new PasskeyError(id);
      const { credential, credentialDeviceType: device, credentialBackedUp: backedUp } = found.registrationInfo;
      const key = digest(credential.id);
      const passkey: Kept = {
        ...{ id, email, name, device, at: now(), counter: credential.counter, backedUp },
        credential: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      };
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
      const expectedChallenge = await answered(signed.response.clientDataJSON, SIGN_IN);
      const body = await records.get('passkey', key, now());
      if (body === null) throw new PasskeyError(null);
      const { id, email, publicKey, credential, ...first } = JSON.parse(body) as Kept;
      const before: Used = JSON.parse((await records.get('passkey-used', key, now())) ?? 'null') ?? first;
      // Whose it is, by the device: a name that somebody else's passkey gives itself counts for nothing.
      const theirs = signed.response.userHandle === Buffer.from(id).toString('base64url');
      if (expectedChallenge === null || !theirs) throw new PasskeyError(id);
      const { verifyAuthenticationResponse } = await library();
      const found = await attempt(() =>
        verifyAuthenticationResponse({
          ...{ response: signed, expectedChallenge, ...at(site) },
          credential: {
            id: credential,
            publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')),
            counter: before.counter,
          },
        }),
      );
      if (!found?.verified) throw new PasskeyError(id);
      const { newCounter: counter, credentialBackedUp: backedUp } = found.authenticationInfo;
      await records.put('passkey-used', key, JSON.stringify({ counter, backedUp } satisfies Used), null);
      return { id, email };
    },
  };
}

const shownAs = ({ key: id, name, at }: Kept & { key: string }): Passkey => ({ id, name, at });
const at = ({ origin, host }: Site) => ({
  expectedOrigin: origin,
  expectedRPID: host,
  requireUserVerification: true,
});

/** Whatever is wrong with it, it was not taken. The library's messages say what was shown, and so go nowhere. */
const attempt = <T>(verify: () => Promise<T>): Promise<T | null> => verify().catch(() => null);

/**
 * Nobody was asked who made the device. Of what says so all the same the library would look up certificates, at addresses
 * that stand in them: anybody could choose where we call.
 */
async function isPlain({ response }: RegistrationResponseJSON): Promise<boolean> {
  const { decodeAttestationObject, isoBase64URL } = await helpers();
  const found = await attempt(async () => {
    const object = decodeAttestationObject(isoBase64URL.toBuffer(response.attestationObject));
    return { format: object.get('fmt'), certificates: object.get('attStmt').get('x5c') };
  });
  return found?.certificates === undefined && (found?.format === 'none' || found?.format === 'packed');
}
