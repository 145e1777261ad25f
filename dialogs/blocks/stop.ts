import { z } from 'zod';
import { defineBlock } from './block';

/** `::stop` stops all messages to the person. */
export default defineBlock({
  type: 'stop',
  attributes: z.strictObject({}),
  parse: ({ line }) => ({ line, type: 'stop' }),
  run: (_block, turn) => {
    turn.events.push({ type: 'stop' });
  },
});
