import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

/** Where the desk is, as browsers see it: a passkey is good for there alone. */
export interface Site {
  /** `https://desk.example.org` */
  origin: string;
  /** `desk.example.org` */
  host: string;
}

/** What changes with use. */
export interface Used {
  counter: number;
  backedUp: boolean;
}

/** A passkey as far as what it signs is held against it. */
export interface Credential extends Pick<Used, 'counter'> {
  credential: string;
  publicKey: string;
}

export interface Made extends Used, Credential {
  /** The device has it alone, or it travels with whoever owns it. */
  device: string;
}

/** What devices sign with: EdDSA, ES256 and RS256, as the library has it, but for what Node only tries out as yet. */
export const ALGORITHMS = [-8, -7, -257];

/** Only who uses a passkey waits for it to be read. */
export const library = () => import('@simplewebauthn/server');
const helpers = () => import('@simplewebauthn/server/helpers');

/** Whatever is wrong with it, it was not taken. The library's messages say what was shown, and so go nowhere. */
const attempt = <T>(check: () => Promise<T>): Promise<T | null> => check().catch(() => null);

const at = ({ origin, host }: Site) => ({
  expectedOrigin: origin,
  expectedRPID: host,
  requireUserVerification: true,
});

/** The challenge that somebody says they answer; null where there is none. */
export async function challengeIn(clientDataJSON: string): Promise<string | null> {
  const { decodeClientDataJSON } = await helpers();
  const data = await attempt(async () => decodeClientDataJSON(clientDataJSON));
  return typeof data?.challenge === 'string' ? data.challenge : null;
}

/** What a device made in answer to this challenge, for this place; null where it did not. */
export async function checkMade(
  made: RegistrationResponseJSON,
  expectedChallenge: string,
  site: Site,
): Promise<Made | null> {
  if (!(await isPlain(made))) return null;
  const { verifyRegistrationResponse } = await library();
  const found = await attempt(() =>
    verifyRegistrationResponse({
      ...{ response: made, expectedChallenge, ...at(site) },
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  if (!found?.verified) return null;
  const { credential, credentialDeviceType: device, credentialBackedUp: backedUp } = found.registrationInfo;
  const publicKey = Buffer.from(credential.publicKey).toString('base64url');
  return { credential: credential.id, publicKey, counter: credential.counter, backedUp, device };
}

/** What there is to keep after this passkey signed this challenge, for this place; null where it did not. */
export async function checkSigned(
  signed: AuthenticationResponseJSON,
  expectedChallenge: string,
  site: Site,
  { credential: id, publicKey, counter }: Credential,
): Promise<Used | null> {
  const { verifyAuthenticationResponse } = await library();
  const credential = { id, publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')), counter };
  const found = await attempt(() =>
    verifyAuthenticationResponse({ response: signed, expectedChallenge, credential, ...at(site) }),
  );
  if (!found?.verified) return null;
  return { counter: found.authenticationInfo.newCounter, backedUp: found.authenticationInfo.credentialBackedUp };
}

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
