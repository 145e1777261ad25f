import { z } from 'zod';

/** `content/<language>/words.yaml`: jargon, and the plain words to say instead. */
export const jargonSchema = z.array(
  z.strictObject({
    /** Every form that is looked for, as whole words. */
    words: z.array(z.string().min(1)).min(1),
    instead: z.string().min(1),
    /** Letters to spell out: found only in exactly these capitals. */
    letters: z.boolean().default(false),
    /** Why nobody should have to read it. An `idiom` is only warned of. */
    rule: z.enum(['jargon', 'unkind', 'secrecy', 'idiom']).default('jargon'),
  }),
);

/** `content/<language>/letters.yaml`: letters that everybody knows. */
export const lettersSchema = z
  .strictObject({ known: z.array(z.string().regex(/^\p{Lu}{2,6}$/u)) })
  .transform(({ known }) => new Set(known));
