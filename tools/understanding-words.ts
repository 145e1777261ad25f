import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { type UnderstandingWords, understandingWordsSchema } from '../understanding';

/**
 * Reads what the understanding room knows of one language from `contentDir/<language>`.
 * Throws YAMLParseError or ZodError when a file is not as it should be, and the file system's error when one is missing.
 */
export function readUnderstandingWords(contentDir: string, language: string): UnderstandingWords {
  const dir = join(contentDir, language);
  const read = (...name: string[]): unknown => parse(readFileSync(join(dir, ...name), 'utf8'));
  const topics = readdirSync(join(dir, 'topics'))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => ({ id: basename(file, '.yaml'), words: read('topics', file) }));
  return understandingWordsSchema.parse({
    topics,
    safety: read('safety.yaml'),
    replies: read('replies.yaml'),
    commands: read('commands.yaml'),
  });
}
