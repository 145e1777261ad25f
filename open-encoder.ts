import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What sentence vectors are made by. */
export interface EncoderBytes {
  bytes: Buffer;
  /** Tells one encoder from another: what was learnt with one means nothing with another. */
  digest: string;
}

/** Where it comes from: docs/decisions/2026-11-27-the-encoder-is-ours.md. */
const ENCODER = join(__dirname, 'understanding', 'learning', 'english.encoder');

let known: EncoderBytes | null = null;

/** Reads the encoder that comes with Natter, once; null when it is not there. */
export function readEncoder(): EncoderBytes | null {
  if (!known && existsSync(ENCODER)) {
    const bytes = readFileSync(ENCODER);
    known = { bytes, digest: createHash('sha256').update(bytes).digest('hex') };
  }
  return known;
}
