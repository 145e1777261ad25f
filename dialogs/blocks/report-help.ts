import { z } from 'zod';
import { knownAnswer } from '../answers';
import { HELP_FAULTS } from '../types';
import { defineBlock } from './block';

/**
 * `::report-help{reason="closed" of="wrong"}` tells whoever keeps the list what is not right about the help that was picked in
 * that step, and nothing about the person.
 */
export default defineBlock({
  type: 'report-help',
  attributes: z.strictObject({ reason: z.enum(HELP_FAULTS), of: z.string() }),
  parse: ({ line, attributes }) => ({ line, type: 'report-help', ...attributes }),
  run: (block, turn) => {
    if (turn.again) return;
    turn.events.push({ type: 'report-help', reason: block.reason, which: knownAnswer(turn.state, block.of) });
  },
});
