import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault } from '../../../dialogs/types';
import type { Coverage } from '../../../tools/check/coverage';
import type { BackgroundDeps } from '../../../tools/preview/background';
import type { Where } from '../../../tools/preview/look';
import { readWords } from '../../../tools/preview/read-words';
import { openPreview } from '../../../tools/preview/server';
import { copySmallContent } from '../../small-content';

export const ROOT = join(__dirname, '../../..');
export const words = readWords();

/** A folder with small sound content, and one conversation test. */
export function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'natter-preview-'));
  const dir = join(folder, 'content');
  const conversations = join(folder, 'conversations');
  copySmallContent(dir);
  mkdirSync(conversations);
  writeFileSync(join(conversations, 'bills.md'), '# Bills\n\n> money\n\n> Bills\n');
  return {
    dir,
    conversations,
    write: (name: string, text: string) => writeFileSync(join(dir, 'en/flows', name), text),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The content that is shipped, where nobody writes to it meanwhile. */
export function shippedContent() {
  const folder = mkdtempSync(join(tmpdir(), 'natter-preview-'));
  const filter = (name: string) => !name.endsWith('.learnt');
  cpSync(join(ROOT, 'content'), join(folder, 'content'), { recursive: true, filter });
  return { dir: join(folder, 'content'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export const reached = (steps: string[], choices: string[] = []): Coverage => ({
  steps: { all: steps, reached: new Set(steps) },
  choices: { all: choices, reached: new Set(choices) },
});

/** Work that is done at once. */
export const finds =
  (coverage: Coverage, faults: Fault[] = [], warnings: Fault[] = []): BackgroundDeps['start'] =>
  (tell) => {
    tell({ checked: { faults, warnings }, reached: coverage });
    return { ended: Promise.resolve(''), stop: () => undefined };
  };

/** Work that never ends. */
export const findsNothing: BackgroundDeps['start'] = () => ({
  ended: new Promise(() => undefined),
  stop: () => undefined,
});

export const open = (where: Partial<Where> & { dir: string; conversations: string }, start: BackgroundDeps['start']) =>
  openPreview({ place: 'example', language: 'en', port: 0, words, start, ...where });
