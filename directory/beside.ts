import { randomUUID } from 'node:crypto';
import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Nothing is written for so long: what is older was left by a writing that broke off. */
const LEFT_MS = 3_600_000;

/** Where to write a file first, so that what breaks off leaves the file as it was. */
export const beside = (file: string) => `${file}.${randomUUID()}`;

/** Puts what was written beside a file into its place, and removes what was left there by others long ago. */
export function putInPlace(written: string, file: string): void {
  // The new file's own time is now, by the clock of the disk that the others' times are of.
  const now = statSync(written).mtimeMs;
  renameSync(written, file);
  const names = readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.`));
  for (const left of names.map((name) => join(dirname(file), name))) {
    const at = statSync(left, { throwIfNoEntry: false })?.mtimeMs ?? now;
    if (at < now - LEFT_MS) rmSync(left, { force: true });
  }
}
