import type { TurnContext } from 'botbuilder';
import { type Asking, alone, ask, join, type Kept, stepOut, takeBack, type Who } from '../handoff/company';
import { goes as leaves } from '../handoff/peers';
import type { Worker } from '../handoff/types';
import { unpause } from './pausing';
import { introduced } from './peers';
import { notQuiet } from './quiet';
import { phrase } from './speak';
import type { Talk } from './talk';
import { workOf } from './turn-work';

/** What workers do about who else is there. */
export type CompanyAct =
  | { act: 'ask'; worker: Worker; to: Asking['to']; why: Asking['why'] }
  | { act: 'take-back' | 'join' | 'step-out'; worker: Worker };

/** A second worker is asked, comes, or one of two goes. The person is told whenever somebody comes or goes, and of nothing else. */
export async function company(context: TurnContext, talk: Talk, act: CompanyAct): Promise<void> {
  const { conversation, memory } = workOf(context);
  const { worker } = act;
  if (act.act === 'ask') {
    keeps(context, ask(conversation, memory.company, worker, { to: act.to, why: act.why }));
    return;
  }
  if (act.act === 'take-back') {
    keeps(context, takeBack(conversation, memory.company, worker.id));
    return;
  }
  return act.act === 'join' ? comes(context, talk, worker) : goes(context, talk, worker);
}

function keeps(context: TurnContext, kept: Kept): boolean {
  const work = workOf(context);
  if (kept.ok) work.memory.company = kept.company;
  else work.refused = kept.why;
  return kept.ok;
}

async function comes(context: TurnContext, talk: Talk, other: Worker): Promise<void> {
  const work = workOf(context);
  const { conversation, memory } = work;
  const carriesOn = memory.company.asked?.why === 'take-over';
  const id = memory.paused ? 'joined-while-away' : carriesOn ? 'joined-to-carry-on' : 'joined-beside';
  if (!keeps(context, join(conversation, memory.company, other))) return;
  const said = introduced(talk, work, other, id, { worker: memory.worker?.name ?? '', other: other.name });
  if (!memory.stopped) await context.sendActivities(said);
}

/** One of two leaves, or is gone: the other one has them now. */
export async function goes(context: TurnContext, talk: Talk, worker: Who): Promise<void> {
  const work = workOf(context);
  const { memory, conversation } = work;
  const { beside } = memory.company;
  const moved = stepOut(conversation, memory.company, worker.id);
  if (!moved.ok) {
    work.refused = moved.why;
    return;
  }
  // Whoever has them has stepped away: nobody would be there.
  if (moved.stays === 'owner' && memory.paused) {
    work.refused = 'alone';
    return;
  }
  Object.assign(conversation, moved.to);
  if (moved.stays === 'beside') {
    memory.worker = beside;
    unpause(work);
    notQuiet(work);
  }
  memory.company = alone();
  memory.missing = memory.missing.filter((each) => each.worker !== worker.id);
  if (memory.askedToRead?.open && memory.askedToRead.by.id === worker.id) memory.askedToRead = null;
  memory.peers = leaves(memory.peers, worker.id, conversation.seq);
  // Whoever wants no more messages is not told.
  if (memory.stopped) return;
  const names = { worker: worker.name, other: memory.worker?.name ?? '' };
  await context.sendActivities(phrase(talk, memory, 'left-to-other', names));
}
