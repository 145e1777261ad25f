import { z } from 'zod';
import { TOPICS } from '../../understanding/types';
import { AT_A_TIME, HELP_CHOICES, HELP_LIST, nearOf, wordsOf } from '../help';
import type { HelpList } from '../types';
import { defineBlock } from './block';

const flag = z.literal('').transform(() => true);
const attributes = z
  .strictObject({
    topic: z.enum(TOPICS).optional(),
    words: z.string().min(1).optional(),
    answer: z.string().optional(),
    give: flag.optional(),
    more: flag.optional(),
    again: flag.optional(),
  })
  .refine(
    ({ words, ...given }) => Object.keys(given).length === 1,
    'needs one of topic="...", answer="...", give, more and again',
  )
  .refine(({ words, topic }) => words === undefined || topic !== undefined, 'words="..." stand beside topic="..."');

/**
 * `::local-help{topic="money"}` shows help near the person, and `words="nowhere to sleep tonight"` beside it what fits these first. `{answer="looking-for"}` looks for what they answered there,
 * `{give}` for where people are wanted; `{more}` goes on with the list shown last, `{again}` begins it again. The choices of
 * `help-list.md` follow those of the step.
 */
export default defineBlock({
  type: 'local-help',
  attributes,
  parse: ({ line, attributes: given }) => ({ line, type: 'local-help', list: listOf(given) }),
  run: (block, turn) => {
    turn.listed = true;
    if (turn.again) return;
    const { state } = turn;
    const last = state.help ?? { list: { give: true as const }, words: '', from: 0, names: [] };
    if (block.list === 'more') state.help = { ...last, from: last.from + AT_A_TIME };
    else if (block.list === 'again') state.help = { ...last, from: 0, names: [] };
    else state.help = { list: block.list, words: wordsOf(state, block.list), from: 0, names: [] };
    const { list, words, from } = state.help;
    const topic = 'topic' in list ? list.topic : null;
    turn.events.push({
      type: 'local-help',
      topic,
      words,
      give: 'give' in list,
      from,
      near: nearOf(state, turn.library.places),
    });
  },
  targets: () => [{ kind: 'step', flow: HELP_LIST, step: HELP_CHOICES }],
});

function listOf({ topic, words, answer, more, again }: z.infer<typeof attributes>): HelpList | 'more' | 'again' {
  if (topic !== undefined) return words === undefined ? { topic } : { topic, words };
  if (answer !== undefined) return { answer };
  return more ? 'more' : again ? 'again' : { give: true };
}
