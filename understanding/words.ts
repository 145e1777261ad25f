import { z } from 'zod';
import { DANGERS, TOPICS } from './types';

const phrases = z.array(z.string().min(1)).default([]);
const lookup = z.record(z.string(), z.string().min(1)).default({});

/** Patterns (see pattern.ts) by how much one match tells. */
const gradedSchema = z.strictObject({ clear: phrases, likely: phrases, hint: phrases });
export type Graded = z.infer<typeof gradedSchema>;

/** Words of one topic. Any form of a word counts: "bills" also finds "bill". `examples`: what people write who mean it. */
export const topicSchema = z.strictObject({
  id: z.enum(TOPICS),
  words: gradedSchema,
  examples: phrases,
});
/** As a file of `topics/` has it: the name of the file is the topic. */
export const topicFileSchema = gradedSchema.extend({ examples: phrases });

/** Patterns that mean the same danger at the same tier, with the messages that show what they must and must not catch. */
export const safetyGroupSchema = z.strictObject({
  kind: z.enum(DANGERS),
  /** Further kinds that the same words show: a taken overdose is `suicide` and also `medical`. */
  also: z.array(z.enum(DANGERS)).default([]),
  tier: z.enum(['now', 'check']),
  /** In the same sentence these turn `now` into `check`, never into nothing. */
  'softened-by': phrases,
  patterns: z.array(z.string().min(1)).min(1),
  must: z.array(z.string().min(1)).min(1),
  'must-not': phrases,
});

/** As a file of `safety/` has it: the name of the file is the kind. `examples`: sentences that say it in other words. */
export const safetyFileSchema = z.strictObject({
  slots: lookup,
  groups: z.array(safetyGroupSchema.omit({ kind: true })).min(1),
  examples: phrases,
});
export const slotsFileSchema = z.strictObject({ slots: lookup });
export const safeFileSchema = z.strictObject({ examples: phrases });

export const safetySchema = z.strictObject({
  slots: lookup,
  groups: z.array(safetyGroupSchema).min(1),
  examples: z.partialRecord(z.enum(DANGERS), phrases).default({}),
  /** Sentences that sound like danger and are none. */
  safe: phrases,
});

/** How people write and answer in one language. */
export const repliesSchema = z.strictObject({
  /** Written short -> written out: `u: you`. Keys may hold an apostrophe (`i'll`), which then must be there. */
  shorthand: lookup,
  /** Words that may also mean another: `2: to`. Both are tried. */
  either: lookup,
  emoji: lookup,
  numbers: z.record(z.string(), z.number().int().min(0)),
  /** Place among the options, from 1; negative counts from the end. */
  ordinals: z.record(z.string(), z.number().int()),
  yes: phrases,
  no: phrases,
  /** After "no", these show that a label is an answer ("No I don't"), not a lack ("No money"). */
  'after-no': phrases,
  /** Politeness around an answer that changes nothing: "please", "mate". */
  filler: phrases,
  /** Words that may stand before a number that picks: "number", "option". */
  pick: phrases,
  /** Too common to pick a choice by. */
  small: phrases,
  /** Words that turn a meaning round. */
  negation: phrases,
  /** Real words that look like misspelt ones: "beach" is not "bleach". */
  real: phrases,
  about: z.record(z.enum(['self', 'child', 'parent', 'relative', 'friend']), gradedSchema),
  /** An age that is said outweighs other signs. */
  young: z.strictObject({ age: phrases, yes: phrases, 'adult-age': phrases, no: phrases }),
});

export const commandsSchema = z.record(z.string(), z.array(z.string().min(1)).min(1));

export const understandingWordsSchema = z.strictObject({
  topics: z.array(topicSchema),
  safety: safetySchema,
  replies: repliesSchema,
  commands: commandsSchema,
});

/** Everything the room knows about one language, as plain data read from content/. */
export type UnderstandingWords = z.infer<typeof understandingWordsSchema>;
export type Replies = z.infer<typeof repliesSchema>;
export type SafetyWords = z.infer<typeof safetySchema>;
export type TopicWords = z.infer<typeof topicSchema>;
