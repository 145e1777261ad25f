import type { Activity } from 'botbuilder';
import { isPlain, plainSigns } from '../phone/gsm';
import { split } from '../phone/split';
import { asText } from '../text';
import { withoutEmoji } from './emoji';

/**
 * GOV.UK Notify takes 918 signs: six segments, with a few signs kept free for a text that has to differ from one before it. When a
 * letter needs the larger alphabet, thirteen segments fit into them.
 */
const MOST = { plain: 908, other: 13 * 67 - 10 };

/**
 * What one speaker says in one turn, as text messages: all of it together, choices as numbered lines, cut at sentence ends
 * where it is too long. `picture` stands for a message that was nothing but emoji.
 */
export function partsOf(said: Partial<Activity>[], picture: string): Partial<Activity>[] {
  const from = said[0]?.from;
  const text = said.flatMap((one) => wordsOf(one.text, picture) || []).join('\n\n');
  const asked = said.findLast(({ suggestedActions }) => suggestedActions?.actions.length);
  const actions = asked?.suggestedActions?.actions.map((each) => ({ ...each, title: wordsOf(each.title, picture) }));
  const whole = asText({ ...asked, text, ...(actions && { suggestedActions: { to: [], actions } }) });
  const plain = plainSigns(whole);
  const pieces = split(plain, isPlain(plain) ? MOST.plain : MOST.other);
  return pieces.map((piece, index) => {
    const part: Partial<Activity> = { type: 'message', text: piece, ...(from && { from }) };
    // Marks a question, which is not sent when a worker has taken over meanwhile. With more than the question in it, it is.
    const question = said.length === 1 && index === pieces.length - 1;
    if (question && asked?.suggestedActions) part.suggestedActions = asked.suggestedActions;
    return part;
  });
}

const wordsOf = (text: string | undefined, picture: string): string =>
  text?.trim() ? withoutEmoji(text.trim()) || picture : '';
