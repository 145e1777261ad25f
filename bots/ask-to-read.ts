import type { TurnContext } from 'botbuilder';
import { phraseTexts } from '../dialogs/phrases';
import type { Message, State } from '../dialogs/types';
import { mayWrite } from '../handoff/ownership';
import { isPeer } from '../handoff/peers';
import type { Worker } from '../handoff/types';
import type { Memory } from './memory';
import { mayRead } from './peers';
import { phrase } from './speak';
import type { Talk } from './talk';
import { replyTo } from './talk-in';
import { workOf } from './turn-work';

/** A peer may ask once: whoever was told no does not press. Who was not answered clearly may ask again. */
export function mayAsk(memory: Memory, worker: Pick<Worker, 'id' | 'role'>): boolean {
  const there = memory.worker?.id === worker.id || memory.company.beside?.id === worker.id;
  return there && !mayRead(memory, worker) && memory.askedToRead?.by.id !== worker.id;
}

/** A peer who is with them asks the person whether they may read what was told before. */
export async function askToRead(context: TurnContext, talk: Talk, worker: Worker): Promise<void> {
  const work = workOf(context);
  const { memory, conversation } = work;
  const may = mayWrite(conversation, worker.id, memory.company.beside?.id);
  if (!isPeer(worker)) work.refused = 'role';
  else if (!may.ok) work.refused = may.why;
  else if (memory.stopped) work.refused = 'stopped';
  if (work.refused || !mayAsk(memory, worker)) return;
  memory.askedToRead = { by: { id: worker.id, name: worker.name }, open: true, since: false };
  const said = phrase(talk, memory, 'peer-asks', { worker: worker.name });
  const actions = choices(talk).map(({ label }) => ({ type: 'imBack', title: label, value: label }));
  for (const question of said.slice(-1)) question.suggestedActions = { to: [], actions };
  await context.sendActivities(said);
}

/** Somebody has said something else: a bare "yes" would now be an answer to that. The button still says what it says. */
export function saidSince({ askedToRead }: Memory): void {
  if (askedToRead?.open) askedToRead.since = true;
}

/** They write to a peer who has asked. What is no clear answer closes the question, and is for the peer. True when it was one. */
export async function answeredToRead(context: TurnContext, talk: Talk, { text }: Message): Promise<boolean> {
  const { memory } = workOf(context);
  const asked = memory.askedToRead;
  if (!asked?.open) return false;
  const offered = choices(talk);
  const label = offered.findIndex((each) => each.label === text.trim());
  const unclear = offered[NO]?.to ?? null;
  const choice = label >= 0 ? label : asked.since ? null : replyTo(talk, { offered, unclear }, text).choice;
  memory.askedToRead = choice === null ? null : { ...asked, open: false };
  if (choice === null) return false;
  if (choice === YES) memory.readers = [...memory.readers, asked.by.id];
  const { name } = asked.by;
  await context.sendActivities(
    phrase(talk, memory, choice === YES ? 'peer-reads' : 'peer-reads-not', { worker: name }),
  );
  return true;
}

const [YES, NO] = [0, 1];

function choices({ library }: Talk): State['offered'] {
  const nowhere = { kind: 'carry-on' } as const;
  return ['peer-asks-yes', 'peer-asks-no'].map((id) => ({
    label: phraseTexts(library, id, 0).join(' '),
    to: nowhere,
  }));
}
