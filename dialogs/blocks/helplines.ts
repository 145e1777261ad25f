import { z } from 'zod';
import { defineBlock } from './block';

/** `::helplines{for="suicide"}` shows the national lines for that. */
export default defineBlock({
  type: 'helplines',
  attributes: z.strictObject({ for: z.string() }),
  parse: ({ line, attributes }) => ({ line, type: 'helplines', for: attributes.for }),
  run: (block, turn) => {
    if (!turn.again) turn.events.push({ type: 'helplines', for: block.for });
  },
});
