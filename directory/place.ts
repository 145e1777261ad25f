import { z } from 'zod';
import { TOPICS } from '../understanding/types';

const words = z.string().trim().min(1);
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'use small letters, digits and dashes');
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

const span = z.string().refine((text) => {
  const [from = '', to = '', more] = text.split('-');
  return more === undefined && TIME.test(from) && (TIME.test(to) || to === '24:00') && from < to;
}, 'write a span as "09:00-17:00", the earlier time first');
const day = z.array(span).default([]);

/** A help near here, as a writer lists it. One short sentence to a field. */
export const localHelpSchema = z.strictObject({
  id: slug,
  name: words,
  /** `formal`: a service. `community`: run by local people. `peer`: people who have been there. */
  kind: z.enum(['formal', 'community', 'peer']),
  topics: z.array(z.enum(TOPICS)).min(1),
  what: words,
  who: words,
  when: words,
  cost: words,
  next: words,
  /** The day somebody last made sure, `YYYY-MM-DD`. */
  checked: z.iso.date(),
});
export type LocalHelp = z.infer<typeof localHelpSchema>;

/** `content/places/<place>/place.yaml`: one locality. Hours are in its own time zone; a weekday left out is closed. */
export const placeSchema = z.strictObject({
  id: slug,
  name: words,
  /** Decides which national lines are shown. */
  nation: z.enum(['england', 'wales', 'scotland', 'northern-ireland']),
  timezone: z.string().refine(isTimezone, 'there is no such time zone: write one such as Europe/London'),
  /** Fill `{place}` and the like in what Natter says. */
  values: z.record(z.string().regex(/^[a-z][a-zA-Z0-9-]*$/, 'a value is named in letters, digits and dashes'), words),
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
  outcodes: z.array(
    z.string().regex(/^[A-Z]{1,2}\d[A-Z\d]?$/, 'an outcode is the first half of a postcode, in capitals'),
  ),
  help: z.array(localHelpSchema).refine(differentIds, 'two entries have the same id'),
});
export type Place = z.infer<typeof placeSchema>;

/** Is no id used twice? */
export function differentIds(entries: { id: string }[]): boolean {
  return new Set(entries.map(({ id }) => id)).size === entries.length;
}

function isTimezone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en-GB', { timeZone: name }));
  } catch {
    return false;
  }
}
