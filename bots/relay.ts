import type { TurnContext } from 'botbuilder';
import { type GentleQuestion, isGentleQuestion } from '../dialogs/hearing';
import { again, recite, rest, step } from '../dialogs/step';
import type { Message } from '../dialogs/types';
import type { Danger } from '../understanding/types';
import { answeredToRead } from './ask-to-read';
import { book, bookedWords } from './booking';
import { expected } from './expect';
import { inTheirWords } from './language';
import { perform } from './perform';
import { leaveWorker } from './queue';
import { phrase, speak, waiting } from './speak';
import type { Talk } from './talk';
import { workOf } from './turn-work';

/** Words that still do something while a worker has the conversation, or is being waited for. Any other words are for the worker. */
const ALWAYS = new Set(['help-now', 'about-me', 'delete', 'who-can-see']);
const REASSURE_MS = 5 * 60_000;

/** A worker has the conversation, or is being waited for: the words are theirs, and Natter keeps quiet. */
export async function relay(
  context: TurnContext,
  talk: Talk,
  message: Message,
  danger: Danger | GentleQuestion | null,
): Promise<void> {
  const { memory, conversation, now } = workOf(context);
  const { command } = message.reply;
  if (danger && !isGentleQuestion(danger)) {
    // What they write next is about this, and no answer to a question about times.
    memory.booking = null;
    return show(context, talk, { flow: 'safety', step: danger }, message);
  }
  if (command === 'stop-waiting' || command === 'end-chat') return leaveQueue(context, talk);
  if (command === 'delete') {
    await leaveWorker(context, talk);
    return perform(context, talk, step(talk.library, memory.engine, message, now));
  }
  if (command && ALWAYS.has(command)) return show(context, talk, { flow: command, step: '' });
  if (conversation.owner === 'worker' && (await answeredToRead(context, talk, message))) return;
  if (conversation.owner === 'waiting' && (await book(context, talk, message))) return;
  if (conversation.owner === 'waiting' && (command === 'how-long' || command === 'person')) {
    const when = bookedWords(talk, workOf(context));
    if (when) return void (await context.sendActivities(phrase(talk, memory, 'booked-still', { when })));
    await context.sendActivities(waiting(talk, memory, 'waiting-started', now, await expected(context, talk)));
    return;
  }
  if (conversation.owner === 'waiting' && now - memory.reassuredAt > REASSURE_MS) {
    memory.reassuredAt = now;
    await context.sendActivities(phrase(talk, memory, memory.booked ? 'booked-kept' : 'waiting-kept'));
  }
}

/** Says a step without changing where anybody is: no choices, because the conversation belongs to a worker. */
async function show(
  context: TurnContext,
  talk: Talk,
  place: { flow: string; step: string },
  message: Message | null = null,
): Promise<void> {
  const { memory, now } = workOf(context);
  const recited = recite(talk.library, memory.engine, place, now, message);
  const { events } = message
    ? inTheirWords(workOf(context), talk, message, { state: memory.engine, events: recited })
    : { events: recited };
  const words = events.filter(({ type }) => type !== 'offer' && type !== 'ask');
  await context.sendActivities(speak(talk, memory, words, now));
}

async function leaveQueue(context: TurnContext, talk: Talk): Promise<void> {
  const { conversation, memory, now } = workOf(context);
  const waited = conversation.owner === 'waiting';
  await leaveWorker(context, talk);
  await context.sendActivities(phrase(talk, memory, waited ? 'stopped-waiting' : 'ended-by-person'));
  memory.engine = rest(memory.engine);
  if (waited) await perform(context, talk, again(talk.library, memory.engine, now));
}
