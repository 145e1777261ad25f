import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own, in memory, that can be filled to the last byte. */
export interface SmallDisk {
  folder: string;
  fill(): void;
  /** Gives back what `fill` took. */
  free(): void;
  remove(): void;
}

/** Null where this account may not mount one (neither as root nor by `sudo` without a password). */
export function smallDisk(megabytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'natter-disk-'));
  const filler = join(folder, 'filler');
  if (!asRoot('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0777`, 'natter-test', folder)) {
    rmdirSync(folder);
    return null;
  }
  return {
    folder,
    fill() {
      const file = openSync(filler, 'w');
      for (const size of [64 * 1024, 4096]) while (wrote(file, Buffer.alloc(size, 1)));
      closeSync(file);
    },
    free: () => rmSync(filler, { force: true }),
    remove() {
      asRoot('umount', '--lazy', folder);
      rmdirSync(folder);
    },
  };
}

function wrote(file: number, bytes: Buffer): boolean {
  try {
    return writeSync(file, bytes) === bytes.length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}

function asRoot(...command: [string, ...string[]]): boolean {
  const [name, ...args] = process.getuid?.() === 0 ? command : (['sudo', '-n', ...command] as const);
  try {
    execFileSync(name, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
