import { z } from 'zod';
import { PARTS, type TryWords } from '../../web/try/keys';

const line = z.string().min(1);
const lines = (keys: readonly string[]) => z.strictObject(Object.fromEntries(keys.map((key) => [key, line])));
const parts = Object.fromEntries(Object.entries(PARTS).map(([part, keys]) => [part, lines(keys)]));

/** What content/en/try.yaml must hold: every line the page shows, and nothing else. */
export const tryWords = z.strictObject({
  ...lines(['lang', 'title', 'heading', 'intro', 'template', 'lost']).shape,
  ...parts,
  first: z.strictObject({ title: line, steps: z.array(line).min(1).max(4) }),
  openers: z.array(line).min(1).max(4),
}) as unknown as z.ZodType<TryWords>;
