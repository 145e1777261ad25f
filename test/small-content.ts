import { copyFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../config';

const SMALL = join(__dirname, 'fixtures', 'content-faults', '_good');
const PAGES = ['page.yaml', 'desk.yaml', 'directory.yaml'];

/** Puts small sound content into a folder: a few flows and patterns, and the words of the pages as they are shipped. It is read in a tenth of the time. */
export function copySmallContent(dir: string): void {
  cpSync(SMALL, dir, { recursive: true });
  for (const name of PAGES) copyFileSync(join(readConfig({}).contentDir, 'en', name), join(dir, 'en', name));
}
