import type { IncomingMessage } from 'node:http';

export interface Origins {
  /** Our own origin as this caller sees it. */
  own(req: IncomingMessage): string;
  /** Whether a request that names this origin may use the API. Requests that name none come from no web page. */
  allows(req: IncomingMessage): boolean;
}

/** Which websites may talk to us. Forwarding headers are not trusted: behind a proxy, `publicUrl` says what we are called. */
export function createOrigins(publicUrl: string | null, allowed: string[]): Origins {
  const fixed = publicUrl === null ? null : new URL(publicUrl).origin;
  const own = (req: IncomingMessage) => fixed ?? `http://${req.headers.host ?? 'localhost'}`;
  return {
    own,
    allows(req) {
      const { origin } = req.headers;
      return origin === undefined || origin === own(req) || allowed.includes(origin);
    },
  };
}
