import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Where conversation tests lie: a talk a file, and many walks through the content in one. */
export const CONVERSATIONS = join(__dirname, '..', 'test', 'conversations');
export const WALKS = join(CONVERSATIONS, 'walks.md');

/** The files of talks, by name. */
export function talkFiles(): string[] {
  return readdirSync(CONVERSATIONS).filter((name) => name.endsWith('.md') && name !== basename(WALKS));
}

/** Every talk as it is written; with `walks`, those too. */
export function readTranscripts({ walks }: { walks: boolean }): string[] {
  const talks = talkFiles().map((name) => readFileSync(join(CONVERSATIONS, name), 'utf8'));
  return walks ? [...talks, ...readWalks()] : talks;
}

/** The walks: a heading each, and what is said in it. */
export function readWalks(): string[] {
  return existsSync(WALKS) ? readFileSync(WALKS, 'utf8').split(/^(?=# )/m) : [];
}
