import { z } from 'zod';
import { type LocalHelp, outcodeSchema } from './by-hand';
import type { Helpline } from './helplines';
import { differentIds, slug } from './ids';
import { teamsSchema } from './team';

const words = z.string().trim().min(1);
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

const span = z.string().refine((text) => {
  const [from = '', to = '', more] = text.split('-');
  return more === undefined && TIME.test(from) && (TIME.test(to) || to === '24:00') && from < to;
}, 'write a span as "09:00-17:00", the earlier time first');
const day = z.array(span).default([]);

/** A directory that is read again and again. */
const feedSchema = z.strictObject({
  id: slug,
  /** Where its API begins: `/services` follows it. */
  url: z.url({ protocol: /^https?$/ }),
  /** How often it is read, in hours. */
  every: z.number().int().min(1).max(720).default(24),
});
export type Feed = z.infer<typeof feedSchema>;

/** `content/places/<place>/place.yaml`: one locality. Hours are in its own time zone; a weekday left out is closed. */
export const placeSchema = z.strictObject({
  id: slug,
  name: words,
  /** Decides which national lines are shown. */
  nation: z.enum(['england', 'wales', 'scotland', 'northern-ireland']),
  timezone: z.string().refine(isTimezone, 'there is no such time zone: write one such as Europe/London'),
  /** Fill `{place}` and the like in what Natter says. `{team}` is the first team. */
  values: z
    .record(z.string().regex(/^[a-z][a-zA-Z0-9-]*$/, 'a value is named in letters, digits and dashes'), words)
    .refine((values) => !('team' in values), {
      path: ['team'],
      error: 'the name of the first of "teams" fills {team}: name it there, and take this line away',
    }),
  teams: teamsSchema,
  hours: z
    .strictObject({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day })
    .refine(
      (week) => Object.values(week).some((spans) => spans.length > 0),
      'there is no hour in the week: say when a worker may be there',
    ),
  /** Days on which nobody is there, whatever the weekday: read as plain dates. */
  holidays: z
    .array(z.strictObject({ date: z.iso.date(), name: words }))
    .default([])
    .transform((days) => days.map(({ date }) => date)),
  outcodes: z.array(outcodeSchema),
  /** Where outcodes are that the list of outcodes does not know, or has wrong: latitude and longitude. */
  positions: z.record(outcodeSchema, z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)])).default({}),
  /** Languages that are offered here beside English: each is a translation, and one that is a draft is served only with `drafts`. */
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/, 'write the code of a language, such as cy')).default([]),
  drafts: z.boolean().default(false),
  /** Directories in the open standard that tell of help here. */
  feeds: z.array(feedSchema).default([]).refine(differentIds, 'two feeds have the same id'),
});
/** A place, with what is listed by hand beside it: help in `help.yaml`, and lines of its own in `helplines.yaml`. */
export type Place = z.infer<typeof placeSchema> & { help: LocalHelp[]; helplines: Helpline[] };

/** Everything that is filled in by what a place says of itself. */
export function valuesOf({ values, teams: [first] }: Pick<Place, 'values' | 'teams'>): Record<string, string> {
  return first ? { ...values, team: first.name } : values;
}

function isTimezone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en-GB', { timeZone: name }));
  } catch {
    return false;
  }
}
