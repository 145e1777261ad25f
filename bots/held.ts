import type { TurnContext } from 'botbuilder';
import { opening } from '../handoff/hours';
import { leave, mayMove, release } from '../handoff/ownership';
import type { Worker } from '../handoff/types';
import { isUnsafeNow } from './booked';
import { goes } from './company';
import { expected } from './expect';
import { forDesk } from './for-desk';
import { handoffInitiated, handoffStatus } from './handoff-events';
import { letGo } from './let-go';
import type { Memory } from './memory';
import { setReminders } from './queue';
import { phrase } from './speak';
import { staffOf } from './staff';
import type { Talk } from './talk';
import { workOf } from './turn-work';

/**
 * Are the workers who are with them there? It counts from the first look that found nobody, not from when they were last
 * seen: after an hour in which nothing of ours ran, everybody has a moment to come back.
 */
export async function look(context: TurnContext, talk: Talk): Promise<void> {
  const { conversation, memory, now } = workOf(context);
  const { presence, patience } = staffOf(context);
  if (conversation.owner !== 'worker' || !memory.worker) return;
  const { worker } = memory;
  const { beside } = memory.company;
  const there = await presence.all();
  const before = new Map(memory.missing.map((each) => [each.worker, each.since]));
  const gone = lookedFor(memory).filter((id) => !there.has(id));
  memory.missing = gone.map((id) => ({ worker: id, since: before.get(id) ?? now }));
  const lost = memory.missing.filter(({ since }) => now - since >= patience.awayMs).map((each) => each.worker);
  if (lost.includes(worker.id)) return leaveToOthers(context, talk, 'worker-lost');
  if (!beside || !lost.includes(beside.id)) return;
  // Whoever has them has stepped away: nobody is there now.
  return memory.paused ? leaveToOthers(context, talk, 'worker-away') : goes(context, talk, beside);
}

/** The ids of the workers who should be there. Whoever stepped away has said until when. */
export function lookedFor({ worker, company: { beside }, paused }: Memory): string[] {
  return [paused ? null : worker, beside].flatMap((one) => one?.id ?? []);
}

/** Whoever has them cannot be waited for: a second one who is there has them now, or else the next who is free. */
export async function leaveToOthers(context: TurnContext, talk: Talk, told: PutBack): Promise<void> {
  const { worker, company } = workOf(context).memory;
  const stays = worker && company.beside && (await staffOf(context).presence.seen(company.beside.id));
  return stays ? goes(context, talk, worker) : putBack(context, talk, told);
}

/** What the person is told of why they wait again. */
export type PutBack = 'worker-lost' | 'worker-moved' | 'worker-away' | 'worker-not-back';

/**
 * Back to the front of the queue, with everything that was said. Somebody who wants no messages is not put there: nobody
 * could write to them.
 */
export async function putBack(context: TurnContext, talk: Talk, told: PutBack): Promise<void> {
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
  await tellIfClosed(context, talk);
}

/** "The next free worker comes to you" may be tomorrow. */
async function tellIfClosed(context: TurnContext, talk: Talk): Promise<void> {
  const { memory, now } = workOf(context);
  const hours = opening(talk.place, now, talk.times);
  if (hours.open || hours.opens === null || (await expected(context, talk)).here) return;
  await context.sendActivities(phrase(talk, memory, 'closed-for-now', { opens: hours.opens }));
}

/** A lead moves somebody whom another worker has. */
export async function move(context: TurnContext, talk: Talk, lead: Worker): Promise<void> {
  if (mayMove(lead)) return putBack(context, talk, 'worker-moved');
  workOf(context).refused = 'role';
}
