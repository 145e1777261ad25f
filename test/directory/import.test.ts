import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copies } from '../../directory/copy';
import { createGet } from '../../directory/feeds/get';
import { hidesPlace } from '../../directory/feeds/hiding';
import { importFeed } from '../../directory/import';
import type { Listing } from '../../directory/types';
import { readContent } from '../../read-content';
import { type FeedOptions, serveFeed } from '../../tools/make-directory/feed';
import { makeServices } from '../../tools/make-directory/services';

const { content } = readContent(join(__dirname, '../../content'), 'example');
const words = content?.directory.en;
if (!words) throw new Error('no content');

const SERVICES = makeServices(130, 7);
const START = Date.parse('2026-11-26T10:00:00Z');

let dir = '';
let answer: RequestListener = () => undefined;
const server = createServer((request, response) => answer(request, response));
beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
afterAll(() => {
  server.close();
  server.closeAllConnections();
});
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'natter-import-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** Answers itself where it has something else to say than the feed. */
type Instead = (url: string, response: ServerResponse) => boolean;
type Faults = FeedOptions & { instead?: Instead };
const DETAIL = /^\/services\/./;
const saying =
  (status: number, which: RegExp): Instead =>
  (url, response) => {
    if (!which.test(url)) return false;
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end('{}');
    return true;
  };

/** Reads the feed as it is answered now, an hour later each time. */
let hour = 0;
async function read(services = SERVICES, { instead, ...faults }: Faults = {}) {
  const feed = serveFeed(services, faults);
  answer = (request, response) => {
    if (!instead?.(request.url ?? '', response)) feed(request, response);
  };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const get = createGet({ origin: url, pause: async () => undefined, random: () => 0.5, timeoutMs: 500, retries: 1 });
  const kept = copies(dir, 'example');
  hour += 1;
  const now = START + hour * 3_600_000;
  const report = await importFeed({
    feed: 'council',
    place: 'example',
    from: { url },
    words: words as NonNullable<typeof words>,
    kept,
    now: () => now,
    get,
    pause: () => new Promise((done) => setImmediate(done)),
  });
  const lines = await kept.read('council');
  const copy = [...lines.values()].sort().join('\n');
  return { report, now, copy, ids: [...lines.keys()], file: kept.file('council') };
}

test('as many listings are in the copy as services came, each with its topics', async () => {
  const { report, ids, file } = await read();
  expect(report).toMatchObject({ services: 130, listings: 130, kept: 0 });
  expect(new Set(ids).size).toBe(130);
  const listings = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Listing);
  const sorted = listings.filter(({ topics }) => topics.length > 0);
  expect(sorted.length / listings.length).toBeGreaterThan(0.8);
});

test('every fault of the feed is in the report, and is no value of a field', async () => {
  const { report } = await read();
  expect(report.faults.length).toBeGreaterThan(10);
  expect(report.faults.every(({ what, field }) => what !== '' && typeof field === 'string')).toBe(true);
});

/** Whatever page is asked for, it is the first. */
const stuckOnFirst: Instead = (url, response) => {
  if (!url.startsWith('/services?')) return false;
  const contents = SERVICES.slice(0, 50).map(({ id, name }) => ({ id, name }));
  response.end(JSON.stringify({ total_items: SERVICES.length, page_number: 1, last_page: false, contents }));
  return true;
};

describe('nothing is lost when the feed', () => {
  test.each<[string, Faults]>([
    ['is a web page', { html: true }],
    ['is nothing at all', { noBytes: true }],
    ['breaks off', { truncated: true }],
    ['hangs', { hangOn: true }],
    ['is empty', { empty: true }],
    ['breaks off on its second page', { truncated: /page=2/ }],
    ['hangs on its third page', { hangOn: /page=3/ }],
    ['has trouble with every single service', { instead: saying(500, DETAIL) }],
    ['has no single services any more', { instead: saying(404, DETAIL) }],
    ['has a web page for every single service', { html: DETAIL }],
    ['is stuck on its first page', { instead: stuckOnFirst }],
    ['has nothing on its second page, which is called the last', { empty: /page=2/ }],
  ])('%s', async (_, faults) => {
    const { copy: before } = await read();
    const { copy, report } = await read(SERVICES, faults);
    expect(copy).toBe(before);
    expect(report.faults.some(({ service }) => service === null) || report.services === 0).toBe(true);
  });

  test('lies about how much there is', async () => {
    expect((await read(SERVICES, { lyingTotals: true })).ids).toHaveLength(130);
  });

  test('fails now and then', async () => {
    expect((await read(SERVICES, { failEvery: 7 })).ids).toHaveLength(130);
  });
});

test('the day of the last good copy stays while the feed is away', async () => {
  const { report: good } = await read();
  const { report: bad, now } = await read(SERVICES, { html: true });
  expect(bad.copied).toBe(good.copied);
  expect(bad.tried).toBe(now);
});

