import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import pino from 'pino';
import { parse } from 'yaml';
import { createHttpServer } from '../../../adapters/http';
import { mountWeb, parsePageWords, type WebDeps } from '../../../adapters/web';
import { FakeConversations, GREETING } from './fake';

const PAGE = join(__dirname, '../../../content/en/page.yaml');
export const words = parsePageWords(parse(readFileSync(PAGE, 'utf8')));
export const EXIT = 'https://www.bbc.co.uk/weather';

export interface Web {
  url: string;
  api: string;
  conversations: FakeConversations;
  /** Everything that was logged. */
  logged(): string;
  close(): Promise<void>;
}

/** A real restify server with the web way in on a free port, or on the given one. */
export async function startWeb(changes: Partial<WebDeps> & { port?: number } = {}): Promise<Web> {
  const lines: string[] = [];
  const log = pino(
    { level: 'debug' },
    new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    }),
  );
  const conversations = new FakeConversations();
  const server = createHttpServer({ log });
  const web = mountWeb(server, {
    conversations,
    secrets: [Buffer.alloc(32, 7)],
    words,
    greeting: () => GREETING.map((text) => ({ type: 'message', text })),
    publicUrl: null,
    allowedOrigins: ['https://www.example.org'],
    now: Date.now,
    newId: () => randomBytes(18).toString('base64url'),
    limits: { tokensPerMinute: 1000 },
    listed: async () => [],
    placeName: 'Exampleton',
    exitUrl: EXIT,
    log,
    ...changes,
  });
  await new Promise<void>((resolve) => server.listen(changes.port ?? 0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  return {
    url,
    api: `${url}/v3/directline`,
    conversations: (changes.conversations as FakeConversations) ?? conversations,
    logged: () => lines.join(''),
    async close() {
      await web.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.server.closeAllConnections();
      });
    },
  };
}

interface Granted {
  conversationId: string;
  token: string;
  resume: string;
  expires_in: number;
  streamUrl: string;
  watermark: string;
  id: string;
  activities: { id: string; text?: string; from: { role: string }; channelData?: { clientActivityID?: string } }[];
  error: { code: string; message: string };
}

/** A bare Direct Line request: what came back, read as JSON. */
export async function call(
  method: string,
  url: string,
  { token, body, headers = {} }: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<{ status: number; headers: Headers; json: Granted }> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: text ? JSON.parse(text) : ({} as Granted) };
}

/** Starts a conversation as a client does. */
export async function begin(web: Web): Promise<Granted> {
  const { json: granted } = await call('POST', `${web.api}/tokens/generate`);
  const { json: joined } = await call('POST', `${web.api}/conversations`, { token: granted.token });
  return { ...granted, ...joined };
}
