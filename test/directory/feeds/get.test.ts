import type { ServerResponse } from 'node:http';
import { createGet, type GetSettings } from '../../../directory/feeds/get';
import { answer, type FeedServer, json, serving } from './feed-server';

let feed: FeedServer | null = null;
let pauses: number[] = [];

beforeEach(() => {
  pauses = [];
});
afterEach(() => feed?.close());

/** Waits for nobody: what it would have waited is written down. */
const pause = async (ms: number) => void pauses.push(ms);
const getting = (origin: string, more: Partial<GetSettings> = {}) =>
  createGet({ origin, pause, random: () => 0.5, retries: 2, ...more });

async function playing(...answers: ((response: ServerResponse) => void)[]) {
  let turn = 0;
  feed = await serving((_, response) => {
    answers[Math.min(turn, answers.length - 1)]?.(response);
    turn += 1;
  });
  return feed;
}
const status =
  (code: number, headers = {}) =>
  (response: ServerResponse) =>
    answer(response, code, headers, 'no');
const raw = (body: string) => (response: ServerResponse) => answer(response, 200, {}, body);
const good = (response: ServerResponse) => json(response, { fine: true });
const failed = (what: string, missing = false) => ({ status: 'failed', what, missing });

test('what a feed gives comes back, asked for by who we are', async () => {
  let agent: string | undefined;
  feed = await serving((_, response, { headers }) => {
    agent = headers['user-agent'];
    json(response, { fine: true });
  });
  expect(await getting(feed.url)('services?page=1')).toEqual({ status: 'ok', body: { fine: true }, etag: null });
  expect(await getting(`${feed.url}/`)(`${feed.url}/services/1`)).toMatchObject({ status: 'ok' });
  expect(feed.asked).toEqual(['/services?page=1', '/services/1']);
  expect(agent).toBe('Natter directory');
});

test.each<[string, object, string, string]>([
  ['an ETag', { etag: '"v1"' }, '"v1"', 'if-none-match'],
  ['a weak ETag', { etag: 'W/"v1"' }, 'W/"v1"', 'if-none-match'],
  [
    'a date of last change',
    { 'last-modified': 'Mon, 01 Jun 2026 09:00:00 GMT' },
    'Mon, 01 Jun 2026 09:00:00 GMT',
    'if-modified-since',
  ],
])('with %s only what is new is sent', async (_, headers, etag, condition) => {
  feed = await serving((__, response, request) => {
    if (request.headers[condition] === etag) answer(response, 304, {});
    else answer(response, 200, { ...headers }, '{}');
  });
  const get = getting(feed.url);
  expect(await get('services')).toEqual({ status: 'ok', body: {}, etag });
  expect(await get('services', etag)).toEqual({ status: 'same' });
});

test.each<[string, string, string]>([
  ['a web page', '<!doctype html><p>Down', 'is a web page, not JSON'],
  ['nothing', '', 'is empty'],
  ['half of it', '{"contents": [{"id": "a"', 'is not whole JSON'],
  ['too much', `"${'x'.repeat(2000)}"`, 'is longer than 1000 bytes'],
])('%s is a failure, and is not asked for again', async (_, body, what) => {
  const { url, asked } = await playing(raw(body));
  expect(await getting(url, { mostBytes: 1000 })('services')).toEqual(failed(what));
  expect(asked).toHaveLength(1);
});

test.each([404, 410])('with status %i there is no such thing', async (code) => {
  const { url, asked } = await playing(status(code));
  expect(await getting(url)('services/1')).toEqual(failed(`answered with status ${code}`, true));
  expect(asked).toHaveLength(1);
});

test('a refusal is not asked again', async () => {
  const { url, asked } = await playing(status(403));
  expect(await getting(url)('services')).toEqual(failed('answered with status 403'));
  expect(asked).toHaveLength(1);
});

