import { z } from 'zod';
import { defineBlock } from './block';

/**
 * `::ask-clearly[May they?]{unclear="#no"}` before choices of which only a clear one counts: whatever is none of them leads
 * there, and so does "skip". Shown again, it is asked again in full: nobody is to agree to what they do not see.
 */
export default defineBlock({
  type: 'ask-clearly',
  label: 'needed',
  attributes: z.strictObject({ unclear: z.string() }),
  parse: ({ line, label, attributes, target }) => {
    const next = target(attributes.unclear);
    return next && { line, type: 'ask-clearly', text: label, next };
  },
  run: ({ text, next }, turn) => {
    turn.say(text);
    turn.question = text;
    turn.state.unclear = next;
  },
  targets: ({ next }) => [next],
});
