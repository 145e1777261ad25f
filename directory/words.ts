import { z } from 'zod';
import { TOPICS } from '../understanding/types';
import { asCode } from './codes';
import { DAYS } from './types';

const words = z.string().trim().min(1);
const phrases = z.array(words.toLowerCase()).default([]);

/** What tells that a listing is about a topic, or run by such people. */
const signsSchema = z.strictObject({
  /** Addresses of the terms that owners file things under, or their numbers in a list: `dfe family hubs:15`. */
  codes: z.array(words.transform(asCode)).default([]),
  /** Names of such terms, whole. */
  terms: phrases,
  /** Words in its name and its description; plurals are found too. */
  words: phrases,
});
export type Signs = z.infer<typeof signsSchema>;

/** How people say what they wish for beside what they look for. */
const wishesSchema = z.strictObject({
  /** Somebody looks for something to go to: only after it a day is one on which they want to go. */
  looking: phrases,
  days: z.partialRecord(z.enum(DAYS), phrases).default({}),
  free: phrases,
  /** To go without being asked for by somebody else. */
  direct: phrases,
  /** No wish, though it has such words; and from here on they are not looking. */
  other: phrases,
});

/** `content/<language>/directory.yaml`: how listings are sorted, found and said. */
export const directoryWordsSchema = z.strictObject({
  topics: z.record(z.enum(TOPICS), signsSchema),
  kinds: z.strictObject({ community: signsSchema, peer: signsSchema }),
  /** Words that mean the same to somebody who looks for help: each list is one thing. */
  same: z.array(z.array(words.toLowerCase()).min(2)).default([]),
  wishes: wishesSchema.prefault({}),
  /** Plain words to say instead of those an owner wrote, where they can stand in the same sentence. */
  plain: z.array(z.strictObject({ say: z.string().trim(), for: z.array(words.toLowerCase()).min(1) })).default([]),
  /** "Mondays", "Tuesdays", ... */
  days: z.record(z.enum(DAYS), words),
});
export type DirectoryWords = z.infer<typeof directoryWordsSchema>;
/** What listings are searched with. */
export type SearchWords = Pick<DirectoryWords, 'same' | 'days'>;
