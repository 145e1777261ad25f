import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { parse } from 'yaml';
import { compileAssets } from '../../../adapters/assets';
import { mountDesk, parseDeskWords } from '../../../adapters/desk';
import { createHttpServer } from '../../../adapters/http';
import { createAccounts } from '../../../handoff/accounts';
import { createAudit } from '../../../handoff/audit';
import { createEnds } from '../../../handoff/ends';
import { createPresence } from '../../../handoff/presence';
import { filled, savedRepliesSchema } from '../../../handoff/saved-replies';
import type { AuditEntry, Desk, Role, Worker } from '../../../handoff/types';
import type { Records } from '../../../store/contract';
import { jargonSchema, lettersSchema } from '../../../tools/check/jargon';
import { fakeDesk, fakeRecords, type Someone } from './fakes';

const ROOT = join(__dirname, '../../..');

export const words = parseDeskWords(parse(readFileSync(join(ROOT, 'content/en/desk.yaml'), 'utf8')));
const plainWords = {
  jargon: jargonSchema.parse(parse(readFileSync(join(ROOT, 'content/en/words.yaml'), 'utf8'))),
  letters: lettersSchema.parse(parse(readFileSync(join(ROOT, 'content/en/letters.yaml'), 'utf8'))),
};
export const savedReplies = savedRepliesSchema.parse(
  parse(readFileSync(join(ROOT, 'content/en/saved-replies.yaml'), 'utf8')),
);
/** Compiled once for all desks of a suite. */
const assets = compileAssets(join(ROOT, 'web/desk'));
export const PASSWORD = 'four random words here';

/** The desk on a real server, with a clock that tests move, a fake desk behind it and everything that was logged. */
export async function openWorld(
  people: Someone[],
  start = Date.now(),
  records = fakeRecords(),
  publicOrigin: string | null = 'https://desk.example.org',
) {
  const clock = { now: start };
  const desk = fakeDesk(() => clock.now, ...people);
  return { ...(await serveDesk(desk, clock, records, publicOrigin)), desk, records };
}

/** The same with any desk behind it. */
export async function serveDesk(
  desk: Desk,
  clock: { now: number },
  records: Records,
  publicOrigin: string | null = 'https://desk.example.org',
) {
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const newToken = () => randomBytes(32).toString('base64url');
  const now = () => clock.now;
  const accounts = createAccounts({ records, now, newToken, teams: ['families'] });
  const ends = createEnds({ records, now, newId: newToken, timezone: 'Europe/London', keepDays: 365 });
  const audit = createAudit({ records, now, newId: newToken });
  const presence = createPresence({ records, now });
  const server = createHttpServer({ log });
  const stop = mountDesk(server, {
    desk,
    ends,
    accounts,
    teams: [{ id: 'families', name: 'Families Team' }],
    presence,
    audit,
    words,
    timezone: 'Europe/London',
    plainWords,
    savedReplies: ({ name }) => filled(savedReplies, { worker: name, place: 'Hazelford Council' }),
    assets,
    newId: newToken,
    publicOrigin,
    heartbeatMs: 50,
    log,
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://localhost:${server.address().port}`;

  const addWorker = (name: string, role: Role = 'worker', teams?: string[]): Promise<Worker> =>
    accounts.add({ name, email: `${name.toLowerCase()}@example.org`, role, teams, password: PASSWORD });

  const call = (path: string, options: RequestInit = {}): Promise<Response> => fetch(`${origin}/desk${path}`, options);

  const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    call(`/api${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  /** Signs a worker in with a link; what comes back calls the API as them. */
  async function signIn(name: string, role: Role = 'worker', teams?: string[]) {
    const worker = (await accounts.find(`${name.toLowerCase()}@example.org`)) ?? (await addWorker(name, role, teams));
    const reply = await post('/sign-in/link', { ticket: await accounts.issueTicket(worker.id) });
    const cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? '';
    return {
      worker,
      cookie,
      get: (path: string, headers = {}) => call(`/api${path}`, { headers: { cookie, ...headers } }),
      post: (path: string, body: unknown = {}, headers = {}) => post(path, body, { cookie, ...headers }),
    };
  }

  /** What was written down, the oldest first. */
  const audited = async (): Promise<AuditEntry[]> => (await audit.page(null)).entries.reverse();

  async function close(): Promise<void> {
    stop();
    await new Promise<void>((done) => {
      server.close(() => done());
      server.server.closeAllConnections();
    });
  }

  const told = { audit, audited, ends, logged };
  return { clock, accounts, presence, ...told, origin, addWorker, call, post, signIn, close };
}

export type World = Awaited<ReturnType<typeof openWorld>>;

/** The JSON of a reply, as the shape a test goes on to check. */
export const json = async <T>(reply: Response): Promise<T> => (await reply.json()) as T;

/** Status and error code of a reply, for tables. */
export async function outcome(reply: Response): Promise<string> {
  const body = await json<{ error?: { code: string; message: string } }>(reply);
  return `${reply.status} ${body.error?.code ?? 'ok'}`;
}
