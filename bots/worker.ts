import type { TurnContext } from 'botbuilder';
import { phraseTexts } from '../dialogs/phrases';
import { again, rest } from '../dialogs/step';
import { claim, endByWorker, handBack, type Moved, mayWrite } from '../handoff/ownership';
import { comes } from '../handoff/peers';
import type { Agreed, Outcome, PauseFor, Worker } from '../handoff/types';
import { askToRead, saidSince } from './ask-to-read';
import { BOOKED, unbook } from './booked';
import { type CompanyAct, company } from './company';
import { handoffStatus } from './handoff-events';
import { move } from './held';
import { letGo } from './let-go';
import { comeBack, pause } from './paused';
import { unpause } from './pausing';
import { introduced } from './peers';
import { perform } from './perform';
import { STILL_WAITING } from './queue';
import { notQuiet, waitForAnswer } from './quiet';
import { keepForReopening, reopen } from './reopen';
import { phrase } from './speak';
import type { Talk } from './talk';
import { saidBy } from './turn-adapter';
import { workOf } from './turn-work';

/** What a worker does at the desk, as the value of a `desk` event. */
export type DeskAct =
  | { act: 'claim'; worker: Worker }
  | { act: 'say'; worker: Worker; text: string }
  | { act: 'note'; worker: Worker; text: string }
  | { act: 'ask-to-read'; worker: Worker }
  | CompanyAct
  | { act: 'hand-back'; worker: Worker }
  | { act: 'release'; worker: Worker }
  | { act: 'pause'; worker: Worker; for: PauseFor }
  | { act: 'back'; worker: Worker }
  | { act: 'reopen'; worker: Worker }
  | { act: 'end'; worker: Worker; outcome: Outcome; agreed: Agreed };

/** A worker's act on this conversation. Refused acts change nothing. */
export async function desk(context: TurnContext, talk: Talk, act: DeskAct): Promise<void> {
  if (act.act === 'claim') return join(context, talk, act.worker);
  if (act.act === 'say') return say(context, talk, act.worker, act.text);
  if (act.act === 'note') return note(context, act.worker, act.text);
  if (act.act === 'ask-to-read') return askToRead(context, talk, act.worker);
  if (act.act === 'hand-back') return handOver(context, talk, act.worker);
  if (act.act === 'release') return move(context, talk, act.worker);
  if (act.act === 'pause') return pause(context, talk, act.worker, act.for);
  if (act.act === 'back') return comeBack(context, talk, act.worker);
  if (act.act === 'reopen') return reopen(context, talk, act.worker);
  if (act.act === 'end') return end(context, talk, act);
  return company(context, talk, act);
}

function moves(context: TurnContext, moved: Moved): boolean {
  const work = workOf(context);
  if (moved.ok) Object.assign(work.conversation, moved.to);
  else work.refused = moved.why;
  return moved.ok;
}

async function join(context: TurnContext, talk: Talk, worker: Worker): Promise<void> {
  const { conversation, memory, timers, now } = workOf(context);
  const joined = conversation.owner === 'worker';
  const { waitingSince } = conversation;
  if (!moves(context, claim(conversation, worker.id)) || joined) return;
  memory.worker = { id: worker.id, name: worker.name };
  memory.claimed = true;
  timers.cancel.push(BOOKED, ...STILL_WAITING.map(({ id }) => id));
  memory.booking = null;
  // Whoever was left by a worker had waited before, and whoever booked a time chose when.
  if (memory.leftBy === null) memory.waited = memory.booked || waitingSince === null ? null : now - waitingSince;
  memory.leftBy = null;
  notQuiet(workOf(context));
  await context.sendActivity(handoffStatus(context, 'accepted'));
  await context.sendActivities(introduced(talk, workOf(context), worker, 'joined', { worker: worker.name }));
}

async function say(context: TurnContext, talk: Talk, worker: Worker, text: string): Promise<void> {
  const work = workOf(context);
  const { beside } = work.memory.company;
  if (!moves(context, mayWrite(work.conversation, worker.id, beside?.id))) return;
  if (work.memory.stopped) {
    work.refused = 'stopped';
    return;
  }
  // Their words say that they are back.
  if (work.conversation.worker === worker.id) unpause(work);
  // On a phone nothing else says who of two it is.
  const named = beside && work.memory.engine.phone;
  const said = named ? phraseTexts(talk.library, 'worker-says', 0, { worker: worker.name, text }).join('\n') : text;
  await context.sendActivity(saidBy({ id: 'worker', name: worker.name }, { type: 'message', text: said }));
  saidSince(work.memory);
  // Of a peer who was there before it was kept when peers come, it counts from here.
  work.memory.peers = comes(work.memory.peers, worker, work.conversation.seq);
  waitForAnswer(context);
}

/** Only the desk sees it: it goes to nobody, and stands in no list of what was said to the person. */
async function note(context: TurnContext, worker: Worker, text: string): Promise<void> {
  const { conversation, memory } = workOf(context);
  if (!moves(context, mayWrite(conversation, worker.id, memory.company.beside?.id))) return;
  await context.sendActivity(saidBy({ id: 'desk', name: worker.name }, { type: 'message', text }));
}

async function end(
  context: TurnContext,
  talk: Talk,
  { worker, outcome, agreed }: Extract<DeskAct, { act: 'end' }>,
): Promise<void> {
  const work = workOf(context);
  const { conversation, memory } = work;
  const before = { worker, outcome, waitingSince: conversation.waitingSince, booked: memory.booked };
  if (!moves(context, endByWorker(conversation, worker.id))) return;
  letGo(work);
  unbook(work);
  memory.outcomes.push({ at: work.now, outcome, worker: worker.id, name: worker.name, ...agreed });
  memory.engine = rest(memory.engine);
  await context.sendActivity(handoffStatus(context, 'completed'));
  if (!memory.stopped) await sayGoodbye(context, talk, worker, agreed);
  keepForReopening(work, before);
}

async function sayGoodbye(context: TurnContext, talk: Talk, { name }: Worker, { promised }: Agreed): Promise<void> {
  const { memory } = workOf(context);
  if (promised) await context.sendActivities(phrase(talk, memory, 'promised', { worker: name, promised }));
  await context.sendActivities(phrase(talk, memory, 'ended-by-worker', { worker: name }));
}

/** Natter goes on with them, where they can look round or ask for a person again. */
async function handOver(context: TurnContext, talk: Talk, worker: Worker): Promise<void> {
  const { conversation, memory, now } = workOf(context);
  if (!moves(context, handBack(conversation, worker.id))) return;
  letGo(workOf(context));
  unbook(workOf(context));
  await context.sendActivity(handoffStatus(context, 'completed'));
  if (memory.stopped) return;
  await context.sendActivities(phrase(talk, memory, 'handed-back', { worker: worker.name }));
  await perform(context, talk, again(talk.library, rest(memory.engine), now));
}
