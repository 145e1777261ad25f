import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const BYTES = 32;

/** The master key cannot be used. */
export class MasterKeyError extends Error {
  readonly code = 'master-key';
}

/**
 * The master key: the one given (base64), or else one of its own in `dataDir`, made at the first start and readable by its
 * owner only. Everything secret is derived from it, so whoever loses it loses what was kept.
 * @throws MasterKeyError when it is not 32 bytes.
 */
export function masterKey(given: string | null, dataDir: string): Buffer {
  const key = Buffer.from(given ?? keptKey(dataDir), 'base64');
  if (key.length !== BYTES) {
    throw new MasterKeyError('The master key is not 32 bytes in base64. Make one with: openssl rand -base64 32');
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
