import type { Activity } from 'botbuilder';
import type { Message } from '../dialogs/types';
import { comes, isPeer } from '../handoff/peers';
import type { Worker } from '../handoff/types';
import { readWish } from '../handoff/wishes';
import type { Memory } from './memory';
import { phrase } from './speak';
import type { Talk } from './talk';
import { theirWish, WISH } from './team';
import type { TurnWork } from './turn-work';

/** Would they rather talk with a peer? What they have just answered counts before it is kept. */
export function ratherPeer(memory: Memory, { text, reply }: Message): boolean {
  const { asked } = memory.engine;
  const answers = asked?.as === WISH && reply.command !== 'skip';
  return theirWish([], memory).peer || (answers && readWish(text, []).peer);
}

/** May this worker read what they told Natter? */
export const mayRead = ({ peersMayRead, readers }: Memory, worker: Pick<Worker, 'id' | 'role'>): boolean =>
  !isPeer(worker) || peersMayRead || readers.includes(worker.id);

/** Somebody is with them from now on. Nobody is said to have read what they were not given to read. */
export function introduced(
  talk: Talk,
  { memory, conversation }: TurnWork,
  worker: Worker,
  id: string,
  names: Record<string, string>,
): Partial<Activity>[] {
  memory.peers = comes(memory.peers, worker, conversation.seq);
  if (mayRead(memory, worker)) return phrase(talk, memory, id, names);
  const danger = memory.story.flags.length > 0 ? phrase(talk, memory, 'peer-sees-danger', { worker: worker.name }) : [];
  return [...phrase(talk, memory, `peer-${id}`, names), ...danger];
}
