import { createHash } from 'node:crypto';
import type { Records } from '../store/contract';
import { type Usual, usualOf } from './usual';

const KIND = 'wait';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const KEEP = 14 * 24 * HOUR;
/** So many waits are kept, and read, at the most. */
const SLOTS = 512;
/** How long a process goes by what it last read. */
const FRESH = MINUTE;

/** How long people waited lately for a worker to join them. */
export interface Waits {
  /** This conversation waited from `since` until `until`. To say it again changes nothing. */
  note(conversation: string, since: number, until: number): Promise<void>;
  /** How long most people wait who ask while the team is there; null: it cannot be told. */
  usual(): Promise<Usual | null>;
}

export interface WaitsDeps {
  records: Records;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Is the team there at this time? Whoever asks at night is not kept waiting by the queue. */
  isOpen: (at: number) => boolean;
}

/**
 * A wait is kept as a number of minutes in one of a few slots. A hash picks the slot: so a repeat writes the same one, and
 * which it is tells nothing of whose wait it was.
 */
export function createWaits({ records, now, isOpen }: WaitsDeps): Waits {
  let read: { at: number; usual: Promise<Usual | null> } | null = null;

  const look = async (): Promise<Usual | null> =>
    usualOf((await records.list(KIND, now())).map(({ body }) => Number(body)));

  return {
    async note(conversation, since, until) {
      if (!isOpen(since)) return;
      const minutes = Math.max(0, Math.round((until - since) / MINUTE));
      // Not to the moment: that would tell who was picked up then.
      const expiresAt = Math.ceil((until + KEEP) / HOUR) * HOUR;
      await records.put(KIND, slotOf(conversation, since), String(minutes), expiresAt);
    },
    usual() {
      const at = now();
      if (read && at >= read.at && at - read.at < FRESH) return read.usual;
      const mine = { at, usual: look() };
      read = mine;
      mine.usual.catch(() => {
        if (read === mine) read = null;
      });
      return mine.usual;
    },
  };
}

const slotOf = (conversation: string, since: number): string =>
  String(createHash('sha256').update(`${since} ${conversation}`).digest().readUInt32BE() % SLOTS);
