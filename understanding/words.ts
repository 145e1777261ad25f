import { z } from 'zod';
import { languagesSchema } from './languages/language-words';
import { DANGERS, TOPICS } from './types';

const phrases = z.array(z.string().min(1)).default([]);
const lookup = z.record(z.string(), z.string().min(1)).default({});

/** Patterns (see pattern.ts) by how much one match tells. */
export const gradedSchema = z.strictObject({ clear: phrases, likely: phrases, hint: phrases });
export type Graded = z.infer<typeof gradedSchema>;

/** `less`: patterns that take away from what the others tell. */
const weighedSchema = gradedSchema.extend({ less: phrases });
export type Weighed = z.infer<typeof weighedSchema>;
const others = z.enum(['child', 'parent', 'relative', 'friend']);

/** Words of one topic. Any form of a word counts: "bills" also finds "bill". `examples`: what people write who mean it. */
export const topicSchema = z.strictObject({
  id: z.enum(TOPICS),
  words: gradedSchema,
  examples: phrases,
});

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

/** As a file of `safety/` has it: the name of the file is the kind. */
export const safetyFileSchema = z.strictObject({
  slots: lookup,
  groups: z.array(safetyGroupSchema.omit({ kind: true })).min(1),
});
export const slotsFileSchema = z.strictObject({ slots: lookup });

/** What people write of one kind of danger, by what is due: to answer at once, to ask; and what only sounds like it. */
const dangerExamplesSchema = z.strictObject({ now: phrases, check: phrases, none: phrases });

export const safetySchema = z.strictObject({
  slots: lookup,
  groups: z.array(safetyGroupSchema).min(1),
  examples: z.partialRecord(z.enum(DANGERS), dangerExamplesSchema).default({}),
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
  /** Place among the options, from 1; negative counts from the end; 0 is the middle one. */
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
  /** For choices: the words and phrases of one line, parted by commas, stand for each other. */
  alike: phrases,
  /** For choices: a broader word, and lines of narrower ones that also pick it. */
  wider: z.record(z.string(), phrases).default({}),
  /** Common words that pick a choice only where nothing else does. */
  faint: phrases,
  /** How a question begins. */
  asking: phrases,
  /** Said beside a choice that does not speak of them, these tell of something else. */
  alarm: phrases,
  /** What follows one of these counts instead of what came before. */
  amends: phrases,
  /** Words that begin another part of a sentence: what is chosen may stand before them. */
  turns: phrases,
  /** Words after which the contrary comes. */
  against: phrases,
  /** What may stand after "the second": "one", "option". */
  one: phrases,
  /** As `ordinals`, where there are two choices. */
  'ordinals-of-two': z.record(z.string(), z.number().int()).default({}),
  /** A word, and the word that it denies: `unsafe: safe`. */
  contraries: lookup,
  /** Phrases that deny all that follows: "anything but". */
  refusing: phrases,
  /** Around a yes or no these change nothing: "if that is ok". */
  politeness: phrases,
  /** Before "not" these make it deny one thing: "can't"; before "i" they ask: "can't i". */
  helping: phrases,
  able: phrases,
  owning: phrases,
  /** The word above all people in `wider`. */
  somebody: z.string().default(''),
  wishing: phrases,
  speaking: phrases,
  joining: phrases,
  /** How labels speak of numbers, and what may stand around a number that a reply tells of. */
  amounts: z
    .strictObject({
      below: phrases,
      'up-to': phrases,
      above: phrases,
      'or-more': phrases,
      none: phrases,
      told: phrases,
      units: phrases,
    })
    .prefault({}),
  /** Words by which a label is known to be a time. */
  times: phrases,
  /** Which of some times is meant: "the early one". */
  soonest: phrases,
  latest: phrases,
  /** Real words that look like misspelt ones: "beach" is not "bleach". */
  real: phrases,
  /** Whom a message is about. `{who}` in the forms stands for the names. */
  about: z.strictObject({
    names: z.record(others, phrases),
    forms: weighedSchema,
    signs: z.record(z.enum(['self', ...others.options, 'they', 'question']), weighedSchema),
  }),
  /** An age that is said outweighs all else; what only a grown-up has outweighs `yes` and `no`, which undo each other. */
  young: z.strictObject({ age: phrases, 'adult-age': phrases, 'grown-up': phrases, yes: phrases, no: phrases }),
});

export const commandsSchema = z.record(z.string(), z.array(z.string().min(1)).min(1));

/** `ways.yaml`: what people say who come for something that is no topic, by the flow that answers it. */
export const waysSchema = z.record(
  z.string(),
  z.strictObject({
    patterns: z.array(z.string().min(1)).min(1),
    /** Heard only where the message is about no topic for certain. */
    alone: z.boolean().default(false),
    must: z.array(z.string().min(1)).min(1),
    'must-not': phrases,
  }),
);

export const understandingWordsSchema = z.strictObject({
  topics: z.array(topicSchema),
  /** What people say that is about none of the topics: thanks, everyday requests. */
  smallTalk: phrases,
  safety: safetySchema,
  replies: repliesSchema,
  commands: commandsSchema,
  ways: waysSchema.default({}),
  languages: languagesSchema,
});

/** Everything the room knows about one language, as plain data read from content/. */
export type UnderstandingWords = z.infer<typeof understandingWordsSchema>;
export type Replies = z.infer<typeof repliesSchema>;
export type SafetyWords = z.infer<typeof safetySchema>;
export type TopicWords = z.infer<typeof topicSchema>;
