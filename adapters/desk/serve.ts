import type { Logger } from 'pino';
import type { Request, Response } from 'restify';
import type { z } from 'zod';
import type { Accounts } from '../../handoff/accounts';
import type { Audit } from '../../handoff/types';
import { type AddressOf, queryOf } from '../http';
import { onRecord } from './audited';
import { sessionCookie, sessionToken } from './cookie';
import { asDeskError, DeskError } from './errors';
import { guardPost, siteOf } from './guard';
import type { Route } from './route';
import type { DeskWords } from './words';

export interface ServeDeps {
  accounts: Accounts;
  audit: Audit;
  words: DeskWords;
  newId: () => string;
  publicOrigin: string | null;
  addressOf: AddressOf;
  log: Logger;
}

/** A restify handler for one route: guard, session, check, handle, answer. It never throws and never calls on. */
export function serve(route: Route, deps: ServeDeps): (req: Request, res: Response) => Promise<void> {
  return async (req, res) => {
    try {
      await answer(route, req, res, deps);
    } catch (error) {
      refuse(res, error, route, deps);
    }
  };
}

async function answer(
  route: Route,
  req: Request,
  res: Response,
  { accounts, audit, newId, publicOrigin, addressOf }: ServeDeps,
): Promise<void> {
  if (route.method === 'post') guardPost(req, publicOrigin);
  const token = sessionToken(req.headers.cookie) ?? '';
  const worker = route.open || !token ? null : await accounts.session(token, route.active);
  if (!worker && !route.open) throw new DeskError('signed-out');
  const params = route.params && checked(route.params, req.params, '');
  const fresh = newId();
  const call = () => ({
    params,
    fresh,
    query: route.query && checked(route.query, Object.fromEntries(queryOf(req)), 'query'),
    body: route.body && checked(route.body, req.body, 'body'),
    // Open routes are not typed to need one.
    worker: worker as NonNullable<typeof worker>,
    token,
    site: siteOf(req, publicOrigin),
    address: addressOf(req),
    setSession: (fresh: string | null) => res.setHeader('Set-Cookie', sessionCookie(fresh)),
    response: res,
    lastEventId: req.headers['last-event-id']?.toString() ?? null,
  });
  const reply = await onRecord(route, worker, { params, fresh }, audit, call);
  // Parsing on the way out too: only what is described ever leaves.
  if (route.type === 'application/json') sendJson(res, 200, route.reply.parse(reply));
  // Only now: whoever takes a table away is written down by name first.
  if (route.type === 'text/csv') await (reply as () => Promise<void>)();
}

function refuse(res: Response, thrown: unknown, route: Route, { words, log }: ServeDeps): void {
  const error = asDeskError(thrown);
  if (error.status >= 500) log.error({ route: route.path, code: error.code, ...where(thrown) }, 'desk request failed');
  if (res.headersSent) {
    res.destroy();
    return;
  }
  if (error.retryAfterSeconds !== null) res.setHeader('Retry-After', String(error.retryAfterSeconds));
  const message = error.detail ? `${words.errors[error.code]} ${error.detail}` : words.errors[error.code];
  sendJson(res, error.status, { error: { code: error.code, message } });
}

function sendJson(res: Response, status: number, body: unknown): void {
  res.sendRaw(status, JSON.stringify(body), { 'Content-Type': 'application/json; charset=utf-8' });
}

/** The name and place of a fault. Its message stays out: it may hold what somebody wrote. */
function where(thrown: unknown): { error: string; stack: string[] } {
  if (!(thrown instanceof Error)) return { error: typeof thrown, stack: [] };
  const frames = thrown.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return { error: thrown.name, stack: frames.map((line) => line.trim()) };
}

function checked<T extends z.ZodType>(schema: T, value: unknown, root: string): z.output<T> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const wrong = read.error.issues.map(
    ({ path, message }) => `${[root, ...path].filter(Boolean).join('.')}: ${message}`,
  );
  throw new DeskError('bad-request', wrong.join('; '));
}
