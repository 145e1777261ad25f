import { z } from 'zod';

const phrases = z.array(z.string().min(1)).min(1);
const numbered = z.array(z.string().includes('{n}', 'say with {n} where the number of the line stands')).min(1);

/** `content/<language>/story.yaml`: how people ask to leave a line of their story out, put it back, change it or add one. */
export const editWordsSchema = z.strictObject({
  'leave-out': numbered,
  'put-back': numbered,
  change: numbered,
  add: phrases,
});