test('after trouble it asks again, waiting longer each time, and gives up', async () => {
  const { url, asked } = await playing(status(500));
  expect(await getting(url)('services')).toEqual(failed('answered with status 500'));
  expect(asked).toHaveLength(3);
  expect(pauses).toEqual([500, 200, 1000, 200]);
});

test('trouble that passes is forgotten', async () => {
  const { url } = await playing(status(502), good);
  expect(await getting(url)('services')).toMatchObject({ status: 'ok' });
});

test.each<[string, number, object, number]>([
  ['seconds', 429, { 'retry-after': '7' }, 7000],
  ['a date', 503, { 'retry-after': 'Mon, 01 Jun 2026 09:00:09 GMT', date: 'Mon, 01 Jun 2026 09:00:00 GMT' }, 9000],
  ['much too long', 429, { 'retry-after': '86400' }, 60_000],
  ['nonsense', 429, { 'retry-after': 'soon' }, 500],
])('a busy feed is left alone as long as it asks: %s', async (_, code, headers, ms) => {
  const { url } = await playing(status(code, headers), good);
  expect(await getting(url)('services')).toMatchObject({ status: 'ok' });
  expect(pauses[0]).toBe(ms);
});

test('no more is asked in a second than it should be', async () => {
  const { url } = await playing(good);
  const get = getting(url, { perSecond: 4 });
  for (const page of [1, 2, 3]) await get(`services?page=${page}`);
  expect(pauses).toEqual([250, 250]);
});

test.each<[string, (response: ServerResponse) => void]>([
  ['before its answer', () => undefined],
  [
    'in the middle of its answer',
    (response) => {
      response.writeHead(200);
      response.write('{"contents": [');
    },
  ],
])('a feed that hangs %s is given up', async (_, hang) => {
  const { url } = await playing(hang);
  const get = getting(url, { timeoutMs: 150, retries: 1 });
  expect(await get('services')).toEqual(failed('took longer than 150 ms'));
});

test('a feed that hangs up, or is not there, is told to be out of reach', async () => {
  const { url } = await playing((response) => response.destroy());
  expect(await getting(url)('services')).toEqual(failed('could not be reached'));
  expect(await getting('http://127.0.0.1:1/api')('services')).toEqual(failed('could not be reached'));
});

test('a way on within the feed is followed once', async () => {
  feed = await serving((path, response) => {
    if (path === '/services') answer(response, 301, { location: '/api/v2/services' });
    else if (path === '/circle') answer(response, 302, { location: '/api/circle' });
    else json(response, { fine: true });
  });
  expect(await getting(feed.url)('services')).toMatchObject({ status: 'ok' });
  expect(await getting(feed.url)('circle')).toEqual(failed('leads away from the feed'));
  expect(feed.asked).toEqual(['/services', '/v2/services', '/circle', '/circle']);
});

test('a way on to anywhere else is not followed', async () => {
  const other = await serving((_, response) => json(response, { stolen: true }));
  const places = [`${other.url}/services`, '/elsewhere', '/apiary', 'file:///etc/passwd', 'http://[', ''];
  for (const location of places) {
    const { url, close } = await playing(status(302, { location }));
    expect(await getting(url)('services')).toEqual(failed('leads away from the feed'));
    await close();
  }
  expect(other.asked).toEqual([]);
  await other.close();
});

test.each([
  '/elsewhere',
  '../secrets',
  'http://127.0.0.1:1/api/services',
  '//example.org/api',
  'services/../../..',
  'http://[',
])('what is outside the feed is never asked: %s', async (path) => {
  const { url, asked } = await playing(good);
  expect(await getting(url)(path)).toEqual(failed('is outside the feed'));
  expect(asked).toEqual([]);
});

test.each(['https://user:secret@example.org/api', 'ftp://example.org', 'not an address', ''])(
  '"%s" is no address of a feed',
  (origin) => {
    expect(() => getting(origin)).toThrow(expect.objectContaining({ code: 'feed-url' }));
    expect(() => getting(origin)).not.toThrow(/secret/);
  },
);
