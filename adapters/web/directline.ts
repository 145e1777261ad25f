import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { asHttpError, errorCode, HttpError, queryOf } from '../http';
import { messageArrival, readPosted, startArrival } from './activity';
import type { Hints } from './hints';
import type { Starts } from './limit';
import type { Origins } from './origins';
import type { Streams } from './streams';
import { LIFETIME, type Tokens } from './tokens';
import type { WebDeps } from './types';

const ROOT = '/v3/directline';
const generated = z.object({ resume: z.string().max(2000).nullish() });
const begun = z.object({ language: z.string().max(35).nullish() });

export interface DirectLineParts {
  tokens: Tokens;
  origins: Origins;
  streams: Streams;
  hints: Hints;
  starts: Starts;
}

/** Direct Line 3.0: tokens, conversations, activities, uploads (refused) and sockets. */
export function mountDirectLine(server: Server, deps: WebDeps, parts: DirectLineParts): void {
  const { conversations, now, newId } = deps;
  const { tokens, starts } = parts;

  mountCors(server, parts.origins);

  server.post(`${ROOT}/tokens/generate`, async (req, res) => {
    if (!parts.origins.allows(req)) throw new HttpError(403, 'Origin', 'Chats may not be started from this website.');
    const { resume } = generated.safeParse(req.body).data ?? {};
    if (resume) return void res.send(200, await grant(await tokens.open('resume', resume)));
    await starts.check(req);
    res.send(200, await grant(newId()));
  });

  server.post(`${ROOT}/tokens/refresh`, async (req, res) => {
    res.send(200, await grant(await bearer(req)));
  });

  server.post(`${ROOT}/conversations`, async (req, res) => {
    const conversation = await bearer(req);
    const { language } = begun.safeParse(req.body).data ?? {};
    await conversations.receive(startArrival(conversation, now(), language ?? null));
    if (language) await conversations.receive(startArrival(conversation, now(), language, newId()));
    res.send(201, await connection(req, conversation, 0));
  });

  server.get(`${ROOT}/conversations/:id`, async (req, res) => {
    res.send(200, await connection(req, await own(req), watermarkOf(req)));
  });

  server.get(`${ROOT}/conversations/:id/activities`, async (req, res) => {
    const conversation = await own(req);
    const { activities, watermark } = await read(conversation, watermarkOf(req));
    res.send(200, { activities, watermark: String(watermark) });
  });

  server.post(`${ROOT}/conversations/:id/activities`, async (req, res) => {
    const conversation = await own(req);
    const { said, typing } = readPosted(req.body);
    const clientId = said?.clientId ?? newId();
    if (typing) await conversations.typing(conversation);
    if (said) await conversations.receive(messageArrival(conversation, { ...said, clientId }, now()));
    res.send(200, { id: `${conversation}:${clientId}` });
  });

  server.post(`${ROOT}/conversations/:id/upload`, async (req) => {
    await own(req);
    throw new HttpError(400, 'NoFiles', 'Files and pictures cannot be taken here. Send words instead.');
  });

  server.server.on('upgrade', (req, socket, head) => {
    socket.on('error', () => socket.destroy());
    upgrade(req, socket, head).catch((error) => refuse(socket, asHttpError(error).status));
  });

  async function upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const id = /^\/v3\/directline\/conversations\/([^/?]+)\/stream(?:\?|$)/.exec(req.url ?? '')?.[1];
    if (!id) throw new HttpError(404, 'NotFound', 'There is no socket at this address.');
    if (!parts.origins.allows(req)) throw new HttpError(403, 'Origin', 'Chats may not be read from this website.');
    const conversation = await tokens.open('stream', queryOf(req).get('t') ?? '');
    if (conversation !== id) throw notYours();
    if (!socket.destroyed) parts.streams.open(req, socket, head, conversation, watermarkOf(req));
  }

  /** The conversation that the caller's token opens. */
  async function bearer(req: Request): Promise<string> {
    const token = /^Bearer +(\S+)$/i.exec(req.headers.authorization ?? '')?.[1];
    if (!token) throw new HttpError(401, 'NoToken', 'Send "Authorization: Bearer <token>".');
    return tokens.open('chat', token);
  }

  /** The conversation in the address, if the caller's token opens it. */
  async function own(req: Request): Promise<string> {
    const conversation = await bearer(req);
    if (conversation !== req.params.id) throw notYours();
    return conversation;
  }

  async function grant(conversation: string) {
    const [token, resume] = await Promise.all([
      tokens.issue('chat', conversation),
      tokens.issue('resume', conversation),
    ]);
    return { conversationId: conversation, token, expires_in: LIFETIME.chat, resume };
  }

  async function connection(req: Request, conversation: string, after: number) {
    const [token, t] = await Promise.all([tokens.issue('chat', conversation), tokens.issue('stream', conversation)]);
    const stream = new URL(`${ROOT}/conversations/${conversation}/stream`, parts.origins.own(req));
    stream.protocol = stream.protocol === 'https:' ? 'wss:' : 'ws:';
    stream.search = new URLSearchParams({ watermark: String(after), t }).toString();
    return { conversationId: conversation, token, expires_in: LIFETIME.chat, streamUrl: stream.href };
  }

  /** A polling client gives up for good on its first error, so trouble here looks like silence. */
  async function read(conversation: string, after: number) {
    try {
      const read = await conversations.activities(conversation, after);
      return {
        ...read,
        activities: [...read.activities, ...(await parts.hints.besides(conversation, read.activities))],
      };
    } catch (error) {
      deps.log.error({ code: errorCode(error) }, 'reading for a poll failed');
      return { activities: [], watermark: after };
    }
  }
}

/** Lets the allowed websites call the API from a browser, and answers the browser's question beforehand. */
function mountCors(server: Server, origins: Origins): void {
  server.pre((req: Request, res: Response, next) => {
    if (!req.url?.startsWith(`${ROOT}/`)) return next();
    res.setHeader('Vary', 'Origin');
    const { origin } = req.headers;
    if (origin !== undefined && origins.allows(req)) {
      res.setHeader('Access-Control-Allow-Origin', origin);
      res.setHeader('Access-Control-Allow-Methods', 'GET, POST');
      res.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type, X-Ms-Bot-Agent, X-Requested-With');
      res.setHeader('Access-Control-Max-Age', '600');
    }
    if (req.method !== 'OPTIONS') return next();
    res.send(204);
    return next(false);
  });
}

/** A transcript sequence number; 0, from the start, for anything else. */
function watermarkOf(req: { url?: string | undefined }): number {
  const given = queryOf(req).get('watermark') ?? '';
  return /^\d{1,15}$/.test(given) ? Number(given) : 0;
}

function notYours(): HttpError {
  return new HttpError(403, 'BadArgument', 'This token is for another conversation.');
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
