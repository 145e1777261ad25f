import { z } from 'zod';
import { nearOf } from '../help';
import { defineBlock } from './block';

/** `::which-place[Which one is yours?]{next="#step"}` asks which place is meant where an outcode is in more than one. */
export default defineBlock({
  type: 'which-place',
  label: 'needed',
  attributes: z.strictObject({ next: z.string() }),
  parse: ({ line, label, attributes, target }) => {
    const next = target(attributes.next);
    return next && { line, type: 'which-place', text: label, next };
  },
  run: (block, turn) => {
    turn.over = true;
    const { outcode } = nearOf(turn.state, turn.library.places);
    const there = turn.library.places.filter(({ outcodes }) => outcode !== null && outcodes.includes(outcode));
    if (there.length < 2) {
      turn.next = block.next;
      return;
    }
    turn.say(block.text);
    turn.state.offered = there.map(({ name }) => ({ label: name, to: block.next }));
    turn.events.push({ type: 'offer', labels: there.map(({ name }) => name) });
  },
  targets: (block) => [block.next],
  ends: true,
});
