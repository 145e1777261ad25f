import { z } from 'zod';
import { answerKey } from '../answers';
import { inFewWords } from '../few-words';
import { fill } from '../phrases';
import { defineBlock } from './block';

/**
 * `::ask[Question?]{as="name" next="#step"}` keeps what the person answers. It is asked only while the answer is not known;
 * a name such as `you/around` is one answer for all flows, so that nobody is asked twice. With
 * `{kind="anew"}` it is asked each time, with `{kind="outcode"}` too, and then the first half of a postcode is kept and nothing closer.
 */
export default defineBlock({
  type: 'ask',
  label: 'needed',
  attributes: z.strictObject({
    as: z.string().regex(/^(?:you\/)?[a-z][a-z0-9-]*$/),
    next: z.string(),
    kind: z.enum(['words', 'anew', 'outcode']).default('words'),
  }),
  parse: ({ line, label, attributes, target }) => {
    const next = target(attributes.next);
    return next && { line, type: 'ask', text: label, as: attributes.as, next, kind: attributes.kind };
  },
  run: (block, turn) => {
    turn.over = true;
    const as = answerKey(turn.state.at, block.as);
    if (as in turn.state.answers && block.kind === 'words') {
      turn.next = block.next;
      return;
    }
    const text = fill(inFewWords(block.text, turn.library, turn.state), turn.library.values);
    turn.state.asked = { as, question: text, next: block.next, kind: block.kind };
    turn.events.push({ type: 'ask', text, as });
  },
  targets: (block) => [block.next],
  ends: true,
});
