import type { TurnContext } from 'botbuilder';
import { again, interrupt } from '../dialogs/step';
import type { Message } from '../dialogs/types';
import { addLine } from '../story/story';
import { perform } from './perform';
import { phrase, message as said } from './speak';
import type { Talk } from './talk';
import { type TurnWork, workOf } from './turn-work';

/*
 * What is different where a message costs money, a phone is passed around and nobody sees what was said before.
 */

/** After this long somebody else may hold the phone, and nobody remembers what the choices were. */
const GAP_MS = 8 * 60 * 60_000;
const BURST_MS = 20_000;
const MOST_IN_BURST = 6;
const CATCH_UP_MS = 10_000;
export const CATCH_UP = 'catch-up';

/** Marks that they wrote, when there were words. Returns whether they come back after hours. */
export function heard({ memory, now, conversation }: TurnWork, { text }: Message): boolean {
  const before = memory.heardAt;
  if (text.trim()) memory.heardAt = now;
  const inTheMiddle = memory.engine.at !== null && conversation.owner === 'bot';
  return memory.engine.phone && inTheMiddle && before > 0 && now - before > GAP_MS;
}

/** What waited for them to write goes out now. True when opening it is all they wanted. */
export function openHeld(work: TurnWork, { reply }: Message): boolean {
  return giveHeld(work) && reply.command === 'open';
}

/** True when there was something. */
function giveHeld(work: TurnWork): boolean {
  work.again = work.memory.held;
  work.memory.held = [];
  return work.again.length > 0;
}

/** Back after hours: never what was said before, only whether to carry on. What they write is kept. */
export async function welcomeBack(context: TurnContext, talk: Talk, message: Message): Promise<void> {
  const { memory, now } = workOf(context);
  const place = { flow: 'welcome-back', step: '' };
  await perform(context, talk, interrupt(talk.library, memory.engine, message, place, now));
}

/** Has Natter answered often enough for now? If not, this answer counts. */
export function enoughSaid({ memory, now }: TurnWork): boolean {
  if (!memory.engine.phone) return false;
  const spoke = memory.spokeAt.filter((at) => now - at < BURST_MS);
  memory.spokeAt = spoke.length < MOST_IN_BURST ? [...spoke, now] : spoke;
  return spoke.length >= MOST_IN_BURST;
}

/** In a burst of messages only the first few are answered one by one. True when this one waits for the answer to them all. */
export function inBurst(work: TurnWork, { text, reply }: Message): boolean {
  const { memory, now, timers } = work;
  if (!enoughSaid(work) || reply.command !== null) return false;
  if (text.trim()) memory.story = addLine(memory.story, { at: now, question: null, text, kind: 'words' });
  timers.set.push({ id: CATCH_UP, at: now + CATCH_UP_MS, body: '' });
  return true;
}

/** The burst is over: one answer to all of it. */
export async function catchUp(context: TurnContext, talk: Talk): Promise<void> {
  const { memory, conversation, now, timers } = workOf(context);
  timers.cancel.push(CATCH_UP);
  if (memory.stopped || conversation.owner !== 'bot') return;
  await context.sendActivities(phrase(talk, memory, 'caught-up'));
  await perform(context, talk, again(talk.library, memory.engine, now));
}

/** The rest of a list that was too long for their channel. */
export async function showMore(context: TurnContext, talk: Talk, from: number): Promise<void> {
  const work = workOf(context);
  const { memory, conversation, now } = work;
  if (memory.stopped) return;
  giveHeld(work);
  if (conversation.owner !== 'bot') return;
  memory.heardAt = now;
  const labels = memory.engine.offered.map(({ label }) => label).slice(from);
  if (labels.length === 0) return perform(context, talk, again(talk.library, memory.engine, now));
  const [intro] = phrase(talk, memory, 'more-choices');
  const actions = labels.map((label) => ({ type: 'imBack', title: label, value: label }));
  const rest = { ...said(intro?.text ?? ''), suggestedActions: { to: [], actions } };
  // Numbers, and the next "More", go on from where they were.
  await context.sendActivity({ ...rest, value: { from } });
}
