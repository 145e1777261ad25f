import { z } from 'zod';
import { DANGERS, TOPICS } from '../understanding/types';
import { differentIds } from './ids';

const words = z.string().trim().min(1);
const NATIONS = ['england', 'wales', 'scotland', 'northern-ireland'] as const;

/** One national line. */
export const helplineSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'use small letters, digits and dashes'),
  name: words,
  /** The way to reach it, as it is shown. */
  how: words,
  /** Empty when not known for sure: better no hours than wrong ones. */
  hours: z.string(),
  /** Kinds of danger, topics, `now` (help right now) and `check` (after the one gentle question). */
  for: z.array(z.enum([...DANGERS, ...TOPICS, 'now', 'check'])).min(1),
  /** Made for children and young people, and shown to them first. */
  young: z.boolean(),
  nations: z.array(z.enum(NATIONS)).min(1),
  /** The day somebody last made sure, `YYYY-MM-DD`. */
  checked: z.iso.date(),
  /** `V`: read on the line's own pages. `S`: read elsewhere. `M`: known, not looked up. */
  source: z.enum(['V', 'S', 'M']),
});
/** `for` is text, so that it can be asked for anything: a kind that no line serves finds nothing. */
export type Helpline = Omit<z.infer<typeof helplineSchema>, 'for'> & { for: string[] };

/** Lines of one place are shown first, and few are shown: so many at most where somebody may be in danger. */
const MOST_LOCAL = 2;
const URGENT = [...DANGERS, 'now', 'check'] as const;

/** `content/places/<place>/helplines.yaml`: as the national ones, but that the nation goes without saying. */
export const localLinesSchema = z
  .array(helplineSchema.extend({ nations: helplineSchema.shape.nations.default([...NATIONS]) }))
  .refine(differentIds, 'two entries have the same id')
  .refine(
    (lines) =>
      [true, false].every((young) =>
        URGENT.every(
          (kind) => lines.filter((line) => line.young === young && line.for.includes(kind)).length <= MOST_LOCAL,
        ),
      ),
    `more than ${MOST_LOCAL} lines are for one kind of danger: leave room for a national one`,
  );

/** `content/helplines.yaml`. */
export const helplinesSchema = z.array(helplineSchema).min(1).refine(differentIds, 'two entries have the same id');
