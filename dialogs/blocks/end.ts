import { z } from 'zod';
import { defineBlock } from './block';

/** `::end` lets the conversation rest: the next message starts at the menu. */
export default defineBlock({
  type: 'end',
  attributes: z.strictObject({}),
  ends: true,
  parse: ({ line }) => ({ line, type: 'end' }),
  run: (_block, turn) => {
    turn.events.push({ type: 'end' });
    turn.state.at = null;
    turn.over = true;
  },
});
