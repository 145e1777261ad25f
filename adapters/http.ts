import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import { createServer, plugins, type Request, type Response, type Server } from 'restify';

/** Big enough for 100,000 characters in a web form, where one may take twelve bytes. */
const MAX_BODY_BYTES = 1_500_000;
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Something a request is refused for. `code` is stable; `message` is shown to the caller and says what to do. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** Restify's own errors by status. Its messages may quote the request, so callers get these instead. */
const KNOWN: Record<number, [code: string, message: string]> = {
  400: ['BadRequest', 'The request could not be read. Check its address, headers and body (well-formed JSON or form).'],
  404: ['NotFound', 'There is nothing at this address.'],
  405: ['MethodNotAllowed', 'This address does not take this method. See the Allow header.'],
  413: ['TooLarge', 'The request is too large. Send less at a time.'],
  415: ['UnsupportedType', 'Send the body as JSON or as a form, not compressed.'],
};

/** What a caller is told of any error: nothing of its insides. */
export function asHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  if (code === 'unavailable') {
    return new HttpError(503, 'Unavailable', 'Nothing can be kept just now. Send it again soon.', 2);
  }
  const known = typeof statusCode === 'number' ? KNOWN[statusCode] : undefined;
  if (known) return new HttpError(statusCode as number, ...known);
  return new HttpError(500, 'InternalError', 'Something went wrong here. Try again.');
}

/** The name of an error that is safe to log: a code or a class, never a message. */
export function errorCode(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : typeof name === 'string' ? name : typeof error;
}

/**
 * A restify server with what every route needs: refusal of malformed addresses before anything else, careful headers,
 * bodies of limited size, and errors as `{"error":{"code","message"}}` that carry nothing internal. `https`: browsers
 * reach us by https, so they are told to keep to it.
 *
 * Route handlers are async functions that return nothing: a value would be logged, and a throw outside one is not caught.
 */
export function createHttpServer({ log, https = false }: { log: Logger; https?: boolean }): Server {
  // Restify logs whole requests at some levels, so it gets a silent log; errors are logged below, by code.
  const silent = log.child({}, { level: 'silent' }) as unknown as Server['log'];
  const server = createServer({ name: '', log: silent });
  server.pre((req, res, next) => {
    setHeaders(res, https);
    next(readable(req) ? checkEncoding(req) : badAddress(res));
  });
  server.use(
    plugins.bodyParser({
      maxBodySize: MAX_BODY_BYTES,
      maxFieldsSize: MAX_BODY_BYTES,
      mapParams: false,
      multiples: true,
      // Files are not kept, not even for a moment on disk.
      multipartFileHandler: () => undefined,
    }),
  );
  server.on('restifyError', (req: Request, res: Response, error: unknown, done: () => void) => {
    const told = asHttpError(error);
    if (told.status >= 500) log.error({ code: errorCode(error), route: req.getRoute()?.path }, 'request failed');
    sendError(res, told);
    done();
  });
  return server;
}

/** Answers with an error, as every route does. */
export function sendError(res: Response, { status, code, message, retryAfterSeconds }: HttpError): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  if (retryAfterSeconds !== null) res.setHeader('Retry-After', retryAfterSeconds);
  res.setHeader('Content-Type', 'application/json');
  res.send(status, { error: { code, message } });
}

/** Whose request it is, for limits only: never kept, never logged. */
export type AddressOf = (req: IncomingMessage) => string;

/**
 * The caller's address when this many of our own proxies stand in front, each of which adds one address at the end of
 * X-Forwarded-For. What stands further left in that header anybody can make up, so it is not believed; with 0 none of it is.
 */
export function addressBehind(proxies: number): AddressOf {
  return (req) => {
    const direct = req.socket.remoteAddress ?? '';
    if (proxies === 0) return direct;
    const forwarded = String(req.headers['x-forwarded-for'] ?? '').split(',');
    return forwarded.at(-proxies)?.trim() || direct;
  };
}

/** The query of a request. */
export function queryOf(req: { url?: string | undefined }): URLSearchParams {
  return new URL(req.url ?? '/', 'http://localhost').searchParams;
}

function setHeaders(res: Response, https: boolean): void {
  res.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  res.setHeader('Referrer-Policy', 'no-referrer');
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  res.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
  if (https) res.setHeader('Strict-Transport-Security', `max-age=${YEAR_SECONDS}; includeSubDomains`);
}

/** Restify parses the address again and again, each time throwing on a malformed one where nothing catches it. */
function readable(req: Request): boolean {
  try {
    req.getUrl();
    return true;
  } catch {
    return false;
  }
}

function badAddress(res: Response): false {
  sendError(res, new HttpError(400, ...(KNOWN[400] as [string, string])));
  return false;
}

/** The body reader limits a compressed body before it is unpacked, not after, so none is taken. */
function checkEncoding(req: Request): HttpError | undefined {
  const encoding = req.headers['content-encoding'];
  if (encoding === undefined || encoding === 'identity') return undefined;
  return new HttpError(415, ...(KNOWN[415] as [string, string]));
}
