import { z } from 'zod';
import { knownAnswer } from '../answers';
import type { Condition, State } from '../types';
import { defineBlock } from './block';

const flag = z.literal('').transform(() => true);
const attributes = z
  .strictObject({
    young: flag.optional(),
    adult: flag.optional(),
    phone: flag.optional(),
    web: flag.optional(),
    short: flag.optional(),
    'rather-peer': flag.optional(),
    about: z.string().optional(),
    answered: z.string().optional(),
    unanswered: z.string().optional(),
    is: z.string().optional(),
  })
  .refine((given) => Object.keys(given).length > 0, 'needs something to test, such as {young}')
  .refine((given) => !(given.young && given.adult), '{young adult} is never true')
  .refine((given) => !(given.phone && given.web), '{phone web} is never true')
  .refine((given) => given.is === undefined || given.answered !== undefined, '{is} needs {answered}');

/** `:::when{young}` ... `:::`: what stands inside, only if every given test holds. */
export default defineBlock({
  type: 'when',
  form: 'container',
  attributes,
  parse: ({ line, attributes: given, inside }) => ({ line, type: 'when', test: condition(given), blocks: inside }),
  run: (block, turn) => {
    if (holds(block.test, turn.state)) turn.run(block.blocks);
  },
});

function condition({ young, adult, phone, web, short, about, ...answers }: z.infer<typeof attributes>): Condition {
  const test: Condition = {};
  if (young) test.young = true;
  if (adult) test.young = false;
  if (phone) test.phone = true;
  if (web) test.phone = false;
  if (short) test.short = true;
  if (answers['rather-peer']) test.ratherPeer = true;
  if (about !== undefined) test.about = about.split(/\s+/);
  for (const name of ['answered', 'unanswered', 'is'] as const) {
    const value = answers[name];
    if (value !== undefined) test[name] = value;
  }
  return test;
}

/** Does the test hold here? Not knowing whether the writer is a child counts as adult. */
export function holds(test: Condition, state: State): boolean {
  const answer = test.answered === undefined ? '' : knownAnswer(state, test.answered);
  return (
    (test.young === undefined || test.young === (state.young === true)) &&
    (test.phone === undefined || test.phone === state.phone) &&
    (test.short === undefined || test.short === state.short) &&
    (test.ratherPeer === undefined || test.ratherPeer === state.ratherPeer) &&
    (test.about === undefined || test.about.includes(state.about)) &&
    (test.answered === undefined || (test.is === undefined ? answer !== '' : answer === test.is)) &&
    (test.unanswered === undefined || knownAnswer(state, test.unanswered) === '')
  );
}
