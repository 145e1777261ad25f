import { z } from 'zod';
import { phraseTexts } from '../phrases';
import { defineBlock } from './block';

/** `::phrase{id="one-step"}` says a line that several flows share. */
export default defineBlock({
  type: 'phrase',
  attributes: z.strictObject({ id: z.string() }),
  parse: ({ line, attributes }) => ({ line, type: 'phrase', id: attributes.id }),
  run: (block, turn) => {
    if (turn.again) return;
    const texts = phraseTexts(turn.library, block.id, turn.state.said);
    if (texts.length === 0) turn.events.push({ type: 'problem', code: 'missing-phrase', where: block.id });
    for (const text of texts) turn.say(text);
  },
});
