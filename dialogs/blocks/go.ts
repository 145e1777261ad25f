import { z } from 'zod';
import { defineBlock } from './block';

/** `::go{to="#next"}` goes on to another step without waiting. */
export default defineBlock({
  type: 'go',
  attributes: z.strictObject({ to: z.string() }),
  parse: ({ line, attributes, target }) => {
    const to = target(attributes.to);
    return to && { line, type: 'go', to };
  },
  run: (block, turn) => {
    turn.next = block.to;
    turn.over = true;
  },
  targets: (block) => [block.to],
  ends: true,
});
