import type { TurnContext } from 'botbuilder';
import { leave, wait } from '../handoff/ownership';
import { isUnsafeNow, unbook } from './booked';
import { expected } from './expect';
import { forDesk } from './for-desk';
import { handoffInitiated, handoffStatus } from './handoff-events';
import { letGo } from './let-go';
import { phrase, waiting } from './speak';
import type { Talk } from './talk';
import { theirTeam } from './team';
import { type TurnWork, workOf } from './turn-work';

/** When somebody who still waits hears from us, so that nobody wonders whether they were forgotten. */
export const STILL_WAITING = [
  { id: 'still-waiting-1', ms: 10 * 60_000 },
  { id: 'still-waiting-2', ms: 60 * 60_000 },
];

/** `peersMayRead`: they were asked, and said yes. What they agreed to before was about what they had said before. */
export async function startWaiting(context: TurnContext, talk: Talk, peersMayRead = false): Promise<void> {
  const work = workOf(context);
  const { conversation, memory, now } = work;
  Object.assign(conversation, wait(conversation, now));
  memory.sharedFrom = conversation.seq;
  memory.ended = memory.reopened = null;
  memory.reassuredAt = 0;
  memory.peersMayRead = peersMayRead;
  memory.peers = [];
  memory.readers = [];
  memory.askedToRead = null;
  memory.team = theirTeam(talk, memory);
  setReminders(work);
  await context.sendActivity(handoffInitiated(context));
  await context.sendActivities(waiting(talk, memory, 'waiting-started', now, await expected(context, talk)));
}

export function stopReminders({ timers }: TurnWork): void {
  timers.set = timers.set.filter(({ id }) => !STILL_WAITING.some((each) => each.id === id));
  timers.cancel.push(...STILL_WAITING.map(({ id }) => id));
}

export function setReminders({ timers, now }: TurnWork): void {
  for (const { id, ms } of STILL_WAITING) timers.set.push({ id, at: now + ms, body: '' });
}

/** One of the timers of a wait rings. One that was set in an earlier wait and comes late is not about this one. */
export async function ring(context: TurnContext, talk: Talk, timer: string): Promise<void> {
  const work = workOf(context);
  const { conversation, memory, timers, now } = work;
  const since = conversation.owner === 'waiting' ? conversation.waitingSince : null;
  const ms = STILL_WAITING.find(({ id }) => id === timer)?.ms ?? 0;
  if (since !== null && now < since + ms) return;
  timers.cancel.push(timer);
  if (since !== null && !memory.stopped && !isUnsafeNow(work))
    await context.sendActivities(phrase(talk, memory, 'still-waiting'));
}

/** Takes the conversation back from the desk, and tells the worker. */
export async function leaveWorker(context: TurnContext, talk: Talk): Promise<void> {
  const work = workOf(context);
  const { conversation, memory } = work;
  if (conversation.owner !== 'waiting' && conversation.owner !== 'worker') return;
  await context.sendActivities(forDesk(talk, memory, 'person-left'));
  await context.sendActivity(handoffStatus(context, 'completed'));
  stopReminders(work);
  unbook(work);
  letGo(work);
  Object.assign(conversation, leave());
}
