import type { Records } from '../store/contract';
import type { EndedTalk } from './types';

const KIND = 'reopenable';
/** For so long it can be opened again. */
export const REOPEN_MS = 12 * 60 * 60_000;

/** Which conversations were ended lately, so that whoever ended one by mistake finds it again. */
export interface EndedTalks {
  /** `row`: the key under which it is counted among those that ended. */
  note(ended: EndedTalk, row: string | null): Promise<void>;
  /** It is open again, or what was said in it was deleted. Returns `row`. */
  take(id: string): Promise<string | null>;
  all(): Promise<EndedTalk[]>;
}

/** One record a conversation, which runs out by itself. It says who ended it, when and how, and nothing that was said. */
export function createEndedTalks({ records, now }: { records: Records; now: () => number }): EndedTalks {
  return {
    note: ({ id, channel, at, outcome, worker }, row) =>
      records.put(KIND, id, JSON.stringify({ channel, at, outcome, worker, row }), at + REOPEN_MS),
    async take(id) {
      const body = await records.take(KIND, id, now());
      return body === null ? null : (JSON.parse(body) as { row: string | null }).row;
    },
    async all() {
      const found = await records.list(KIND, now());
      return found
        .map(({ key, body }): EndedTalk => {
          const { row: _, ...talk } = JSON.parse(body);
          return { ...talk, id: key };
        })
        .sort((one, other) => other.at - one.at);
    },
  };
}
