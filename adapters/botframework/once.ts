import type { ConnectorClientOptions } from './door';

/** Less than a message is held for while it is sent, so that nobody else sends it meanwhile. */
const PATIENCE_MS = 10_000;
/** Set by the connection itself. */
const OWN = new Set(['accept-encoding', 'connection', 'content-length', 'host', 'transfer-encoding']);

type Client = NonNullable<ConnectorClientOptions['httpClient']>;
type Request = Parameters<Client['sendRequest']>[0];
type Answer = Awaited<ReturnType<Client['sendRequest']>>;

/** A channel did not take a message. `retryAfter`: its header, in seconds. */
export class ChannelError extends Error {
  readonly code = 'channel';
  constructor(
    readonly status: number,
    readonly retryAfter: string | null,
  ) {
    super(`The channel answered ${status}.`);
  }
}

/**
 * Sends each request to a channel once, in limited time, and nowhere else than asked: the library alone would try again by
 * itself, several times, behind the outbox's back, wait for ever, and follow wherever an answer points with our token.
 */
export const once: Client = {
  async sendRequest(request: Request): Promise<Answer> {
    const given = Object.entries(request.headers.toJson());
    const answer = await fetch(request.url, {
      method: request.method,
      headers: Object.fromEntries(given.filter(([name]) => !OWN.has(name.toLowerCase()))),
      body: (request.body as string | undefined) ?? null,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await answer.text();
    if (!answer.ok) throw new ChannelError(answer.status, answer.headers.get('retry-after'));
    // Nothing reads the headers of an answer, but some must be there.
    return { request, status: answer.status, headers: request.headers.clone(), bodyAsText: text };
  },
};
