import { z } from 'zod';
import { knownAnswer } from '../answers';
import { defineBlock } from './block';

/** `::help-details{of="which-one"}` tells all that is known of the help that was picked in that step. */
export default defineBlock({
  type: 'help-details',
  attributes: z.strictObject({ of: z.string() }),
  parse: ({ line, attributes }) => ({ line, type: 'help-details', of: attributes.of }),
  run: (block, turn) => {
    if (!turn.again) turn.events.push({ type: 'help-details', which: knownAnswer(turn.state, block.of) });
  },
});
