import type { Activity } from 'botbuilder';
import { isPlain, plainSigns } from '../phone/gsm';
import { split } from '../phone/split';
import { asText } from '../text';

/** Whole segments that fit in the 1,600 characters Twilio takes: 10 of 153, or 23 of 67 when a letter needs the larger alphabet. */
const MOST = { plain: 1530, other: 1541 };

/**
 * What one speaker says in one turn as text messages: all of it in one, with an empty line between, and cut only where it is
 * too long. WhatsApp gets the same: its buttons are only for templates that were approved before.
 */
export function parts(said: Partial<Activity>[]): Partial<Activity>[] {
  const messages = said.filter(({ type }) => type === 'message');
  const text = plainSigns(messages.map(asText).filter(Boolean).join('\n\n'));
  const pieces = split(text, isPlain(text) ? MOST.plain : MOST.other);
  const { from, suggestedActions } = messages.at(-1) ?? {};
  return pieces.map((text, index) => ({
    type: 'message',
    text,
    ...(from ? { from } : {}),
    // Marks a question, which is not sent when a worker has taken over meanwhile. With more than the question in it, it is.
    ...(suggestedActions && messages.length === 1 && index === pieces.length - 1 ? { suggestedActions } : {}),
  }));
}
