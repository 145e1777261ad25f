import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { BrokenSealError } from '../errors';
import { freshBytes } from './fresh-bytes';

const ALGORITHM = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/**
 * Encrypts with AES-256-GCM under a random nonce. `about` is not kept: whoever decrypts has to name the same, so that
 * nothing can be moved to where it does not belong. Returns nonce, ciphertext and tag in base64url.
 * Keys are KeyObjects because plain bytes would be made into one at every call, which takes longer than all the rest.
 */
export function encrypt(key: KeyObject, about: string, plain: Buffer): string {
  const nonce = freshBytes(NONCE);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG });
  cipher.setAAD(Buffer.from(about));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** @throws BrokenSealError when key, bytes or `about` are not those it was encrypted with. */
export function decrypt(key: KeyObject, about: string, encrypted: string): Buffer {
  const bytes = Buffer.from(encrypted, 'base64url');
  if (bytes.length < NONCE + TAG) throw new BrokenSealError();
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(bytes.subarray(-TAG));
  const plain = decipher.update(bytes.subarray(NONCE, -TAG));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    throw new BrokenSealError();
  }
}
