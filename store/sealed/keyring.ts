import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { BrokenSealError, WrongKeyError } from '../errors';
import type { MasterKeys } from '../master-key';
import { decrypt, encrypt } from './cipher';

/** The first character of every label: how what follows is sealed. */
const FORMAT = '1';
const LABEL = 13;
const LABEL_BYTES = 9;
const KEY_BYTES = 32;

/** A key that seals what belongs to one owner. */
export interface DataKey {
  /** Which key it is: the format, then 12 characters at random. Stands in front of everything sealed with it. */
  label: string;
  secret: KeyObject;
  /** The secret, sealed with a master key: master's label, own label, ciphertext. Kept beside what it seals. */
  wrapped: string;
}

/** What a key or a sealed text belongs to: a kind, and what names this one. Checked when it is opened. */
export type About = readonly [kind: string, ...names: string[]];

export interface Keyring {
  make(owner: About): DataKey;
  /** @throws WrongKeyError when no master key here wrapped it, BrokenSealError when it is not `owner`'s. */
  unwrap(wrapped: string, owner: About): DataKey;
  isNewest(wrapped: string): boolean;
  /** The same key, wrapped with the newest master key. */
  rewrap(key: DataKey, owner: About): DataKey;
}

/** Makes and opens data keys. Only the newest master key wraps; the older ones still open. */
export function openKeyring(masterKeys: MasterKeys): Keyring {
  const masters = new Map(masterKeys.map((key) => [labelOf(key), wrappingKey(key)]));
  const newest = labelOf(masterKeys[0]);

  function wrap(label: string, secret: KeyObject, owner: About): DataKey {
    const ciphertext = encrypt(masters.get(newest) as KeyObject, about(owner, label), secret.export());
    return { label, secret, wrapped: `${newest}${label}${ciphertext}` };
  }

  return {
    make: (owner) => wrap(newLabel(), createSecretKey(randomBytes(KEY_BYTES)), owner),
    unwrap(wrapped, owner) {
      const [master, label] = [wrapped.slice(0, LABEL), wrapped.slice(LABEL, 2 * LABEL)];
      if (!master.startsWith(FORMAT) || !label.startsWith(FORMAT)) throw new BrokenSealError();
      const key = masters.get(master);
      if (!key) throw new WrongKeyError();
      const secret = createSecretKey(decrypt(key, about(owner, label), wrapped.slice(2 * LABEL)));
      return { label, secret, wrapped };
    },
    isNewest: (wrapped) => wrapped.startsWith(newest),
    rewrap: (key, owner) => (key.wrapped.startsWith(newest) ? key : wrap(key.label, key.secret, owner)),
  };
}

/** Seals a text. The label in front says with which key. */
export function seal({ label, secret }: DataKey, what: About, text: string): string {
  return label + encrypt(secret, JSON.stringify(what), Buffer.from(text));
}

/** @throws BrokenSealError */
export function unseal(key: DataKey, what: About, sealed: string): string {
  if (!isSealedWith(key, sealed)) throw new BrokenSealError();
  return decrypt(key.secret, JSON.stringify(what), sealed.slice(LABEL)).toString();
}

export function isSealedWith({ label }: DataKey, sealed: string): boolean {
  return sealed.startsWith(label);
}

const about = (owner: About, label: string) => JSON.stringify(['key', label, ...owner]);
const newLabel = () => FORMAT + randomBytes(LABEL_BYTES).toString('base64url');
/** Tells master keys apart without telling anything about them. */
const labelOf = (master: Buffer) =>
  FORMAT +
  createHmac('sha256', master).update('natter/seal/label').digest().subarray(0, LABEL_BYTES).toString('base64url');
/** The master key signs other things too, so it never encrypts by itself. */
const wrappingKey = (master: Buffer) =>
  createSecretKey(Buffer.from(hkdfSync('sha256', master, '', 'natter/seal/wrap', KEY_BYTES)));
