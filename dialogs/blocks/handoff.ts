import { z } from 'zod';
import { defineBlock } from './block';

/** `::handoff` asks a worker to join. */
export default defineBlock({
  type: 'handoff',
  attributes: z.strictObject({}),
  ends: true,
  parse: ({ line }) => ({ line, type: 'handoff' }),
  run: (_block, turn) => {
    turn.events.push({ type: 'handoff' });
    turn.over = true;
  },
});
