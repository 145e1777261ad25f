import { z } from 'zod';

const phrases = z.array(z.string().includes('{n}', 'say with {n} where the number of the line stands')).min(1);

/** `content/<language>/story.yaml`: how people ask to leave a line of their story out, or put it back. */
export const editWordsSchema = z.strictObject({ 'leave-out': phrases, 'put-back': phrases });
