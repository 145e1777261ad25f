import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../fixtures/directory');

/** A sample that somebody publishes; where each is from stands in NOTES.md beside them. */
export function sample(file: string): unknown {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}

export function csvSample(folder: string): Record<string, string> {
  const files = readdirSync(join(root, folder)).filter((file) => file.endsWith('.csv'));
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(root, folder, file), 'utf8')]));
}
