import type { Change, Conversation } from '../contract';
import { ConflictError, RepeatError } from '../errors';
import type { Conversations } from './conversations';
import type { Inbox } from './inbox';
import type { Leases } from './leases';
import type { Outbox } from './outbox';
import type { Timers } from './timers';
import type { Transcript } from './transcript';

export interface Tables {
  inbox: Inbox;
  conversations: Conversations;
  transcript: Transcript;
  outbox: Outbox;
  timers: Timers;
}

/**
 * Writes a turn's whole effect. To be called inside `write`.
 * @throws RepeatError, ConflictError, LeaseLostError; then nothing may be kept.
 */
export function writeChange(tables: Tables, leases: Leases, change: Change): Conversation {
  const stored = tables.conversations.place(change.conversation.id);
  for (const inbound of change.arrived) {
    if (!tables.inbox.keepDone(inbound, change.now)) throw new RepeatError();
  }
  if ((stored?.version ?? 0) !== change.expected) throw new ConflictError();
  leases.check(change.lease, change.conversation.id);
  if (change.forget) erase(tables, change.conversation.id);
  return apply(tables, change, stored?.seq ?? 0);
}

function apply(tables: Tables, change: Change, last: number): Conversation {
  const { id } = change.conversation;
  const conversation = {
    ...change.conversation,
    version: change.expected + 1,
    seq: last + change.transcript.length,
    changedAt: change.now,
  };
  tables.conversations.save(conversation);
  tables.inbox.finish(id, change.done, change.now);
  tables.transcript.append(id, last, change.transcript);
  tables.outbox.add(id, change.outbox);
  tables.timers.change(id, change.timers);
  return conversation;
}

/** Bodies of finished inbound are empty already, and what still waits came later. */
function erase(tables: Tables, conversation: string): void {
  tables.transcript.erase(conversation);
  tables.outbox.erase(conversation);
  tables.timers.erase(conversation);
}
