import { createHash } from 'node:crypto';
import type { Records } from '../store/contract';
import { localTime } from './hours';
import type { Desk, Ended, Ends } from './types';

const KIND = 'ended';
/** Since when somebody waited who has been picked up, until it ends. */
const PICKED_UP = 'picked-up';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Whoever is with a worker for longer than this has ended without one. */
const KEEP_PICKED_UP = 30 * DAY;
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
    async pickedUp(conversation, since, until) {
      const minutes = Math.max(0, Math.round((until - since) / MINUTE));
      await records.put(PICKED_UP, nameOf(conversation), String(minutes), until + KEEP_PICKED_UP);
    },
    async ended(conversation, { channel, outcome, promised }) {
      const waited = await records.take(PICKED_UP, nameOf(conversation), now());
      const row: Ended = {
        day: localTime(timezone, now()).date,
        channel,
        waited: waited === null ? null : Number(waited),
        outcome,
        promised,
      };
      const expiresAt = Math.ceil((now() + keepDays * DAY) / DAY) * DAY;
      await records.put(KIND, newId(), JSON.stringify(row), expiresAt);
    },
    async dropped(conversation) {
      await records.remove(PICKED_UP, nameOf(conversation));
    },
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

const nameOf = (conversation: string): string => createHash('sha256').update(conversation).digest('base64url');

/**
 * The same desk, with how long people waited and how it ended kept as numbers. What cannot be kept is a number less: the
 * person and the worker go on.
 */
export function counted(desk: Desk, ends: Ends, now: () => number): Desk {
  const lookUp = async (id: string) => (await desk.list().catch(() => [])).find((each) => each.id === id);
  const keep = (work: Promise<void>): Promise<void> => work.catch(() => undefined);
  const counting: Pick<Desk, 'claim' | 'end' | 'handBack'> = {
    async claim(id, worker) {
      const before = await lookUp(id);
      const result = await desk.claim(id, worker);
      // Whoever was left by a worker had waited before. Whoever booked a time chose when: that is no wait.
      if (result.ok && before?.owner === 'waiting' && before.leftBy === undefined)
        await keep(before.booked ? ends.dropped(id) : ends.pickedUp(id, before.waitingSince, now()));
      return result;
    },
    async end(id, worker, outcome, agreed = {}) {
      const before = await lookUp(id);
      const result = await desk.end(id, worker, outcome, agreed);
      if (result.ok && before)
        await keep(ends.ended(id, { channel: before.channel, outcome, promised: Boolean(agreed.promised) }));
      return result;
    },
    async handBack(id, worker) {
      const result = await desk.handBack(id, worker);
      if (result.ok) await keep(ends.dropped(id));
      return result;
    },
  };
  // Everything else is the desk's own.
  return Object.assign(Object.create(desk) as Desk, counting);
}
