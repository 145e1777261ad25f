import { z } from 'zod';

/** A name for machines. */
export const slug = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'use small letters, digits and dashes');

/** Is no id used twice? */
export function differentIds(entries: { id: string }[]): boolean {
  return new Set(entries.map(({ id }) => id)).size === entries.length;
}
