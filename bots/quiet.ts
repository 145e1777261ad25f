import type { TurnContext } from 'botbuilder';
import { isUnsafeNow } from './booked';
import { forDesk } from './for-desk';
import { phrase } from './speak';
import { staffOf } from './staff';
import type { Talk } from './talk';
import { type TurnWork, workOf } from './turn-work';

/** Rings when somebody has not answered their worker for long. */
export const QUIET = 'gone-quiet';

/** The worker wrote: from their last message on it counts. Whoever has been asked is left in peace until they write. */
export function waitForAnswer(context: TurnContext): void {
  const { memory, timers, now } = workOf(context);
  if (memory.askedIfThere || memory.paused) return;
  memory.quietAt = now + staffOf(context).patience.quietMs;
  timers.set.push({ id: QUIET, at: memory.quietAt, body: '' });
}

/** Nobody waits for an answer now: whoever was asked before is still not asked again. */
export function noQuestion({ memory, timers }: TurnWork): void {
  if (memory.quietAt !== null) timers.cancel.push(QUIET);
  memory.quietAt = null;
}

/** They wrote, or somebody new is with them: it begins anew. */
export function notQuiet(work: TurnWork): void {
  noQuestion(work);
  work.memory.askedIfThere = false;
}

/** Asks once, on their own channel, and lets the worker know. One that rings late, after they wrote, asks nothing. */
export async function askIfThere(context: TurnContext, talk: Talk): Promise<void> {
  const work = workOf(context);
  const { conversation, memory, timers, now } = work;
  const due = memory.quietAt !== null && now >= memory.quietAt;
  if (due || conversation.owner !== 'worker') timers.cancel.push(QUIET);
  if (!due || conversation.owner !== 'worker' || memory.stopped || isUnsafeNow(work)) return;
  memory.quietAt = null;
  memory.askedIfThere = true;
  const worker = memory.worker?.name ?? '';
  await context.sendActivities(phrase(talk, memory, 'gone-quiet', { worker }));
  await context.sendActivities(forDesk(talk, memory, 'asked-if-there'));
}
