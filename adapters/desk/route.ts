import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Site } from '../../handoff/passkey-checks';
import type { Act, Role, Worker } from '../../handoff/types';
import { type Cell, sendCsv } from './csv';

/** One request, checked: what a route's handler works from. */
export interface Call<Params, Body, Query = unknown> {
  params: Params;
  query: Query;
  body: Body;
  worker: Worker;
  /** The session's token: `''` on an open route. */
  token: string;
  /** An id for what this call makes: so the audit can name it before it is there. */
  fresh: string;
  /** Where the desk is, as this browser has it. */
  site: Site;
  /** Where the request came from, for rate limits only. */
  address: string;
  /** Starts the session cookie, or with null removes it. */
  setSession(token: string | null): void;
  /** For a stream: where it is written, and the last event's id the caller has seen. */
  response: ServerResponse;
  lastEventId: string | null;
}

/** One route of the desk's API. Both the routing and the OpenAPI document are made from these. */
export interface Route {
  method: 'get' | 'post';
  /** As OpenAPI writes it: `/conversations/{id}`. */
  path: string;
  summary: string;
  /** Needs no session. */
  open: boolean;
  /** A worker did this themselves, so it keeps their session from going idle. */
  active: boolean;
  /** Who may: null for everybody who is signed in. */
  roles: readonly Role[] | null;
  /** It makes an account, under the `fresh` id of the call. */
  makes: boolean;
  /** What it is called in the audit; null for what is not written down, or is by the handler itself. */
  audit: Act | null;
  params: z.ZodType | null;
  query: z.ZodType | null;
  body: z.ZodType | null;
  reply: z.ZodType;
  /** What the reply is: one JSON value, server-sent events whose data are such values, or a table to keep. */
  type: 'application/json' | 'text/event-stream' | 'text/csv';
  handle(call: Call<unknown, unknown>): Promise<unknown>;
}

interface Wanted<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType, Q extends z.ZodType> {
  summary: string;
  open?: boolean;
  active?: boolean;
  roles?: readonly Role[];
  makes?: boolean;
  audit?: Act;
  params?: P;
  query?: Q;
  body?: B;
  reply: R;
  handle(call: Call<z.output<P>, z.output<B>, z.output<Q>>): Promise<z.input<R>>;
}

/** Describes a route, with its handler's types taken from its schemas. A POST is something the worker did, unless it says that it is not. */
export function route<P extends z.ZodType, B extends z.ZodType, R extends z.ZodType, Q extends z.ZodType>(
  method: Route['method'],
  path: string,
  wanted: Wanted<P, B, R, Q>,
): Route {
  return {
    method,
    path,
    summary: wanted.summary,
    open: wanted.open ?? false,
    active: wanted.active ?? method === 'post',
    roles: wanted.roles ?? null,
    makes: wanted.makes ?? false,
    audit: wanted.audit ?? null,
    params: wanted.params ?? null,
    query: wanted.query ?? null,
    body: wanted.body ?? null,
    reply: wanted.reply,
    type: 'application/json',
    handle: (call) => wanted.handle(call as Call<z.output<P>, z.output<B>, z.output<Q>>),
  };
}

/** Describes a stream of server-sent events; `open` answers by itself. */
export function stream(
  path: string,
  summary: string,
  event: z.ZodType,
  open: (call: Call<unknown, unknown>) => void,
): Route {
  return {
    ...route('get', path, { summary, reply: event, handle: async () => undefined }),
    type: 'text/event-stream',
    handle: async (call) => open(call),
  };
}

/** Describes a table for a spreadsheet: `rows` are read after it has been written down who takes it away. */
export function download(
  path: string,
  wanted: { summary: string; roles: readonly Role[]; file: string; rows(): AsyncIterable<Cell[]> },
): Route {
  const { summary, roles, file, rows } = wanted;
  return {
    ...route('get', path, { summary, roles, audit: 'export', reply: z.string(), handle: async () => '' }),
    type: 'text/csv',
    active: true,
    // It is sent by whoever has written it down.
    handle:
      async ({ response }) =>
      () =>
        sendCsv(response, file, rows()),
  };
}
