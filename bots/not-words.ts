import type { TurnContext } from 'botbuilder';
import { again } from '../dialogs/step';
import { perform } from './perform';
import { phrase } from './speak';
import type { Talk } from './talk';
import { workOf } from './turn-work';

/** They sent a photo, a voice note, ...: it was not kept, and they are told so. True when there were no words beside it. */
export async function answerNotWords(context: TurnContext, talk: Talk): Promise<boolean> {
  const { beside, memory, conversation, now } = workOf(context);
  const { sent } = beside;
  if (!sent) return false;
  const words = Boolean(context.activity.text?.trim());
  const { owner } = conversation;
  // A thumbs-up to a worker needs no answer from a machine; the worker sees that it was sent.
  if (sent === 'reaction' && owner !== 'bot') return true;
  const answer = owner === 'bot' ? `sent-${sent}` : 'sent-to-worker';
  await context.sendActivities(phrase(talk, memory, answer));
  if (!words && owner === 'bot') await perform(context, talk, again(talk.library, memory.engine, now));
  return !words;
}
