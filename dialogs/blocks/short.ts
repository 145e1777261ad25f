import { z } from 'zod';
import { defineBlock } from './block';

const flag = z.literal('').transform(() => true);

/** `::short{on}`: they want few words from now on. `::short{off}`: all of them again. */
export default defineBlock({
  type: 'short',
  attributes: z
    .strictObject({ on: flag.optional(), off: flag.optional() })
    .refine((given) => Object.keys(given).length === 1, 'needs on or off'),
  parse: ({ line, attributes: { on } }) => ({ line, type: 'short', on: on === true }),
  run: ({ on }, turn) => {
    turn.state.short = on;
  },
});
