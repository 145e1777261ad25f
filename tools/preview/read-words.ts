import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml } from '../yaml-file';
import { type PreviewWords, previewWords } from './words';

const FILE = join(__dirname, '../../content/en/preview.yaml');

/** The words of these pages cannot be read. */
export class PreviewError extends Error {
  readonly code = 'preview';
}

/**
 * Read from beside the code, whatever other content is looked at: the pages are part of the tools.
 * @throws PreviewError naming what is wrong with them.
 */
export function readWords(): PreviewWords {
  const { value, faults } = readYaml(FILE, readFileSync(FILE, 'utf8'), previewWords);
  if (value) return value;
  throw new PreviewError(faults.map(({ line, what, mend }) => `${FILE}:${line}: ${what}: ${mend}`).join('\n'));
}
