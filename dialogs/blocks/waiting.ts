import { z } from 'zod';
import { defineBlock } from './block';

/** `::waiting` says honestly how long it takes to reach a worker. */
export default defineBlock({
  type: 'waiting',
  attributes: z.strictObject({}),
  parse: ({ line }) => ({ line, type: 'waiting' }),
  run: (_block, turn) => {
    if (!turn.again) turn.events.push({ type: 'waiting' });
  },
});
