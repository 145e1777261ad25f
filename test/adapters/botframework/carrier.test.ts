import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';
import type { Posted } from '../../../adapters/contract';
import { startBotFramework } from './server';

interface Got {
  path: string;
  activity: Partial<Activity>;
}

const got: Got[] = [];
let status = 200;
let headers: Record<string, string> = {};
const channel = createServer(async (req, res) => {
  got.push({ path: req.url ?? '', activity: JSON.parse(await bodyOf(req)) as Partial<Activity> });
  res.writeHead(status, { 'content-type': 'application/json', ...headers });
  res.end(JSON.stringify(status < 300 ? { id: 'theirs-1' } : { error: { code: 'No', message: 'user-1 said no' } }));
});
let world: Awaited<ReturnType<typeof startBotFramework>>;

async function bodyOf(req: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of req) body += chunk;
  return body;
}

beforeAll(async () => {
  await new Promise<void>((done) => channel.listen(0, '127.0.0.1', done));
  world = await startBotFramework();
});
afterAll(async () => {
  await world.close();
  channel.closeAllConnections();
  await new Promise((done) => channel.close(done));
});
beforeEach(() => {
  got.length = 0;
  status = 200;
  headers = {};
});

const choices = (...labels: string[]): Partial<Activity> => ({
  suggestedActions: { to: [], actions: labels.map((label) => ({ type: 'imBack', title: label, value: label })) },
});

const posted = (activity: Partial<Activity>, channelId = 'webchat'): Posted => ({
  row: 'c1|3',
  conversation: 'c1',
  attempts: 0,
  activity,
  address: {
    provider: 'botframework',
    person: 'user-1',
    ours: `["${channelId}","bot-1"]`,
    detail: {
      channelId,
      serviceUrl: `http://127.0.0.1:${(channel.address() as AddressInfo).port}`,
      conversation: { id: 'theirs', conversationType: 'personal' },
      bot: { id: 'bot-1' },
      user: { id: 'user-1' },
      activityId: 'm1',
    },
  },
});

const hello = { type: 'message', text: 'Hello *you*.' };

test('a message goes to the conversation it belongs to, as it was written', async () => {
  expect(await world.carrier.send(posted(hello))).toEqual({ ok: true, providerId: 'theirs-1' });
  expect(got).toHaveLength(1);
  expect(got[0]?.path).toBe('/v3/conversations/theirs/activities/m1');
  expect(got[0]?.activity).toMatchObject({
    type: 'message',
    text: 'Hello *you*.',
    textFormat: 'plain',
    from: { id: 'bot-1' },
    recipient: { id: 'user-1' },
  });
});

test.each([
  ['webchat', 7, true],
  ['msteams', 6, true],
  ['msteams', 7, false],
  ['facebook', 10, true],
  ['slack', 1, false],
])('on %s, %i choices are buttons: %s', async (channelId, count, buttons) => {
  const labels = Array.from({ length: count }, (_, n) => `Choice ${n + 1}`);
  await world.carrier.send(posted({ ...hello, ...choices(...labels) }, channelId));
  const activity = got[0]?.activity;
  expect(activity?.suggestedActions?.actions.map(({ value }) => value)).toEqual(buttons ? labels : undefined);
  expect(activity?.suggestedActions?.to).toEqual(buttons ? ['user-1'] : undefined);
  expect(activity?.text).toBe(
    buttons ? 'Hello *you*.' : ['Hello *you*.', ...labels.map((l, n) => `${n + 1}. ${l}`)].join('\n'),
  );
});

test('a long text is cut at the end of a sentence, and the choices come last', () => {
  const text = 'This is one sentence of many. '.repeat(100).trim();
  const parts = world.carrier.parts([{ type: 'message', text, ...choices('Yes') }]);
  expect(parts).toHaveLength(2);
  expect(parts.map(({ text: part }) => part).join(' ')).toBe(text);
  expect(parts.every(({ text: part }) => part?.endsWith('.') && part.length <= 2000)).toBe(true);
  expect(parts.map(({ suggestedActions }) => suggestedActions?.actions.length)).toEqual([undefined, 1]);
});

test('of the events, only those about a handoff go out', () => {
  const events = ['handoff.initiate', 'handoff.status', 'natter/else'].map((name) => ({ type: 'event', name }));
  expect(world.carrier.events).toBe(true);
  expect(world.carrier.parts(events).map(({ name }) => name)).toEqual(['handoff.initiate', 'handoff.status']);
});

test.each([
  [400, { ok: false, retry: false, code: 'refused' }],
  [401, { ok: false, retry: true, code: 'settings' }],
  [403, { ok: false, retry: false, code: 'blocked' }],
  [404, { ok: false, retry: false, code: 'unreachable' }],
  [413, { ok: false, retry: false, code: 'refused' }],
  [429, { ok: false, retry: true, code: 'rate', pauseMs: 7000 }],
  [500, { ok: false, retry: true, code: 'passing' }],
  [503, { ok: false, retry: true, code: 'passing' }],
])('a channel that answers %i', async (answer, outcome) => {
  status = answer;
  headers = { 'retry-after': '7' };
  expect(await world.carrier.send(posted(hello))).toEqual(outcome);
  // The sender does the trying again: it knows how long, and when to stop.
  expect(got).toHaveLength(1);
});

test('a channel that has no word for a handoff is no trouble', async () => {
  status = 400;
  expect(await world.carrier.send(posted({ type: 'event', name: 'handoff.initiate' }))).toEqual({
    ok: true,
    providerId: '',
  });
});

test('an answer that points elsewhere is not followed', async () => {
  status = 307;
  headers = { location: `http://127.0.0.1:${(channel.address() as AddressInfo).port}/elsewhere` };
  expect(await world.carrier.send(posted(hello))).toEqual({ ok: false, retry: true, code: 'passing' });
  expect(got).toHaveLength(1);
});

test('a channel that is not there is tried again', async () => {
  const nowhere = posted(hello);
  Object.assign(nowhere.address.detail as object, { serviceUrl: 'http://127.0.0.1:9' });
  expect(await world.carrier.send(nowhere)).toEqual({ ok: false, retry: true, code: 'passing' });
});
