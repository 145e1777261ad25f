import { UnavailableError } from '../errors';
import type { Link } from './link';

const REPLICAS = 1;
/** Less than callers wait for an answer. Meanwhile nothing else passes on this connection. */
const COPIED_WITHIN_MS = 1_000;
const COPY = 'natter:copy';

/** Waits until a replica has everything that was written before. @throws UnavailableError when none has it, or the primary is another one by now. */
export type Copied = (primary: string) => Promise<void>;

/**
 * Behind Sentinel the primary answers before its replicas have a write, and if it dies then, the write is gone. So whatever was
 * kept is only told once a replica has it. One WAIT at a time serves everybody who asked before it was sent.
 */
export function makeCopies(link: Link, send: (key: string, args: string[]) => Promise<unknown>): Copied {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | null = null;

  async function ask(): Promise<void> {
    next = null;
    // WAIT looks at what this connection wrote last. A repeat writes nothing, and what it repeats came by another connection: so
    // something of our own goes before it. It reaches replicas, and no log.
    const sent = [send(COPY, ['PUBLISH', COPY, '']), send(COPY, ['WAIT', String(REPLICAS), String(COPIED_WITHIN_MS)])];
    const [, copies] = await Promise.all(sent);
    if (Number(copies) < REPLICAS) throw new UnavailableError('not copied');
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
