import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const BYTES = 32;

/** Newest first: the first one seals, the others only open what was sealed before it. */
export type MasterKeys = readonly [newest: Buffer, ...older: Buffer[]];

/** A master key cannot be used. */
export class MasterKeyError extends Error {
  readonly code = 'master-key';
}

/**
 * The master keys: the one given (base64), or else one of its own in `dataDir`, made at the first start and readable by its
 * owner only; then the older ones. Everything secret is derived from them, so whoever loses them loses what was kept.
 * @throws MasterKeyError when one is not 32 bytes.
 */
export function masterKeys(given: string | null, older: string[], dataDir: string): MasterKeys {
  const newest = read(given ?? keptKey(dataDir), 'The master key');
  return [newest, ...older.map((text) => read(text, 'A key in MASTER_KEY_OLD'))];
}

function read(text: string, what: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length !== BYTES) {
    throw new MasterKeyError(`${what} is not 32 bytes in base64. Make one with: openssl rand -base64 32`);
  }
  return key;
}

function keptKey(dataDir: string): string {
  const file = join(dataDir, 'master.key');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    // `wx`: of two processes that start at once, one makes the key and both use it.
    writeFileSync(file, `${randomBytes(BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
