import { addressIn } from './address';
import { readBody } from './body';

/** What a feed answers. `etag`: what to send the next time, so that only what is new is sent. */
export type Answer =
  | { status: 'ok'; body: unknown; etag: string | null }
  | { status: 'same' }
  /** `missing`: the feed says that there is no such thing. */
  | { status: 'failed'; what: string; missing: boolean };
/** It may go better the next time: after so many ms, where the feed says so. */
export interface Again {
  status: 'again';
  what: string;
  after: number | null;
}

export interface AskSettings {
  feed: URL;
  fetch: typeof globalThis.fetch;
  timeoutMs: number;
  mostBytes: number;
}

const REDIRECTS = [301, 302, 303, 307, 308];
const BUSY = [408, 429];
const MISSING = [404, 410];

/** Asks once, and waits no longer than `timeoutMs` for the whole answer. */
export async function ask(address: URL, etag: string | undefined, settings: AskSettings): Promise<Answer | Again> {
  const { feed, fetch, timeoutMs, mostBytes } = settings;
  const signal = AbortSignal.timeout(timeoutMs);
  const headers = { accept: 'application/json', 'user-agent': 'Natter directory', ...condition(etag) };
  const send = (to: URL) => fetch(to, { headers, signal, redirect: 'manual' });
  try {
    const first = await send(address);
    const next = REDIRECTS.includes(first.status) ? wayOn(first, address, feed) : null;
    const response = next ? await afterClosing(first, () => send(next)) : first;
    return await read(response, mostBytes);
  } catch {
    const what = signal.aborted ? `took longer than ${timeoutMs} ms` : 'could not be reached';
    return { status: 'again', what, after: null };
  }
}

async function read(response: Response, mostBytes: number): Promise<Answer | Again> {
  const { status, headers } = response;
  if (response.ok) {
    const read = await readBody(response, mostBytes);
    if ('what' in read) return { status: 'failed', what: read.what, missing: false };
    return { status: 'ok', body: read.body, etag: headers.get('etag') ?? headers.get('last-modified') };
  }
  await response.body?.cancel();
  if (status === 304) return { status: 'same' };
  if (REDIRECTS.includes(status)) return { status: 'failed', what: 'leads away from the feed', missing: false };
  const what = `answered with status ${status}`;
  if (status >= 500 || BUSY.includes(status)) return { status: 'again', what, after: retryAfter(headers) };
  return { status: 'failed', what, missing: MISSING.includes(status) };
}

function wayOn({ headers }: Response, from: URL, feed: URL): URL | null {
  const location = headers.get('location');
  return location === null ? null : addressIn(feed, location, from.href);
}

async function afterClosing(response: Response, go: () => Promise<Response>): Promise<Response> {
  await response.body?.cancel();
  return go();
}

/** An ETag stands in quotes; a date of last change does not. */
function condition(etag: string | undefined): Record<string, string> {
  if (etag === undefined) return {};
  return /^(?:W\/)?"/.test(etag) ? { 'if-none-match': etag } : { 'if-modified-since': etag };
}

/** In ms. A date is held against the server's own clock. */
function retryAfter(headers: Headers): number | null {
  const said = headers.get('retry-after');
  if (said === null) return null;
  const seconds = /^\d{1,9}$/.test(said) ? Number(said) : null;
  const ms = seconds === null ? Date.parse(said) - Date.parse(headers.get('date') ?? '') : seconds * 1000;
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}
