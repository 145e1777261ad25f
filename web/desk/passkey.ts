import { Refused } from './api.js';
import { words } from './words.js';

/** What the desk asks a browser with, in the JSON form of WebAuthn: bytes are base64url. */
export interface Question {
  challenge: string;
  rpId?: string;
  timeout?: number;
  rp?: PublicKeyCredentialRpEntity;
  user?: { id: string; name: string; displayName: string };
  pubKeyCredParams?: PublicKeyCredentialParameters[];
  excludeCredentials?: { id: string; type: 'public-key' }[];
  authenticatorSelection?: AuthenticatorSelectionCriteria;
  userVerification?: UserVerificationRequirement;
}

export const canPasskey = (): boolean => 'PublicKeyCredential' in window && 'credentials' in navigator;

/** Has the device make a passkey. @throws Refused when nobody did, or the device has one already. */
export async function makePasskey({ challenge, rp, user, pubKeyCredParams, ...asked }: Question): Promise<object> {
  const made = await answer(
    navigator.credentials.create({
      publicKey: {
        challenge: bytes(challenge),
        rp: rp ?? { name: words.name },
        user: { name: '', displayName: '', ...user, id: bytes(user?.id ?? '') },
        pubKeyCredParams: pubKeyCredParams ?? [],
        attestation: 'none',
        excludeCredentials: (asked.excludeCredentials ?? []).map(({ id, type }) => ({ id: bytes(id), type })),
        ...(asked.authenticatorSelection && { authenticatorSelection: asked.authenticatorSelection }),
        ...(asked.timeout !== undefined && { timeout: asked.timeout }),
      },
    }),
  );
  const { clientDataJSON, attestationObject } = made.response as AuthenticatorAttestationResponse;
  return passedOn(made, { clientDataJSON, attestationObject });
}

/** Has the device sign with whichever passkey somebody picks. @throws Refused when nobody did. */
export async function usePasskey({ challenge, rpId, timeout, userVerification }: Question): Promise<object> {
  const signed = await answer(
    navigator.credentials.get({
      publicKey: {
        challenge: bytes(challenge),
        userVerification: userVerification ?? 'required',
        ...(rpId !== undefined && { rpId }),
        ...(timeout !== undefined && { timeout }),
      },
    }),
  );
  const { clientDataJSON, authenticatorData, signature, userHandle } =
    signed.response as AuthenticatorAssertionResponse;
  return passedOn(signed, { clientDataJSON, authenticatorData, signature, ...(userHandle && { userHandle }) });
}

/** Browsers do not say why it came to nothing, so that no page learns what is on a device. */
async function answer(asked: Promise<Credential | null>): Promise<PublicKeyCredential> {
  const given = await asked.catch((error: DOMException) => {
    const known = error.name === 'InvalidStateError';
    throw new Refused('passkey', known ? words.passkeys.known : words.passkeys.stopped);
  });
  if (!given) throw new Refused('passkey', words.passkeys.stopped);
  return given as PublicKeyCredential;
}

const passedOn = ({ id, type }: PublicKeyCredential, response: Record<string, ArrayBuffer>): object => ({
  ...{ id, rawId: id, type },
  response: Object.fromEntries(Object.entries(response).map(([name, value]) => [name, base64url(value)])),
});

function bytes(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
}

function base64url(buffer: ArrayBuffer): string {
  const plain = btoa(String.fromCharCode(...new Uint8Array(buffer)));
  return plain.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
