import type { Records } from '../store/contract';
import { localTime } from './local-time';
import type { Ended, Ends } from './types';

const KIND = 'ended';
const DAY = 24 * 60 * 60_000;
const PAGE = 200;

export interface EndsDeps {
  records: Records;
  /** Milliseconds since 1970. */
  now: () => number;
  newId: () => string;
  /** The place's: a day is what it is there. */
  timezone: string;
  /** How long they are kept, as what was said is. */
  keepDays: number;
}

/**
 * How talks ended, in numbers, for those who answer for the desk. A row has a random name and runs out at the end of a day:
 * nothing in it, or about it, says whose talk it was.
 */
export function createEnds({ records, now, newId, timezone, keepDays }: EndsDeps): Ends {
  return {
    async ended(how) {
      const row: Ended = { day: localTime(timezone, now()).date, ...how };
      const expiresAt = Math.ceil((now() + keepDays * DAY) / DAY) * DAY;
      const key = newId();
      await records.put(KIND, key, JSON.stringify(row), expiresAt);
      return key;
    },
    forget: (key) => records.remove(KIND, key),
    async *all() {
      for (let after: string | null = null; ; ) {
        const rows: { key: string; body: string }[] = await records.page(KIND, after, PAGE, now());
        for (const { body } of rows) yield JSON.parse(body) as Ended;
        after = rows.at(-1)?.key ?? null;
        if (after === null) return;
      }
    },
  };
}
