import { addressIn, feedAddress } from './address';
import { type Answer, ask } from './ask';

/** Asks a feed for one of its addresses. `etag`: the one that came with the last answer, if there was one. */
export type Get = (address: string, etag?: string) => Promise<Answer>;

export interface GetSettings {
  /** The address of the feed: nothing that is not under it is ever asked. */
  origin: string;
  fetch?: typeof globalThis.fetch;
  /** Waits so many ms. */
  pause: (ms: number) => Promise<void>;
  /** From 0 up to 1. */
  random: () => number;
  perSecond?: number;
  /** For a whole answer. */
  timeoutMs?: number;
  /** How often it asks again after trouble that may pass. */
  retries?: number;
  mostBytes?: number;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 60_000;
const MOST_BYTES = 20 * 1024 * 1024;

/**
 * A client that is polite to somebody else's server: it waits between questions, and longer after trouble. Whatever goes
 * wrong is an answer; only an `origin` that is no feed address throws (`feed-url`). Ask one thing at a time.
 */
export function createGet(settings: GetSettings): Get {
  const { origin, fetch = globalThis.fetch, pause, random, perSecond = 5 } = settings;
  const { timeoutMs = 15_000, retries = 3, mostBytes = MOST_BYTES } = settings;
  const feed = feedAddress(origin);
  let asked = false;

  return async (path, etag) => {
    const address = addressIn(feed, path);
    if (address === null) return { status: 'failed', what: 'is outside the feed', missing: false };
    for (let times = 0; ; times += 1) {
      if (asked) await pause(1000 / perSecond);
      asked = true;
      const answer = await ask(address, etag, { feed, fetch, timeoutMs, mostBytes });
      if (answer.status !== 'again') return answer;
      if (times >= retries) return { status: 'failed', what: answer.what, missing: false };
      const growing = FIRST_PAUSE_MS * 2 ** times * (0.5 + random());
      await pause(Math.min(answer.after ?? growing, LONGEST_PAUSE_MS));
    }
  };
}
