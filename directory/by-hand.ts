import { z } from 'zod';
import { TOPICS } from '../understanding/types';
import { differentIds, slug } from './ids';
import { DAYS, KINDS, type Listing, type Position, WAYS } from './types';

const words = z.string().trim().min(1);
const age = z.number().int().min(0).max(130).nullable();

export const outcodeSchema = z
  .string()
  .regex(/^[A-Z]{1,2}\d[A-Z\d]?$/, 'an outcode is the first half of a postcode, in capitals');

/** A help near here, as a writer lists it. One short sentence to a field. */
export const localHelpSchema = z.strictObject({
  id: slug,
  name: words,
  /** `formal`: a service. `community`: run by local people. `peer`: people who have been there. */
  kind: z.enum(KINDS),
  topics: z.array(z.enum(TOPICS)).min(1),
  what: words,
  who: words,
  when: words,
  cost: words,
  next: words,
  /** Where it is, if it has a place that anybody may know of. */
  outcode: outcodeSchema.optional(),
  /** How old whom it helps may be, from and to, in whole years; null: no limit. */
  ages: z.tuple([age, age]).default([null, null]),
  days: z.array(z.enum(DAYS)).default([]),
  ways: z.array(z.enum(WAYS)).default([]),
  /** True: anybody can go. False: somebody else has to ask first. */
  direct: z.boolean().nullable().default(null),
  /** How to help out there. */
  give: words.nullable().default(null),
  /** What an officer files it under: found by, never shown. */
  terms: z.array(words).default([]),
  /** The day somebody last made sure, `YYYY-MM-DD`. */
  checked: z.iso.date(),
  /** The day until which that is good enough. */
  'check-by': z.iso.date().nullable().default(null),
});
export type LocalHelp = z.infer<typeof localHelpSchema>;

/** `content/places/<place>/help.yaml`. */
export const localHelpsSchema = z.array(localHelpSchema).refine(differentIds, 'two entries have the same id');

/** What a writer listed at a place, as a listing. `positionOf`: where the middle of an outcode is; null where that is not known. */
export function listingByHand(
  place: string,
  help: LocalHelp,
  positionOf: (outcode: string) => Position | null,
): Listing {
  const {
    id,
    name,
    kind,
    topics,
    what,
    who,
    when,
    cost,
    next,
    outcode,
    ages,
    days,
    ways,
    direct,
    give,
    terms,
    checked,
    'check-by': checkBy,
  } = help;
  return {
    id: `${place}:${id}`,
    source: place,
    name,
    kind,
    topics,
    terms,
    what,
    by: null,
    who,
    ages: { from: ages[0], to: ages[1] },
    openings: days.length > 0 ? [{ days, opens: null, closes: null, note: null }] : [],
    cost: { free: isFree(cost), text: cost },
    ways,
    places: outcode
      ? [{ name: null, street: null, town: null, postcode: null, position: positionOf(outcode), access: [] }]
      : [],
    phones: [],
    email: null,
    url: null,
    apply: next,
    direct,
    alert: null,
    languages: [],
    checked,
    checkBy,
    until: null,
    state: 'open',
    secret: false,
    words: { what, who, when, cost, next },
    give,
  };
}

/** "£4 a bag, or free if you ask" may be, and so may "Pay what you can". */
const isFree = (cost: string): boolean | null => /^free\b/i.test(cost) || (MAY_BE_FREE.test(cost) ? null : false);
const MAY_BE_FREE = /\bfree\b|\bwhat you can\b|\bif you have it\b/i;
