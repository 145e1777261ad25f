import { UnavailableError } from '../errors';
import type { Link } from './link';

/** Less than callers wait for an answer. Meanwhile nothing else passes on this connection. */
const COPIED_WITHIN_MS = 1_000;
/** A replica that the primary has not heard of for so long is not waited for. It takes Natter less to learn of a new primary. */
const MISSED_MS = 10_000;
const COPY = 'natter:copy';

/** Waits until every replica that may take over has what was written before. @throws UnavailableError when one has not, or the primary is another one by now. */
export type Copied = (primary: string) => Promise<void>;

/**
 * Behind Sentinel the primary answers before its replicas have a write, and if another takes over then, the write is gone. So
 * whatever was kept is only told once every replica has it that Sentinel could choose. One WAIT at a time serves everybody who asked
 * before it was sent.
 */
export function makeCopies(
  link: Link,
  send: (key: string, args: string[]) => Promise<unknown>,
  now = Date.now,
): Copied {
  const replicas = makeCount(now);
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | null = null;

  /** Asks again where another replica has joined meanwhile. */
  async function ask(): Promise<void> {
    next = null;
    for (let copies = 0, asked = 0; copies >= asked; ) {
      const primary = link.primary() ?? '';
      asked = replicas.wanted(primary);
      // WAIT looks at what this connection wrote last. A repeat writes nothing, and what it repeats came by another connection: so
      // something of our own goes before it. It reaches replicas, and no log.
      const answers = await Promise.all([
        send(COPY, ['PUBLISH', COPY, '']),
        send(COPY, ['WAIT', String(asked), String(COPIED_WITHIN_MS)]),
        send(COPY, ['INFO', 'replication']),
      ]);
      copies = Number(answers[1]);
      replicas.saw(primary, followers(String(answers[2])));
      if (copies >= replicas.wanted(primary)) return;
    }
    throw new UnavailableError('not copied');
  }

  return async (primary) => {
    next ??= running.then(() => {
      const asked = ask();
      running = asked.catch(() => undefined);
      return asked;
    });
    await next;
    // Another one has copied our question, but may never have had what was written.
    if (link.primary() !== primary) throw new UnavailableError('failover');
  };
}

/**
 * How many replicas a primary has. One that left a moment ago counts: it may be primary itself by now, while the old one takes
 * writes that will be thrown away.
 */
function makeCount(now: () => number) {
  let most = { primary: '', count: 1, at: 0 };
  return {
    wanted: (primary: string) => (most.primary === primary ? most.count : 1),
    saw(primary: string, count: number) {
      const missed = most.primary === primary && count < most.count && now() - most.at < MISSED_MS;
      if (!missed) most = { primary, count: Math.max(1, count), at: now() };
    },
  };
}

/** Those that the primary heard of within `min-replicas-max-lag` seconds; all of them where that is not set. */
function followers(told: string): number {
  const field = (name: string) => new RegExp(`^${name}:(\\d+)`, 'm').exec(told)?.[1];
  return Number(field('min_slaves_good_slaves') ?? field('connected_slaves'));
}
