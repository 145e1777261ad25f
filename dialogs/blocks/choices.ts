import { z } from 'zod';
import { helpChoices } from '../help';
import { fill } from '../phrases';
import { defineBlock } from './block';

/** A list of links: what the person can pick. Any other words are welcome too. */
export default defineBlock<'choices'>({
  type: 'choices',
  form: 'text',
  attributes: z.strictObject({}),
  parse: () => null,
  run: (block, turn) => {
    const offered = [...block.choices, ...helpChoices(turn)].map(({ label, to, means }) => ({
      label: fill(label, turn.library.values),
      to,
      ...(means === undefined ? {} : { means: fill(means, turn.library.values) }),
    }));
    turn.state.offered = offered;
    turn.state.question = turn.question;
    turn.events.push({ type: 'offer', labels: offered.map(({ label }) => label) });
    turn.over = true;
  },
  targets: (block) => block.choices.map(({ to }) => to),
  ends: true,
});
