import { z } from 'zod';

/** `content/<language>/words.yaml`: jargon, and the plain words to say instead. */
export const jargonSchema = z.array(
  z.strictObject({
    /** Every form that is looked for, as whole words. */
    words: z.array(z.string().min(1)).min(1),
    instead: z.string().min(1),
    /** Letters to spell out: found only in exactly these capitals. */
    letters: z.boolean().default(false),
  }),
);
