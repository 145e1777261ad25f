import type { EndedTalks } from '../handoff/ended';
import { mayMove } from '../handoff/ownership';
import type { Agreed, EndedTalk, Ends, Outcome, Worker } from '../handoff/types';
import type { Conversation, Store } from '../store/contract';
import { readMemory } from './memory';

const MINUTE = 60_000;

export interface EndingsDeps {
  store: Store;
  ends: Pick<Ends, 'ended' | 'forget'>;
  endedTalks: EndedTalks;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** What is kept beside a conversation that a worker has ended. What cannot be kept is less to know: it has ended all the same. */
export interface Endings {
  /** `before`: as it was. */
  ended(before: Conversation, worker: Worker, outcome: Outcome, agreed: Agreed): Promise<void>;
  /** A worker goes on with them: it has not ended, and counts as nothing. */
  reopened(conversation: string): Promise<void>;
  /** Those this worker can go on with, the latest first; leads and admins see everybody's. */
  lately(looks: Worker): Promise<EndedTalk[]>;
}

export function createEndings({ store, ends, endedTalks, now }: EndingsDeps): Endings {
  const isEnded = async (id: string): Promise<boolean> => wasEnded((await store.load(id)).conversation);

  async function keep(before: Conversation, worker: Worker, outcome: Outcome, agreed: Agreed): Promise<void> {
    const { id, channel, body } = before;
    const { waited } = readMemory(body);
    const minutes = waited === null ? null : Math.round(waited / MINUTE);
    const how = { channel, waited: minutes, outcome, promised: Boolean(agreed.promised) };
    const row = await ends.ended(how).catch(() => null);
    await endedTalks.note({ id, channel, at: now(), outcome, worker: { id: worker.id, name: worker.name } }, row);
    // They may have deleted what they said meanwhile.
    if (!(await isEnded(id))) await endedTalks.take(id);
  }

  return {
    ended: (...how) => keep(...how).catch(() => undefined),
    async reopened(conversation) {
      const row = await endedTalks.take(conversation).catch(() => null);
      if (row !== null) await ends.forget(row).catch(() => undefined);
    },
    async lately(looks) {
      const all = (await endedTalks.all()).filter(({ worker }) => worker.id === looks.id || mayMove(looks));
      const still = await Promise.all(all.map(({ id }) => isEnded(id)));
      return all.filter((_, index) => still[index]);
    },
  };
}

/** Of what was deleted, or is open again, the record may still be there. */
const wasEnded = (conversation: Conversation | null): boolean =>
  conversation !== null && conversation.owner !== 'worker' && readMemory(conversation.body).outcomes.length > 0;
