import { z } from 'zod';
import { defineBlock } from './block';

/** `::send-list` gives the person the list that was shown last, to keep. */
export default defineBlock({
  type: 'send-list',
  attributes: z.strictObject({}),
  parse: ({ line }) => ({ line, type: 'send-list' }),
  run: (_block, turn) => {
    if (!turn.again) turn.events.push({ type: 'send-list' });
  },
});
