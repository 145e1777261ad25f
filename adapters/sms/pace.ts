import { createHash } from 'node:crypto';

/** What may go to one person now: the text to send, or how long to wait, in milliseconds. */
export type Paced = { text: string } | { pauseMs: number };

export interface Pace {
  next(person: string, text: string): Paced;
  /** Told of every text that went out, as it was asked for. */
  sent(person: string, text: string): void;
  /** How many people are remembered. */
  size(): number;
}

const HOUR_MS = 60 * 60_000;
/** Networks block 100 texts an hour to one person, and 20 identical ones. Well below both, since they may count differently. */
const MOST = 90;
const MOST_IDENTICAL = 10;
const SWEEP_AT = 1_000;

/** Keeps what goes to one person below what phone networks take for spam. Remembers an hour, in memory, and no words. */
export function createPace(now: () => number): Pace {
  const log = new Map<string, { at: number; mark: string }[]>();

  function lately(person: string) {
    const recent = (log.get(person) ?? []).filter(({ at }) => now() - at < HOUR_MS);
    if (recent.length === 0) log.delete(person);
    else log.set(person, recent);
    return recent;
  }

  return {
    next(person, text) {
      const recent = lately(person);
      const first = recent.at(-MOST);
      if (first) return { pauseMs: first.at + HOUR_MS - now() };
      const same = recent.filter(({ mark }) => mark === markOf(text)).length;
      return { text: same < MOST_IDENTICAL ? text : `${text} (${same + 1})` };
    },
    sent(person, text) {
      log.set(person, [...lately(person), { at: now(), mark: markOf(text) }]);
      if (log.size > SWEEP_AT) for (const each of log.keys()) lately(each);
    },
    size: () => log.size,
  };
}

const markOf = (text: string) => createHash('sha256').update(text).digest('base64').slice(0, 16);
