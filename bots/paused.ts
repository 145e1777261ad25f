import type { TurnContext } from 'botbuilder';
import type { Message } from '../dialogs/types';
import { momentWords } from '../handoff/hours';
import { mayWrite } from '../handoff/ownership';
import { pauseUntil } from '../handoff/pause';
import type { PauseFor, Refusal, Worker } from '../handoff/types';
import { isUnsafeNow } from './booked';
import { leaveToOthers } from './held';
import { PAUSED, unpause } from './pausing';
import { noQuestion } from './quiet';
import { phrase } from './speak';
import { staffOf } from './staff';
import type { Talk } from './talk';
import { type TurnWork, workOf } from './turn-work';

/** Pressed twice, it is one pause. */
const SAME_MS = 60_000;
/** Words of theirs that nobody who has stepped away can answer. */
const FOR_SOMEBODY_NOW = new Set(['person', 'help-now']);

/** The worker who has them steps away. They are told until when, and how to get somebody else sooner. */
export async function pause(context: TurnContext, talk: Talk, worker: Worker, wanted: PauseFor): Promise<void> {
  const work = workOf(context);
  const { memory, timers, now } = work;
  const until = pauseUntil(talk.place, wanted, now);
  const refused = whyNot(work, worker) ?? (until === null ? 'no-hours' : null);
  if (refused !== null || until === null) {
    work.refused = refused;
    return;
  }
  if (memory.paused && Math.abs(memory.paused.until - until) < SAME_MS) return;
  memory.paused = { until, told: false };
  // They are here to say so; nobody looks for them until they are back.
  memory.missing = memory.missing.filter((each) => each.worker !== worker.id);
  timers.set.push({ id: PAUSED, at: until + staffOf(context).patience.backMs, body: '' });
  noQuestion(work);
  if (!isUnsafeNow(work)) await tell(context, talk);
}

/** Whoever has a second one with them leaves them to that one, and need not be waited for. */
function whyNot({ conversation, memory }: TurnWork, worker: Worker): Refusal | null {
  const may = mayWrite(conversation, worker.id);
  if (!may.ok) return may.why;
  if (memory.stopped) return 'stopped';
  return memory.company.beside ? 'taken' : null;
}

async function tell(context: TurnContext, talk: Talk): Promise<void> {
  const { memory, now } = workOf(context);
  if (!memory.paused) return;
  memory.paused.told = true;
  const when = momentWords(talk.place, memory.paused.until, now, talk.times);
  await context.sendActivities(phrase(talk, memory, 'paused', { worker: memory.worker?.name ?? '', when }));
}

/** The worker is back, without having written yet. */
export async function comeBack(context: TurnContext, talk: Talk, worker: Worker): Promise<void> {
  const work = workOf(context);
  const { conversation, memory } = work;
  const may = mayWrite(conversation, worker.id);
  if (!may.ok) {
    work.refused = may.why;
    return;
  }
  const told = memory.paused?.told === true;
  unpause(work);
  if (told && !memory.stopped && !isUnsafeNow(work))
    await context.sendActivities(phrase(talk, memory, 'worker-back', { worker: worker.name }));
}

/**
 * They wrote while their worker is away, and it is kept. Words about danger, or that may be about it, and asking for
 * somebody wait for nobody: then they are for whoever is free.
 */
export async function heardWhilePaused(context: TurnContext, talk: Talk, message: Message): Promise<void> {
  const { memory } = workOf(context);
  if (!memory.paused) return;
  const { command } = message.reply;
  if (message.reading.safety.tier !== 'none' || FOR_SOMEBODY_NOW.has(command ?? ''))
    return leaveToOthers(context, talk, 'worker-away');
  if (!memory.paused.told || command === 'how-long') await tell(context, talk);
}

/** They should have been back for a while. One that rings for a pause that is over, or that was made longer, does nothing. */
export async function pauseOver(context: TurnContext, talk: Talk): Promise<void> {
  const { memory, timers, now } = workOf(context);
  if (memory.paused && now < memory.paused.until + staffOf(context).patience.backMs) return;
  timers.cancel.push(PAUSED);
  if (memory.paused) await leaveToOthers(context, talk, 'worker-not-back');
}
