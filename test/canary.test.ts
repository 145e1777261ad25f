import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { arrive, transcript, type Visitor } from '../tools/faults/direct-line';
import { type ServerProcess, startServer } from '../tools/faults/process';

jest.setTimeout(90_000);

/** Secrets let loose in Natter, each under its own name, to see whether one turns up where it must not. */
const loose: string[] = [];
function canary(name: string): string {
  const secret = `canary${name}${Math.random().toString(36).slice(2, 12)}`;
  loose.push(secret);
  return secret;
}

let dir: string;
let server: ServerProcess;
/** Every reply that was an error, head and body. */
let refusals: string[];

beforeEach(async () => {
  loose.length = 0;
  refusals = [];
  dir = mkdtempSync(join(tmpdir(), 'natter-canary-'));
  server = await startServer({ DATA_DIR: dir, LOG_LEVEL: 'debug' });
});
afterEach(async () => {
  await server.kill();
  rmSync(dir, { recursive: true, force: true });
});

/** Sends a request; an error's reply is kept to be searched. */
async function send(method: string, path: string, headers: Record<string, string> = {}, body?: string) {
  const reply = await fetch(`${server.url}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
  const text = await reply.text();
  if (!reply.ok) refusals.push(JSON.stringify([...reply.headers]) + text);
  return { status: reply.status, text, cookie: reply.headers.get('set-cookie')?.split(';')[0] ?? '' };
}
const json = { 'content-type': 'application/json' };

async function says({ conversation, token }: Visitor, text: string, headers: Record<string, string> = {}) {
  const activity = { type: 'message', text, from: { id: 'person', name: canary('Name') } };
  const path = `/v3/directline/conversations/${conversation}/activities`;
  return send('POST', path, { ...json, authorization: `Bearer ${token}`, ...headers }, JSON.stringify(activity));
}

async function untilSeen(visitor: Visitor, words: RegExp): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await transcript(server.url, visitor)).some(({ text }) => words.test(text ?? ''))) return;
    await new Promise((done) => {
      setTimeout(done, 25);
    });
  }
  throw new Error(`${words} was not said.`);
}

/** Words, an answer, a struck line, a worker and their reply. */
async function talk(visitor: Visitor): Promise<void> {
  const spoken = canary('Words');
  await says(visitor, `I am behind with the rent ${spoken}`, {
    'user-agent': canary('Agent'),
    'x-note': canary('Header'),
  });
  for (const text of ['person', 'Yes, ask a worker', `not ${canary('Answer')}`, canary('Called')])
    await says(visitor, text);
  await untilSeen(visitor, new RegExp(spoken));

  const ticket = server.signIn?.split('#')[1] ?? '';
  const { cookie } = await send('POST', '/desk/api/sign-in/link', json, JSON.stringify({ ticket }));
  const act = (what: string, body: object) =>
    send('POST', `/desk/api/conversations/${visitor.conversation}/${what}`, { ...json, cookie }, JSON.stringify(body));
  expect((await act('claim', {})).status).toBe(200);
  const reply = canary('Reply');
  expect((await act('messages', { text: reply })).status).toBe(200);
  await untilSeen(visitor, new RegExp(reply));
  await says(visitor, canary('ToWorker'));
}

/** What goes wrong at the edges: typos, broken bodies, wrong addresses. */
async function stumble({ conversation, token }: Visitor): Promise<void> {
  const activities = `/v3/directline/conversations/${conversation}/activities`;
  await send('POST', activities, { ...json, authorization: `Bearer ${token}${canary('Typo')}` }, '{}');
  await send('POST', activities, { ...json, authorization: canary('Scheme') }, '{}');
  await send('POST', activities, { ...json, authorization: `Bearer ${token}` }, `{"text": "${canary('Broken')}`);
  await send(
    'POST',
    activities,
    { 'content-type': `text/${canary('type')}`, authorization: `Bearer ${token}` },
    canary('Plain'),
  );
  await send('GET', `/${canary('Path')}?q=${canary('Query')}`, { cookie: `a=${canary('Cookie')}` });
  await send('GET', `/v3/directline/conversations/${canary('Id')}/activities`, { authorization: `Bearer ${token}` });
  await send(
    'POST',
    '/v3/directline/tokens/generate',
    { ...json, origin: `https://${canary('origin')}.example` },
    '{}',
  );
  await send('POST', '/v3/directline/tokens/generate', json, JSON.stringify({ resume: canary('Resume') }));
  const login = { email: `${canary('email')}@example.org`, password: canary('Password') };
  await send('POST', '/desk/api/sign-in', json, JSON.stringify(login));
  await send('POST', '/desk/api/sign-in', json, JSON.stringify({ email: canary('NoPassword') }));
  await send('POST', '/desk/api/sign-in/link', json, JSON.stringify({ ticket: canary('Ticket') }));
  await send('GET', '/desk/api/waiting', { cookie: `__Host-natter-desk=${canary('Session')}` });
  await send('DELETE', `/?${canary('Method')}`);
}

const files = () => readdirSync(dir).map((name) => ({ name, bytes: readFileSync(join(dir, name)) }));
/** Which of these texts stand in which file. */
function inFiles(texts: string[]): string[] {
  return files().flatMap(({ name, bytes }) =>
    texts
      .filter((text) => bytes.includes(text) || bytes.includes(text, 0, 'utf16le'))
      .map((text) => `${name}: ${text}`),
  );
}

/** Pieces of everything that is kept, sealed, of a conversation. */
function sealedPieces(conversation: string): string[] {
  const db = new DatabaseSync(join(dir, 'natter.db'), { readOnly: true });
  const of = (table: string, column: string) =>
    db.prepare(`SELECT body FROM ${table} WHERE ${column} = ?`).all(conversation);
  const bodies = [...of('transcript', 'conversation'), ...of('timer', 'conversation'), ...of('conversation', 'id')];
  db.close();
  return bodies.flatMap(({ body }) => String(body).match(/.{24}/g) ?? []);
}

test('what was said is in no log, no error and no file in clear; after a deletion not even sealed', async () => {
  const visitor = await arrive(server.url);
  await talk(visitor);
  await stumble(visitor);

  expect(loose.length).toBeGreaterThan(25);
  expect(refusals.length).toBeGreaterThanOrEqual(12);
  expect(server.output()).toContain('signed in');
  expect(loose.filter((secret) => refusals.join().includes(secret))).toEqual([]);
  expect(loose.filter((secret) => server.output().includes(secret))).toEqual([]);
  expect(inFiles([visitor.conversation])).not.toEqual([]);
  expect(inFiles(loose)).toEqual([]);

  const pieces = sealedPieces(visitor.conversation);
  expect(pieces.length).toBeGreaterThan(100);
  expect(new Set(inFiles(pieces)).size).toBeGreaterThanOrEqual(pieces.length);
  await says(visitor, 'delete what I said');
  await untilSeen(visitor, /deleted for good/);
  expect(inFiles(pieces)).toEqual([]);
  expect(await server.stop()).toBe(0);
  expect(inFiles(pieces)).toEqual([]);
  expect(inFiles(loose)).toEqual([]);
});

test('with another master key it does not start, and says what to do', async () => {
  expect(await server.stop()).toBe(0);
  const production = { DATA_DIR: dir, NODE_ENV: 'production', PUBLIC_URL: 'https://natter.example' };
  const other = Buffer.alloc(32, 'another').toString('base64');
  await expect(startServer({ ...production, MASTER_KEY: other })).rejects.toThrow('MASTER_KEY_OLD');
  const kept = readFileSync(join(dir, 'master.key'), 'utf8').trim();
  server = await startServer({ ...production, MASTER_KEY: other, MASTER_KEY_OLD: kept });
});
