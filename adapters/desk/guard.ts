import type { IncomingMessage } from 'node:http';
import type { Site } from '../../handoff/passkey-checks';
import { DeskError } from './errors';

/**
 * Refuses a POST that another website could have made a browser send. SameSite cookies stop these already; this holds
 * where they do not. `publicOrigin` is ours as browsers see it, for when a proxy rewrites Host.
 * @throws DeskError `origin` or `not-json`.
 */
export function guardPost({ headers }: IncomingMessage, publicOrigin: string | null): void {
  const { origin, host } = headers;
  if (origin !== undefined && origin !== publicOrigin && hostOf(origin) !== host) throw new DeskError('origin');
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new DeskError('origin');
  // A form can send anything but this type. Only a request with nothing in it may leave the type out.
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const empty = !headers['transfer-encoding'] && Number(headers['content-length'] ?? 0) === 0;
  if (type !== 'application/json' && !(type === undefined && empty)) throw new DeskError('not-json');
}

/** Where we are for this browser. What it says of that itself `guardPost` has held against the host it asked. */
export function siteOf({ headers }: IncomingMessage, publicOrigin: string | null): Site {
  const origin = publicOrigin ?? headers.origin ?? `http://${headers.host}`;
  return { origin, host: URL.canParse(origin) ? new URL(origin).hostname : '' };
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
