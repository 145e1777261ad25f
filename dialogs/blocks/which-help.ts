import { z } from 'zod';
import { phrase } from '../turn';
import { defineBlock } from './block';

/** So many can be picked from; those shown last are the ones somebody means. */
const MOST = 6;

/** `::which-help[Which one?]{next="#step"}` asks which of the help in the list that was shown last is meant. */
export default defineBlock({
  type: 'which-help',
  label: 'needed',
  attributes: z.strictObject({ next: z.string() }),
  parse: ({ line, label, attributes, target }) => {
    const next = target(attributes.next);
    return next && { line, type: 'which-help', text: label, next };
  },
  run: (block, turn) => {
    turn.over = true;
    const names = (turn.state.help?.names ?? []).slice(-MOST);
    if (names.length === 0) {
      phrase(turn, 'help-list-empty');
      turn.next = { kind: 'carry-on' };
      return;
    }
    turn.say(block.text);
    turn.state.offered = names.map((name) => ({ label: name, to: block.next }));
    turn.events.push({ type: 'offer', labels: names });
  },
  targets: (block) => [block.next],
  ends: true,
});
