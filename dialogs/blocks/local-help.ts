import { z } from 'zod';
import { TOPICS } from '../../understanding/types';
import { defineBlock } from './block';

/** `::local-help{topic="money"}` shows help near the person. */
export default defineBlock({
  type: 'local-help',
  attributes: z.strictObject({ topic: z.enum(TOPICS) }),
  parse: ({ line, attributes }) => ({ line, type: 'local-help', topic: attributes.topic }),
  run: (block, turn) => {
    if (!turn.again) turn.events.push({ type: 'local-help', topic: block.topic });
  },
});
