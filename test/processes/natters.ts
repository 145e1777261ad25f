import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { COOKIE } from '../../adapters/desk/cookie';
import { newToken } from '../../app';
import { createAccounts } from '../../handoff/accounts';
import { openRedisStore } from '../../store/redis/store';
import { sealed } from '../../store/sealed/store';
import { arrive, say, transcript, type Visitor } from '../../tools/faults/direct-line';
import { type ServerProcess, startServer } from '../../tools/faults/process';
import { type RedisServer, startRedis, until } from '../redis';

/** What every process on one Redis needs the same of. */
export const MASTER_KEY = Buffer.alloc(32, 3);

/** Several whole Natters on one Redis. */
export interface Company {
  redis: RedisServer;
  servers: ServerProcess[];
  stop(): Promise<void>;
}

export async function startCompany(count: number, script?: string): Promise<Company> {
  const folder = mkdtempSync(join(tmpdir(), 'natter-company-'));
  const redis = await startRedis();
  const start = () => startServer(onRedis(redis, folder), script);
  // The first one makes the account that the others find.
  const first = await start();
  const others = await Promise.all(Array.from({ length: count - 1 }, start));
  const servers = [first, ...others];
  return {
    redis,
    servers,
    async stop() {
      await Promise.all(servers.map((server) => server.stop()));
      await redis.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Workers of these names, each with a session. */
export async function workers({ redis }: Company, names: string[]): Promise<{ name: string; cookie: string }[]> {
  const store = sealed(await openRedisStore(redis.url), [MASTER_KEY]);
  const accounts = createAccounts({ records: store.records, now: Date.now, newToken });
  const made = await Promise.all(
    names.map(async (name) => {
      const email = `${name.toLowerCase().replaceAll(' ', '')}@example.org`;
      const { id } = await accounts.add({ name, email, role: 'worker' });
      const { token } = await accounts.signInWithTicket(await accounts.issueTicket(id));
      return { name, cookie: `${COOKIE}=${token}` };
    }),
  );
  await store.close();
  return made;
}

/** Waits until it holds, with patience for a busy machine. */
export const eventually = (holds: () => Promise<boolean>, otherwise: string) => until(holds, otherwise, 60_000);

export const onRedis = ({ url }: RedisServer, folder: string) => ({
  REDIS_URL: url,
  MASTER_KEY: MASTER_KEY.toString('base64'),
  DATA_DIR: folder,
  NEW_CHATS_PER_MINUTE: '10000',
});

/** Somebody who has opened the page and written nothing: nothing is kept of them yet. */
export async function newcomer(url: string): Promise<Visitor> {
  const reply = await fetch(`${url}/v3/directline/tokens/generate`, { method: 'POST' });
  const { conversationId, token } = (await reply.json()) as { conversationId: string; token: string };
  return { conversation: conversationId, token };
}

/** What was said, in order: each line with who said it. */
export async function lines(url: string, visitor: Visitor): Promise<{ from: 'person' | 'natter'; text: string }[]> {
  const seen = await transcript(url, visitor);
  return seen.flatMap(({ type, from, text }) =>
    type === 'message' ? [{ from: from?.role === 'user' ? 'person' : 'natter', text: text ?? '' }] : [],
  );
}

/** A person's socket, as their page has one. */
export interface Listening {
  /** Texts of messages, in the order in which they come. */
  heard: string[];
  /** The code it closes with; 1006 when there was no close frame. */
  closed: Promise<number>;
  /** From now on it reads nothing, as a phone that has lost its network. */
  fallSilent(): void;
}

export async function listen(url: string, { conversation, token }: Visitor): Promise<Listening> {
  const reply = await fetch(`${url}/v3/directline/conversations/${conversation}?watermark=0`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { streamUrl } = (await reply.json()) as { streamUrl: string };
  const heard: string[] = [];
  const socket = new WebSocket(streamUrl);
  socket.on('message', (frame) => {
    for (const { type, text } of JSON.parse(String(frame)).activities) if (type === 'message') heard.push(text);
  });
  await new Promise((open, failed) => socket.once('open', open).once('error', failed));
  const closed = new Promise<number>((done) => socket.once('close', done));
  return { heard, closed, fallSilent: () => socket.pause() };
}

/** Somebody who has asked for a worker, and waits. */
export async function waitingPerson(url: string): Promise<Visitor> {
  const visitor = await arrive(url);
  const texts = ['I am behind with the rent', 'person', 'Yes, ask a worker', 'not the school please', 'Jo', 'skip'];
  for (const [index, text] of texts.entries())
    if (!(await say(url, visitor, text, `waits-${index}`))) throw new Error(`Not acknowledged: ${text}`);
  return visitor;
}

/** The desk's API at one process, as one worker. */
export interface DeskClient {
  post(path: string, body: object): Promise<{ status: number; retryAfter: string | null; body: unknown }>;
  get<T>(path: string): Promise<T>;
  /** Wake-ups: each event's data as it comes, until the server ends the stream. */
  events(): Promise<{ seen: string[]; ended: Promise<'ended' | 'broken'> }>;
}

export function deskAt(url: string, cookie: string): DeskClient {
  const api = (path: string) => `${url}/desk/api${path}`;
  return {
    async post(path, body) {
      const headers = { 'content-type': 'application/json', cookie };
      const reply = await fetch(api(path), { method: 'POST', headers, body: JSON.stringify(body) });
      return { status: reply.status, retryAfter: reply.headers.get('retry-after'), body: await reply.json() };
    },
    get: async <T>(path: string) => (await (await fetch(api(path), { headers: { cookie } })).json()) as T,
    async events() {
      const reply = await fetch(api('/events'), { headers: { cookie } });
      const seen: string[] = [];
      const read = async () => {
        for await (const chunk of reply.body ?? []) seen.push(Buffer.from(chunk).toString());
      };
      const ended = read().then(
        () => 'ended' as const,
        () => 'broken' as const,
      );
      await eventually(async () => seen.length > 0, 'The stream says nothing.');
      return { seen, ended };
    },
  };
}

/** Signs in with the link that the server printed at its start. Works once. */
export async function signIn({ url, signIn: link }: ServerProcess): Promise<string> {
  const reply = await fetch(`${url}/desk/api/sign-in/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ticket: link?.split('#')[1] }),
  });
  return reply.headers.get('set-cookie')?.split(';')[0] ?? '';
}
