import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ABOUT, DANGERS, TOPICS } from '../../understanding/types';

const FOLDER = join(__dirname, '..', '..', 'test', 'understanding', 'sets');

export const topicLine = z.object({
  text: z.string(),
  topics: z.array(z.enum(TOPICS)).min(1),
  about: z.enum(ABOUT),
  young: z.boolean().nullable(),
});
export const dangerLine = z.object({ text: z.string(), kind: z.enum(DANGERS), tier: z.enum(['now', 'check']) });
export const plainLine = z.object({ text: z.string() });

export type TopicLine = z.infer<typeof topicLine>;
export type DangerLine = z.infer<typeof dangerLine>;

/** The messages of a set: `development` is looked at while building, `kept-aside` only to measure what was built. */
export function readSet<T>(name: string, schema: z.ZodType<T>): T[] {
  return readLines(join(FOLDER, `${name}.jsonl`), schema);
}

export function readLines<T>(file: string, schema: z.ZodType<T>): T[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)));
}
