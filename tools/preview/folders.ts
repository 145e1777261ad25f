import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Changes whenever a file in these folders does: which there are, how big they are and when they were written. */
export function signature(dirs: string[]): string {
  const hash = createHash('sha256');
  for (const path of dirs.flatMap(filesIn)) {
    const found = statSync(path, { throwIfNoEntry: false });
    hash.update(`${path}\0${found?.size}\0${found?.mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

function filesIn(dir: string): string[] {
  return entriesOf(dir)
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A folder that is not there, or goes while it is read, has nothing in it. */
function entriesOf(dir: string): Dirent[] {
  try {
    return readdirSync(dir, { recursive: true, withFileTypes: true });
  } catch {
    return [];
  }
}