test('what the feed does not list any more is not there any more', async () => {
  await read();
  expect((await read(SERVICES.slice(0, 100))).ids).toHaveLength(100);
});

test('a list of which nearly all is gone takes nothing away before it comes so twice', async () => {
  const { copy: before } = await read();
  const once = await read(SERVICES.slice(0, 5));
  expect(once.copy).toBe(before);
  expect(once.report).toMatchObject({ services: 5, listings: 130, kept: 125, shrunk: 5 });
  expect(once.report.faults[0]).toEqual({ service: null, field: 'services', what: expect.stringMatching(/far fewer/) });
  const twice = await read(SERVICES.slice(0, 5));
  expect(twice.ids).toHaveLength(5);
  expect(twice.report).toMatchObject({ listings: 5, kept: 0, shrunk: null });
  expect(twice.report.faults.filter(({ what }) => /far fewer/.test(what))).toEqual([]);
});

test('a feed that has nothing but its list is read anew each time', async () => {
  const [first, ...others] = SERVICES;
  if (!first) throw new Error('no services');
  await read(SERVICES, { instead: saying(404, DETAIL) });
  const renamed = await read([{ ...first, name: 'Another name' }, ...others], { instead: saying(404, DETAIL) });
  expect(renamed.copy).toContain('Another name');
});

test('a service that cannot be read whole keeps what was known of it', async () => {
  const { file } = await read();
  const before = readFileSync(file, 'utf8');
  const one = SERVICES[5]?.id ?? '';
  await read(SERVICES, { truncated: new RegExp(`services/${one}`) });
  const lineOf = (text: string) => text.split('\n').find((line) => line.includes(one));
  expect(lineOf(readFileSync(file, 'utf8'))).toBe(lineOf(before));
});

test('a service of which something else is wrong is still brought up to date', async () => {
  const folder = async (name: string) => {
    const kept = copies(dir, 'example');
    const files = { 'services.csv': `id,name,taxonomy_ids\n1,${name},unknown\n` };
    const { faults } = await importFeed({
      feed: 'folder',
      place: 'example',
      from: { files },
      words: words as NonNullable<typeof words>,
      kept,
      now: () => START,
      get: async () => ({ status: 'same' }),
      pause: async () => undefined,
    });
    expect(faults).toMatchObject([{ service: '1', field: 'taxonomy_ids' }]);
    return [...(await kept.read('folder')).values()].map((line) => (JSON.parse(line) as Listing).name);
  };
  expect(await folder('Old name')).toEqual(['Old name']);
  expect(await folder('New name')).toEqual(['New name']);
});

describe('what a feed sent before', () => {
  /** How many of its answers say only that nothing has changed, and how many are whole. */
  const counting = () => {
    const sent = { same: 0, whole: 0 };
    const tap: Instead = (_, response) => {
      response.once('finish', () => {
        if (response.statusCode === 304) sent.same += 1;
        if (response.statusCode === 200) sent.whole += 1;
      });
      return false;
    };
    return { sent, tap };
  };
  const kept = () => readFileSync(copies(dir, 'example').answers('council'), 'utf8');
  const open = SERVICES.filter((service) => !hidesPlace(service));

  test('is not sent again, and the copy is the same', async () => {
    const { copy: before } = await read(open);
    const { sent, tap } = counting();
    const { copy, report } = await read(open, { instead: tap });
    expect(sent).toEqual({ same: open.length + Math.ceil(open.length / 50), whole: 0 });
    expect(copy).toBe(before);
    expect(report).toMatchObject({ services: open.length, kept: 0, shallow: [] });
  });

  test('is sent where it has changed, and only there', async () => {
    const [first, ...others] = open;
    if (!first) throw new Error('no services');
    await read(open);
    const { sent, tap } = counting();
    const { copy } = await read([{ ...first, name: 'Another name' }, ...others], { instead: tap });
    expect(copy).toContain('Another name');
    expect(sent.whole).toBe(2);
  });

  test('is not asked for again after an import that broke off', async () => {
    await read(open, { truncated: /page=2/ });
    const { sent, tap } = counting();
    await read(open, { instead: tap });
    expect(sent.same).toBeGreaterThan(open.length / 2);
  });

  test('never lies on the disk where it tells of a place that is kept back', async () => {
    const hiding = SERVICES.filter(hidesPlace);
    expect(hiding.length).toBeGreaterThan(0);
    await read();
    expect(hiding.filter(({ id }) => kept().includes(id))).toEqual([]);
    expect(open.filter(({ id }) => !kept().includes(`services/${id}`))).toEqual([]);
  });

  test('is forgotten once the feed has come without it', async () => {
    await read(open);
    await read(open.slice(0, 100));
    const isKept = (nth: number) => kept().includes(`services/${open[nth]?.id}`);
    expect([isKept(90), isKept(110)]).toEqual([true, false]);
    await read(open.slice(0, 100), { instead: saying(503, DETAIL) });
    expect(isKept(90)).toBe(true);
  });
});
