import { z } from 'zod';
import { defineBlock } from './block';

/** `::forget` deletes everything the person said. Their answers and their way here go at once. */
export default defineBlock({
  type: 'forget',
  attributes: z.strictObject({}),
  parse: ({ line }) => ({ line, type: 'forget' }),
  run: (_block, turn) => {
    turn.events.push({ type: 'forget' });
    turn.state.answers = {};
    turn.state.trail = [];
    turn.state.paused = [];
    turn.state.about = 'unknown';
    turn.state.young = null;
  },
});
