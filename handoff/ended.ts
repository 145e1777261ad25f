import type { Records } from '../store/contract';
import type { EndedTalk } from './types';

const KIND = 'reopenable';
/** For so long it can be opened again. */
export const REOPEN_MS = 12 * 60 * 60_000;

/** Which conversations were ended lately, so that whoever ended one by mistake finds it again. */
export interface EndedTalks {
  note(ended: EndedTalk): Promise<void>;
  /** It is open again, or what was said in it was deleted. */
  remove(id: string): Promise<void>;
  all(): Promise<EndedTalk[]>;
}

/** One record a conversation, which runs out by itself. It says who ended it, when and how, and nothing that was said. */
export function createEndedTalks({ records, now }: { records: Records; now: () => number }): EndedTalks {
  return {
    note: ({ id, channel, at, outcome, worker }) =>
      records.put(KIND, id, JSON.stringify({ channel, at, outcome, worker }), at + REOPEN_MS),
    remove: (id) => records.remove(KIND, id),
    async all() {
      const found = await records.list(KIND, now());
      return found
        .map(({ key, body }): EndedTalk => ({ ...JSON.parse(body), id: key }))
        .sort((one, other) => other.at - one.at);
    },
  };
}
