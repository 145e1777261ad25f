import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import { fromWorker, MENU } from './fake';
import { begin, call, startWeb, type Web } from './server';

const MINUTE = 60_000;
let clock = 1_780_000_000_000;
let web: Web;

beforeEach(async () => {
  web = await startWeb({ now: () => clock });
});
afterEach(() => web.close());

const activitiesOf = (id: string) => `${web.api}/conversations/${id}/activities`;
const say = (text: unknown, clientActivityID?: string) => ({
  type: 'message',
  text,
  from: { id: 'someone else', role: 'bot' },
  ...(clientActivityID ? { channelData: { clientActivityID } } : {}),
});

/** Bytes straight onto the line, for what a well-behaved client would not send. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(web.url).port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('a conversation', () => {
  test('starts with no secret, greets once however often it is joined, and needs nothing first', async () => {
    const started = await call('POST', `${web.api}/tokens/generate`);
    expect(started).toMatchObject({ status: 200, json: { expires_in: 1800 } });
    expect(started.headers.get('set-cookie')).toBeNull();
    const { token, conversationId } = started.json;
    for (let round = 0; round < 3; round += 1) {
      const joined = await call('POST', `${web.api}/conversations`, { token });
      expect(joined).toMatchObject({ status: 201, json: { conversationId, expires_in: 1800 } });
    }
    const { json } = await call('GET', activitiesOf(conversationId), { token });
    expect(json.activities).toHaveLength(3);
    expect(json.watermark).toBe('3');
    expect(json.activities.at(-1)).toMatchObject({ suggestedActions: { actions: MENU.map((title) => ({ title })) } });
  });

  test('hands a message on as the person, and shows it back with its clientActivityID', async () => {
    const { conversationId: id, token } = await begin(web);
    const posted = await call('POST', activitiesOf(id), { token, body: say('My rent is late', 'c1') });
    expect(posted).toMatchObject({ status: 200, json: { id: `${id}:c1` } });
    expect(web.conversations.arrivals.at(-1)).toMatchObject({
      id: `${id}:c1`,
      channel: 'web',
      conversation: id,
      activity: { type: 'message', text: 'My rent is late', from: { id: 'person', role: 'user' } },
    });
    const { json } = await call('GET', `${activitiesOf(id)}?watermark=3`, { token });
    expect(json.activities).toMatchObject([
      { text: 'My rent is late', from: { role: 'user' }, channelData: { clientActivityID: 'c1' } },
      { text: 'You said: My rent is late', from: { role: 'bot' } },
    ]);
    for (const activity of json.activities) {
      expect(activity).toHaveProperty('timestamp');
      expect(activity).not.toHaveProperty('replyToId');
    }
  });

  test('takes the same message once, and two equal ones twice', async () => {
    const { conversationId: id, token } = await begin(web);
    for (const client of ['c1', 'c1', 'c2', undefined, undefined]) {
      expect((await call('POST', activitiesOf(id), { token, body: say('yes', client) })).status).toBe(200);
    }
    expect(web.conversations.arrivals.filter(({ activity }) => activity.text === 'yes')).toHaveLength(4);
  });

  test.each([
    ['empty', ''],
    ['emoji', '🙂🙂🙂'],
    ['HTML', '<script>alert(1)</script>'],
    ['control characters', '\u0000\u0007\u202eabc'],
    ['100,000 characters', 'a'.repeat(100_000)],
    ['100,000 emoji', '🙂'.repeat(100_000)],
  ])('takes a text of %s whole', async (_name, text) => {
    const { conversationId: id, token } = await begin(web);
    expect((await call('POST', activitiesOf(id), { token, body: say(text) })).status).toBe(200);
    expect(web.conversations.arrivals.at(-1)?.activity.text).toBe(text);
  });

  test('half a character pair is replaced, and the rest kept', async () => {
    const { conversationId: id, token } = await begin(web);
    await call('POST', activitiesOf(id), { token, body: '{"type":"message","text":"a\\ud83db"}' });
    expect(web.conversations.arrivals.at(-1)?.activity.text).toBe('a\ufffdb');
  });

  test('typing and events are acknowledged and are no message; typing is told as that, without anything in it', async () => {
    const { conversationId: id, token } = await begin(web);
    for (const type of ['event', 'typing']) {
      expect(web.conversations.typed).toEqual([]);
      const body = { type, name: 'x', text: 'canary-8812' };
      expect((await call('POST', activitiesOf(id), { token, body })).status).toBe(200);
    }
    expect(web.conversations.typed).toEqual([id]);
    expect(web.conversations.arrivals).toHaveLength(1);
    expect((await call('GET', `${activitiesOf(id)}?watermark=3`, { token })).json.activities).toEqual([]);
    expect(web.logged()).not.toContain('canary-8812');
  });

  test('nobody can say that somebody else is writing', async () => {
    const [mine, theirs] = [await begin(web), await begin(web)];
    const body = { type: 'typing' };
    expect((await call('POST', activitiesOf(theirs.conversationId), { token: mine.token, body })).status).toBe(403);
    expect((await call('POST', activitiesOf(theirs.conversationId), { body })).status).toBe(401);
    expect(web.conversations.typed).toEqual([]);
  });

  test('a worker who is writing is a typing activity of theirs at the next poll, and moves no watermark', async () => {
    const { conversationId: id, token } = await begin(web);
    const poll = async () => (await call('GET', `${activitiesOf(id)}?watermark=3`, { token })).json;
    web.conversations.writes(id, 'Kim');
    web.conversations.writes('somebody else', 'Sam');
    const polled = await poll();
    expect(polled).toMatchObject({
      watermark: '3',
      activities: [{ type: 'typing', from: { id: 'worker', name: 'Kim', role: 'bot' }, conversation: { id } }],
    });
    expect(polled.activities).toHaveLength(1);
    expect(polled.activities[0]).not.toHaveProperty('id');
    expect(polled.activities[0]).not.toHaveProperty('text');
    clock += 3_000;
    expect((await poll()).activities).toEqual([]);
  });

  test('and is not any more once their words are there, or they have gone', async () => {
    const { conversationId: id, token } = await begin(web);
    const poll = async (after: number) =>
      (await call('GET', `${activitiesOf(id)}?watermark=${after}`, { token })).json.activities;
    web.conversations.writes(id, 'Kim');
    web.conversations.say(id, fromWorker('Kim', 'Hello'));
    expect(await poll(3)).toMatchObject([{ type: 'message', text: 'Hello' }]);
    expect(await poll(4)).toEqual([]);
    web.conversations.writes(id, null);
    expect(await poll(4)).toEqual([]);
  });

  test('a field of the client that is not known is not handed on', async () => {
    const { conversationId: id, token } = await begin(web);
    const body = '{"type":"message","text":"hi","__proto__":{"x":1},"membersAdded":[],"channelData":{"x":1}}';
    await call('POST', activitiesOf(id), { token, body });
    const activity = web.conversations.arrivals.at(-1)?.activity ?? {};
    expect(activity).not.toHaveProperty('membersAdded');
    expect(activity).not.toHaveProperty('x');
    expect(activity.channelData).not.toHaveProperty('x');
  });

  test('files are refused with a reason', async () => {
    const { conversationId: id, token } = await begin(web);
    const form = new FormData();
    form.append('activity', new Blob([JSON.stringify(say('look'))], { type: 'application/vnd.microsoft.activity' }));
    form.append('file', new Blob([new Uint8Array(3_000_000)]), 'photo.jpg');
    const response = await fetch(`${web.api}/conversations/${id}/upload?userId=x`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: form,
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'NoFiles' } });
  });
});

describe('tokens', () => {
  test('last 30 minutes, are refreshed, and say so when they are over', async () => {
    const { conversationId: id, token } = await begin(web);
    clock += 29 * MINUTE;
    const refreshed = await call('POST', `${web.api}/tokens/refresh`, { token });
    expect(refreshed).toMatchObject({ status: 200, json: { conversationId: id, expires_in: 1800 } });
    clock += 2 * MINUTE;
    expect(await call('GET', activitiesOf(id), { token })).toMatchObject({
      status: 403,
      json: { error: { code: 'TokenExpired' } },
    });
    expect((await call('GET', activitiesOf(id), { token: refreshed.json.token })).status).toBe(200);
  });

  test('a phone that slept goes on with its resume token, for a day', async () => {
    const { conversationId: id, resume } = await begin(web);
    clock += 23 * 60 * MINUTE;
    const again = await call('POST', `${web.api}/tokens/generate`, { body: { resume } });
    expect(again).toMatchObject({ status: 200, json: { conversationId: id } });
    expect((await call('GET', activitiesOf(id), { token: again.json.token })).json.activities).toHaveLength(3);
    clock += 2 * 60 * MINUTE;
    expect(await call('POST', `${web.api}/tokens/generate`, { body: { resume } })).toMatchObject({
      status: 403,
      json: { error: { code: 'TokenExpired' } },
    });
  });

  test('open one conversation, for one purpose', async () => {
    const mine = await begin(web);
    const theirs = await begin(web);
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/activities'],
      ['POST', '/activities'],
      ['POST', '/upload'],
    ] as const) {
      const answer = await call(method, `${web.api}/conversations/${theirs.conversationId}${path}`, {
        token: mine.token,
        ...(method === 'POST' ? { body: say('hello') } : {}),
      });
      expect(answer).toMatchObject({ status: 403, json: { error: { code: 'BadArgument' } } });
    }
    const stream = new URL(mine.streamUrl).searchParams.get('t') ?? '';
    for (const token of [mine.resume, stream]) {
      expect((await call('GET', activitiesOf(mine.conversationId), { token })).status).toBe(403);
    }
    expect((await call('POST', `${web.api}/tokens/generate`, { body: { resume: mine.token } })).status).toBe(403);
  });

  test('forged or missing ones open nothing', async () => {
    const { conversationId: id, token } = await begin(web);
    const [head, body] = token.split('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
    const signature = createHmac('sha256', 'guess').update(`${head}.${body}`).digest('base64url');
    for (const forged of ['x', 'a.b.c', unsigned, `${head}.${body}.${signature}`, `${token}x`]) {
      const answer = await call('GET', activitiesOf(id), { token: forged });
      expect(answer).toMatchObject({ status: 403, json: { error: { code: 'BadToken' } } });
    }
    expect((await call('GET', activitiesOf(id))).status).toBe(401);
    expect((await call('POST', `${web.api}/conversations`)).status).toBe(401);
  });
});

describe('other websites', () => {
  test('an allowed one may use it, another may not start a chat or read one', async () => {
    const origin = 'https://www.example.org';
    const asked = await fetch(`${web.api}/tokens/generate`, { method: 'OPTIONS', headers: { origin } });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-origin')).toBe(origin);
    const allowed = asked.headers.get('access-control-allow-headers')?.toLowerCase();
    for (const header of ['authorization', 'content-type', 'x-ms-bot-agent', 'x-requested-with']) {
      expect(allowed).toContain(header);
    }
    expect((await call('POST', `${web.api}/tokens/generate`, { headers: { origin } })).status).toBe(200);

    const evil = { origin: 'https://evil.example' };
    const refused = await call('POST', `${web.api}/tokens/generate`, { headers: evil });
    expect(refused).toMatchObject({ status: 403, json: { error: { code: 'Origin' } } });
    expect(refused.headers.get('access-control-allow-origin')).toBeNull();
    expect((await call('POST', `${web.api}/tokens/generate`, { headers: { origin: 'null' } })).status).toBe(403);
    expect((await call('POST', `${web.api}/tokens/generate`, { headers: { origin: web.url } })).status).toBe(200);
  });

  test('a socket from a website that is not allowed is refused', async () => {
    const { streamUrl } = await begin(web);
    const { host, pathname, search } = new URL(streamUrl);
    const upgrade = (path: string, origin: string) =>
      raw(
        `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
      );
    expect(await upgrade(pathname + search, 'https://evil.example')).toMatch(/^HTTP\/1.1 403/);
    expect(await upgrade(`${pathname}?t=forged`, web.url)).toMatch(/^HTTP\/1.1 403/);
    expect(await upgrade('/elsewhere', web.url)).toMatch(/^HTTP\/1.1 404/);
    expect(await upgrade('http://[::/v3', web.url)).toMatch(/^HTTP\/1.1 4\d\d/);
  });
});

describe('limits', () => {
  test('too many new chats from one address wait; a chat that goes on does not count', async () => {
    const small = await startWeb({ limits: { tokensPerMinute: 2 } });
    const first = await call('POST', `${small.api}/tokens/generate`);
    await call('POST', `${small.api}/tokens/generate`);
    const refused = await call('POST', `${small.api}/tokens/generate`);
    expect(refused).toMatchObject({ status: 429, json: { error: { code: 'TooManyRequests' } } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const resumed = await call('POST', `${small.api}/tokens/generate`, { body: { resume: first.json.resume } });
    expect(resumed.status).toBe(200);
    expect(small.logged()).not.toContain('127.0.0.1');
    await small.close();
  });
});

describe('bad input gets a clear answer and does no harm', () => {
  const body = (code: string) => ({ error: { code, message: expect.stringMatching(/\w+/) } });

  test.each([
    ['malformed JSON', '{"type":"message","text":"my secret', 400, 'BadRequest'],
    ['no activity', '[]', 400, 'BadArgument'],
    ['nothing', 'null', 400, 'BadArgument'],
    ['text that is none', '{"type":"message","text":{"a":1}}', 400, 'BadArgument'],
    ['another type', '{"type":"deleteUserData"}', 400, 'BadArgument'],
    ['too much text', JSON.stringify(say('a'.repeat(100_001))), 413, 'TooLong'],
    ['far too much', JSON.stringify(say('a'.repeat(2_000_000))), 413, 'TooLarge'],
  ])('%s', async (_name, sent, status, code) => {
    const { conversationId: id, token } = await begin(web);
    const answer = await call('POST', activitiesOf(id), { token, body: sent });
    expect(answer).toMatchObject({ status, json: body(code) });
    expect(JSON.stringify(answer.json)).not.toContain('secret');
    expect(web.conversations.arrivals).toHaveLength(1);
  });

  test('a compressed body is not unpacked', async () => {
    const { conversationId: id, token } = await begin(web);
    const answer = await call('POST', activitiesOf(id), { token, body: 'x', headers: { 'content-encoding': 'gzip' } });
    expect(answer).toMatchObject({ status: 415, json: body('UnsupportedType') });
  });

  test.each(['GET / HTTP/1.1\r\nHost: a b', 'GET http://[::/x HTTP/1.1\r\nHost: x', 'GET //: HTTP/1.1\r\nHost: x'])(
    'the address "%s"',
    async (head) => {
      expect(await raw(`${head}\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 4\d\d[\s\S]*"error":\{"code"/);
      expect((await fetch(web.url)).status).toBe(200);
    },
  );

  test('addresses that are not there, methods that are not taken', async () => {
    expect(await call('GET', `${web.url}/nowhere?secret=1`)).toMatchObject({ status: 404, json: body('NotFound') });
    expect(await call('GET', `${web.api}/conversations/%E0%A4%A/activities`)).toMatchObject({ json: { error: {} } });
    expect(await call('GET', `${web.url}/chat/0000000000000000/main.js`)).toMatchObject({ status: 404 });
    const wrong = await call('GET', `${web.api}/tokens/generate`);
    expect(wrong).toMatchObject({ status: 405, json: body('MethodNotAllowed') });
    expect(wrong.headers.get('allow')).toContain('POST');
  });

  test('every answer has the careful headers', async () => {
    for (const path of ['/', '/nowhere', '/v3/directline/tokens/generate']) {
      const { headers } = await fetch(web.url + path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('server')).toBeNull();
    }
  });
});

describe('when the store cannot serve', () => {
  test('a message is not acknowledged, so that the client sends it again', async () => {
    const { conversationId: id, token } = await begin(web);
    web.conversations.broken = true;
    const answer = await call('POST', activitiesOf(id), { token, body: say('hello', 'c1') });
    expect(answer).toMatchObject({ status: 503, json: { error: { code: 'Unavailable' } } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(JSON.stringify(answer.json) + web.logged()).not.toContain('secret detail');
    expect(web.logged()).toContain('unavailable');
    web.conversations.broken = false;
    expect((await call('POST', activitiesOf(id), { token, body: say('hello', 'c1') })).status).toBe(200);
    expect(web.conversations.arrivals.filter(({ activity }) => activity.text === 'hello')).toHaveLength(1);
  });

  test('a polling client hears nothing new and keeps its place, because it would stop for good on an error', async () => {
    const { conversationId: id, token } = await begin(web);
    web.conversations.broken = true;
    expect(await call('GET', `${activitiesOf(id)}?watermark=2`, { token })).toMatchObject({
      status: 200,
      json: { activities: [], watermark: '2' },
    });
    web.conversations.broken = false;
    expect((await call('GET', `${activitiesOf(id)}?watermark=2`, { token })).json.activities).toHaveLength(1);
  });
});

test('what was said, tokens and ids of people are in no log', async () => {
  const { conversationId: id, token } = await begin(web);
  await call('POST', activitiesOf(id), { token, body: say('canary-7731') });
  await call('POST', activitiesOf(id), { token, body: '{"canary-7731' });
  web.conversations.broken = true;
  await call('POST', activitiesOf(id), { token, body: say('canary-7731') });
  await call('GET', activitiesOf(id), { token });
  expect(web.logged()).toContain('unavailable');
  for (const secret of ['canary-7731', token, id, '127.0.0.1']) expect(web.logged()).not.toContain(secret);
});
