import type { TurnContext } from 'botbuilder';
import { again, step } from '../dialogs/step';
import type { Message } from '../dialogs/types';
import { perform } from './perform';
import { enoughSaid, inBurst } from './phone';
import { phrase } from './speak';
import type { Talk } from './talk';
import { workOf } from './turn-work';

/**
 * They sent a photo, a voice note, ...: it was not kept, and they are told so. True when there were no words beside it.
 * `first`: nobody has told them yet who is speaking. `afterHours`: what was said before is not brought back.
 */
export async function answerNotWords(
  context: TurnContext,
  talk: Talk,
  message: Message,
  { first, afterHours }: { first: boolean; afterHours: boolean },
): Promise<boolean> {
  const work = workOf(context);
  const { beside, memory, conversation, now } = work;
  const { sent } = beside;
  if (!sent) return false;
  const words = Boolean(message.text.trim());
  const natters = conversation.owner === 'bot';
  // A thumbs-up to a worker needs no answer from a machine; the worker sees that it was sent.
  if (sent === 'reaction' && !natters) return true;
  // Phones send a whole album as one message for each photo.
  if (natters && !words ? inBurst(work, message) : enoughSaid(work)) return !words;
  await context.sendActivities(phrase(talk, memory, natters ? `sent-${sent}` : 'sent-to-worker'));
  if (words || !natters || afterHours) return !words;
  const { library } = talk;
  await perform(context, talk, first ? step(library, memory.engine, null, now) : again(library, memory.engine, now));
  return true;
}
