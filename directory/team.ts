import { z } from 'zod';
import { TOPICS } from '../understanding/types';
import { differentIds, slug } from './ids';

const words = z.string().trim().min(1);

/** Workers who take up the same things, under the name they have here. */
export const teamSchema = z.strictObject({
  id: slug,
  /** Read after "in the". */
  name: words.refine((name) => !/^the\s/i.test(name), 'leave out "the": the name is read after "in the"'),
  /** One plain sentence that says who they are. */
  is: words,
  /** What they take up; left out: everything. */
  topics: z
    .array(z.enum(TOPICS))
    .min(1)
    .default([...TOPICS]),
  /** They talk with children too; `only`: with nobody else. */
  young: z.union([z.boolean(), z.literal('only')], 'write true, false or only').default(false),
  /** Codes of the languages they have beside English. */
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/, 'write a code of content/languages.yaml, such as pl'))
    .default([]),
});
export type Team = z.infer<typeof teamSchema>;

/** The first team is meant wherever no other fits. */
export const teamsSchema = z
  .array(teamSchema, 'name the teams whose workers people may talk with')
  .min(1, 'name a team: there is always a way to a person')
  .refine(differentIds, 'two teams have the same id');
