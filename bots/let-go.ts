import { alone } from '../handoff/company';
import { goes } from '../handoff/peers';
import { unpause } from './pausing';
import { notQuiet } from './quiet';
import type { TurnWork } from './turn-work';

/** Nobody at the desk has them any more: who had them, who was beside them, and what was expected of them are over. */
export function letGo(work: TurnWork): void {
  const { memory, conversation } = work;
  memory.worker = memory.leftBy = null;
  memory.missing = [];
  memory.company = alone();
  // Whoever was told no is not to ask again, should they be with them again.
  if (memory.askedToRead?.open) memory.askedToRead = null;
  memory.peers = goes(memory.peers, null, conversation.seq);
  unpause(work);
  notQuiet(work);
}
