import { z } from 'zod';
import { phrase } from '../turn';
import { defineBlock } from './block';

/** `::phrase{id="one-step"}` says a line that several flows share. */
export default defineBlock({
  type: 'phrase',
  attributes: z.strictObject({ id: z.string() }),
  parse: ({ line, attributes }) => ({ line, type: 'phrase', id: attributes.id }),
  run: (block, turn) => {
    if (!turn.again) phrase(turn, block.id);
  },
});
