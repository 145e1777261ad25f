import { z } from 'zod';
import { defineBlock } from './block';

const flag = z.literal('').transform(() => true);

/** `::handoff` asks a worker to join. `::handoff{peers}`: and they have agreed that peers read what is passed on. */
export default defineBlock({
  type: 'handoff',
  attributes: z.strictObject({ peers: flag.optional() }),
  ends: true,
  parse: ({ line, attributes: { peers } }) => ({ line, type: 'handoff', peers: peers === true }),
  run: ({ peers }, turn) => {
    turn.events.push({ type: 'handoff', peers });
    turn.over = true;
  },
});
