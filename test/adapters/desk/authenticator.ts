import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const ES256 = -7;
const FLAGS = { present: 1, verified: 4, mayBeBackedUp: 8, backedUp: 16, withKey: 64 };

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const b64 = (data: Uint8Array): string => Buffer.from(data).toString('base64url');
const number = (value: number, bytes: number): Buffer => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
};

/** What a device is asked, as far as it goes by it. */
export interface Question {
  challenge: string;
  user?: { id: string };
}

/** How a device differs from an honest one. */
export interface Odd {
  origin?: string;
  host?: string;
  challenge?: string;
  verified?: boolean;
  counter?: number;
  userHandle?: string;
  id?: string;
  format?: string;
  statement?: Map<string, unknown>;
}

/** A device that makes one passkey and signs with it, as a browser would pass it on. */
export function authenticator(origin: string, host: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credential = randomBytes(16);
  let counter = 0;
  let user = '';

  const clientData = (type: string, { challenge }: Question, odd: Odd): Buffer =>
    Buffer.from(
      JSON.stringify({ type, challenge: odd.challenge ?? challenge, origin: odd.origin ?? origin, crossOrigin: false }),
    );

  function data(odd: Odd, key: Buffer | null): Buffer {
    counter += 1;
    const flags =
      FLAGS.present | (odd.verified === false ? 0 : FLAGS.verified) | FLAGS.mayBeBackedUp | (key ? FLAGS.withKey : 0);
    const start = [sha256(odd.host ?? host), Buffer.from([flags]), number(odd.counter ?? counter, 4)];
    return Buffer.concat([...start, ...(key ? [Buffer.alloc(16), number(credential.length, 2), credential, key] : [])]);
  }

  function cose(): Buffer {
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const [left, right] = [x, y].map((each) => Uint8Array.from(Buffer.from(each, 'base64url')));
    return Buffer.from(
      isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, ES256],
          [-1, 1],
          [-2, left ?? new Uint8Array()],
          [-3, right ?? new Uint8Array()],
        ]),
      ),
    );
  }

  const named = (odd: Odd) => {
    const id = odd.id ?? b64(credential);
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} };
  };

  return {
    id: b64(credential),
    make(asked: Question, odd: Odd = {}) {
      user = asked.user?.id ?? '';
      const attestation = new Map<string, unknown>([
        ['fmt', odd.format ?? 'none'],
        ['attStmt', odd.statement ?? new Map()],
        ['authData', Uint8Array.from(data(odd, cose()))],
      ]);
      return {
        ...named(odd),
        response: {
          clientDataJSON: b64(clientData('webauthn.create', asked, odd)),
          attestationObject: b64(isoCBOR.encode(attestation as Map<string, string>)),
        },
      };
    },
    sign(asked: Question, odd: Odd = {}) {
      const clientDataJSON = clientData('webauthn.get', asked, odd);
      const authenticatorData = data(odd, null);
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientDataJSON)]), privateKey);
      return {
        ...named(odd),
        response: {
          clientDataJSON: b64(clientDataJSON),
          authenticatorData: b64(authenticatorData),
          signature: b64(signature),
          userHandle: odd.userHandle ?? user,
        },
      };
    },
  };
}

export type Device = ReturnType<typeof authenticator>;
