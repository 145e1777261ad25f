import { z } from 'zod';
import { defineBlock } from './block';

/** `::story` shows the person what they have said. */
export default defineBlock({
  type: 'story',
  attributes: z.strictObject({}),
  parse: ({ line }) => ({ line, type: 'story' }),
  run: (_block, turn) => {
    turn.events.push({ type: 'story' });
  },
});
