import type { TurnContext } from 'botbuilder';
import { REOPEN_MS } from '../handoff/ended';
import { mayMove, reopen as moved } from '../handoff/ownership';
import type { Outcome, Refusal, Worker } from '../handoff/types';
import { isUnsafeNow } from './booked';
import { handoffStatus } from './handoff-events';
import type { Ended, Memory } from './memory';
import { introduced, mayRead } from './peers';
import { notQuiet } from './quiet';
import { sharedOf } from './seen-again';
import { phrase } from './speak';
import type { Talk } from './talk';
import { HANDOVER } from './team';
import { type TurnWork, workOf } from './turn-work';

/** The last thing of a conversation that ends: what the worker had before them is kept, should they open it again. */
export function keepForReopening({ memory, conversation, out, now }: TurnWork, before: Before): void {
  const { worker, outcome, waitingSince, booked } = before;
  memory.ended = {
    ...{ at: now, outcome, worker: worker.id, waitingSince, booked },
    seq: conversation.seq + out.length,
    flagged: memory.story.flags.length,
    shared: sharedOf(memory),
  };
}

/** How it was before it was ended. */
type Before = Pick<Ended, 'outcome' | 'waitingSince' | 'booked'> & { worker: Worker };

/** A worker goes on with somebody whom they have ended, by mistake or because they remember something. */
export async function reopen(context: TurnContext, talk: Talk, worker: Worker): Promise<void> {
  const work = workOf(context);
  const { conversation, memory } = work;
  // Pressed twice.
  if (conversation.owner === 'worker' && conversation.worker === worker.id) return;
  const { ended } = memory;
  const to = moved(conversation, worker.id, ended?.waitingSince ?? null);
  const refused = to.ok ? whyNot(work, worker) : to.why;
  if (refused !== null || !to.ok || !ended) {
    work.refused = refused;
    return;
  }
  Object.assign(conversation, to.to);
  seeAgain(memory, ended, conversation.seq);
  memory.worker = { id: worker.id, name: worker.name };
  memory.booked = ended.booked;
  memory.changing = memory.booking = null;
  memory.leftBy = null;
  notQuiet(work);
  await context.sendActivity(handoffStatus(context, 'accepted'));
  const id = worker.id === ended.worker ? 'reopened' : 'joined';
  await context.sendActivities(introduced(talk, work, worker, id, { worker: worker.name }));
  // Words about danger are always shown; they are told of everything that is seen. A peer's introduction says so.
  if (mayRead(memory, worker) && memory.story.flags.length > ended.flagged)
    await context.sendActivities(phrase(talk, memory, 'reopened-danger', { worker: worker.name }));
}

/** What was told to Natter in between is not the worker's to read. */
function seeAgain(memory: Memory, { shared, seq: from }: Ended, upTo: number): void {
  const between = [...(memory.reopened?.between ?? []), [from, upTo] as [number, number]];
  memory.reopened = { shared, between };
  memory.ended = null;
}

/** Nothing is said to somebody whom this is not for. Whether they may be told why is asked first. */
function whyNot(work: TurnWork, worker: Worker): Refusal | null {
  const { memory, now } = work;
  const { ended, outcomes, engine } = memory;
  if (!ended) return outcomes.length > 0 ? 'asked-again' : 'deleted';
  if (ended.worker !== worker.id && !mayMove(worker)) return 'role';
  if (memory.stopped) return 'stopped';
  if (FINAL.has(ended.outcome)) return 'their-choice';
  if (now - ended.at > REOPEN_MS) return 'too-late';
  if (engine.at?.flow === HANDOVER) return 'asked-again';
  return isUnsafeNow({ ...work, memory: { ...memory, booked: ended.booked } }) ? 'unsafe' : null;
}

/** Only they themselves can come back from these. */
const FINAL = new Set<Outcome>(['declined']);
