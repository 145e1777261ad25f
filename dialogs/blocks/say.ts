import { z } from 'zod';
import { defineBlock } from './block';

/** A paragraph: one message. */
export default defineBlock<'say'>({
  type: 'say',
  form: 'text',
  attributes: z.strictObject({}),
  parse: ({ line, label }) => ({ line, type: 'say', text: label }),
  run: (block, turn) => {
    if (!turn.again) turn.say(block.text);
    if (block.text.endsWith('?')) turn.question = block.text;
  },
});
