import type { TurnContext } from 'botbuilder';
import { leave, mayMove, release } from '../handoff/ownership';
import type { Worker } from '../handoff/types';
import { isUnsafeNow } from './booked';
import { stay } from './company';
import { forDesk } from './for-desk';
import { handoffInitiated, handoffStatus } from './handoff-events';
import { letGo } from './let-go';
import { LOOK } from './looking';
import { setReminders } from './queue';
import { phrase } from './speak';
import { staffOf } from './staff';
import type { Talk } from './talk';
import { type TurnWork, workOf } from './turn-work';

/**
 * Is the worker who has them there? It counts from the first look that found nobody, not from when they were last seen:
 * after an hour in which nothing of ours ran, everybody has a moment to come back.
 */
export async function look(context: TurnContext, talk: Talk): Promise<void> {
  const work = workOf(context);
  const { conversation, memory, timers, now } = work;
  const { presence, patience } = staffOf(context);
  // What is set below is set after this: a timer that rang and stays would ring for ever.
  timers.cancel.push(LOOK);
  if (conversation.owner !== 'worker' || conversation.worker === null) return;
  memory.away = (await presence.seen(conversation.worker)) ? null : awayFrom(work, conversation.worker);
  if (memory.away && now - memory.away.since >= patience.awayMs) {
    const { beside } = memory.company;
    return beside && (await presence.seen(beside.id)) ? stay(context, talk) : putBack(context, talk, 'worker-lost');
  }
  timers.set.push({ id: LOOK, at: now + patience.lookMs, body: '' });
}

const awayFrom = ({ memory, now }: TurnWork, worker: string) =>
  memory.away?.worker === worker ? memory.away : { worker, since: now };

/**
 * Back to the front of the queue, with everything that was said. Somebody who wants no messages is not put there: nobody
 * could write to them.
 */
export async function putBack(context: TurnContext, talk: Talk, told: 'worker-lost' | 'worker-moved'): Promise<void> {
  const work = workOf(context);
  const { conversation, memory } = work;
  const moved = release(conversation);
  if (!moved.ok) {
    work.refused = moved.why;
    return;
  }
  const worker = memory.worker?.name ?? '';
  letGo(work);
  await context.sendActivities(forDesk(talk, memory, 'worker-left', { worker }));
  await context.sendActivity(handoffStatus(context, 'failed'));
  if (memory.stopped) {
    Object.assign(conversation, leave());
    return;
  }
  Object.assign(conversation, moved.to);
  memory.leftBy = worker;
  await context.sendActivity(handoffInitiated(context));
  if (isUnsafeNow(work)) return;
  setReminders(work);
  await context.sendActivities(phrase(talk, memory, told, { worker }));
}

/** A lead moves somebody whom another worker has. */
export async function move(context: TurnContext, talk: Talk, lead: Worker): Promise<void> {
  if (mayMove(lead)) return putBack(context, talk, 'worker-moved');
  workOf(context).refused = 'role';
}
