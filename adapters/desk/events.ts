import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Accounts } from '../../handoff/accounts';
import type { Presence } from '../../handoff/presence';
import type { Desk } from '../../handoff/types';

export const HEARTBEAT_MS = 20_000;
/** How soon a stream ends whose session ended in another process. */
const CHECK_MS = 2_000;
/** A reader this far behind is gone, whatever its connection says. */
const BACKLOG_BYTES = 64 * 1024;

export interface EventsDeps {
  desk: Pick<Desk, 'watch' | 'watchTyping'>;
  accounts: Pick<Accounts, 'session'>;
  presence: Pick<Presence, 'renew' | 'end'>;
  heartbeatMs?: number;
}

/** The open wake-up streams of all signed-in pages. */
export interface Events {
  /**
   * Answers with a stream of server-sent events; as long as it is open, the worker is there. `lastEventId` is what a page
   * that reconnects saw last.
   */
  open(response: ServerResponse, session: { token: string; worker: string }, lastEventId: string | null): void;
  /** Ends every stream of a session that was signed out. A worker with no other one here is not there any more. */
  hangUp(session: { token: string; worker: string }): Promise<void>;
  /** Ends every stream of a worker who was signed out everywhere: they are not there any more. */
  hangUpAll(worker: string): Promise<void>;
  /** Ends everything. */
  stop(): void;
}

/**
 * `changed` says which conversation may have changed; with `{"id":null}` it may be any, so fetch the list again.
 * `typing` says who of those a worker is with is writing just now, to that worker alone.
 * Wake-ups are not kept: a page that reconnects with an older id than ours gets one `{"id":null}` for all it missed.
 */
export function createEvents({ desk, accounts, presence, heartbeatMs = HEARTBEAT_MS }: EventsDeps): Events {
  const streams = new Map<ServerResponse, { token: string; worker: string }>();
  // Ids of another process, or from before a restart, never look like ours.
  const run = randomUUID().slice(0, 8);
  let count = 0;

  const changed = (id: string | null): string =>
    `id: ${run}-${count}\nevent: changed\ndata: ${JSON.stringify({ id })}\n\n`;

  function write(response: ServerResponse, text: string): void {
    if (response.writableLength > BACKLOG_BYTES) response.destroy();
    else response.write(text);
  }

  function close(response: ServerResponse): void {
    streams.delete(response);
    response.end('event: signed-out\ndata: {}\n\n');
  }

  async function check(response: ServerResponse, token: string): Promise<void> {
    // A store that cannot say counts as no: the page reconnects when it can.
    const worker = await accounts.session(token).catch(() => null);
    if (!worker && streams.has(response)) close(response);
  }

  /** Also says that they are there, as long as their session is. */
  async function beat(response: ServerResponse, { token, worker }: { token: string; worker: string }): Promise<void> {
    await check(response, token);
    if (!streams.has(response)) return;
    write(response, ': still here\n\n');
    await seen(worker);
  }

  /** A store that cannot take it in now is told with the next beat. */
  const seen = (worker: string): Promise<void> => presence.renew(worker).catch(() => undefined);

  const heart = setInterval(() => {
    for (const [response, session] of streams) void beat(response, session);
  }, heartbeatMs).unref();

  const checks = setInterval(() => {
    for (const [response, { token }] of streams) void check(response, token);
  }, CHECK_MS).unref();

  const unwatch = desk.watch((id) => {
    count += 1;
    for (const response of streams.keys()) write(response, changed(id));
  });

  // It has no id: nobody who missed it has missed anything.
  const untyping = desk.watchTyping((id, workers) => {
    const typing = `event: typing\ndata: ${JSON.stringify({ id })}\n\n`;
    for (const [response, { worker }] of streams) if (workers.includes(worker)) write(response, typing);
  });

  return {
    open(response, session, lastEventId) {
      response.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        // Some proxies hold back what they think is a page in the making.
        'X-Accel-Buffering': 'no',
      });
      const missed = lastEventId !== null && lastEventId !== `${run}-${count}`;
      response.write(missed ? changed(null) : `id: ${run}-${count}\nretry: 3000\n\n`);
      streams.set(response, session);
      response.on('close', () => streams.delete(response));
      void seen(session.worker);
    },
    async hangUp({ token, worker }) {
      for (const [response, theirs] of streams) if (theirs.token === token) close(response);
      const elsewhere = [...streams.values()].some((theirs) => theirs.worker === worker);
      if (!elsewhere) await presence.end(worker);
    },
    async hangUpAll(worker) {
      for (const [response, theirs] of streams) if (theirs.worker === worker) close(response);
      await presence.end(worker);
    },
    stop() {
      clearInterval(heart);
      clearInterval(checks);
      unwatch();
      untyping();
      for (const response of streams.keys()) response.end();
      streams.clear();
    },
  };
}
