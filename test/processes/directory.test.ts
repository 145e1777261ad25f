import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { arrive, say, transcript, type Visitor } from '../../tools/faults/direct-line';
import { type ServerProcess, startServer } from '../../tools/faults/process';
import { serveFeed } from '../../tools/make-directory/feed';
import { makeServices } from '../../tools/make-directory/services';
import { until } from '../bots/world';

jest.setTimeout(180_000);

const [first, ...others] = makeServices(12, 3);
if (!first) throw new Error('no services');
const ONLY_HERE = 'Zither evenings for beginners';
const FOOD = ['near me', "I'll say what I need", 'a bag of food from a pantry'];
const services = [
  { ...first, name: ONLY_HERE, description: 'Learn to play the zither.', status: 'active' as const },
  ...others,
];

let dir = '';
const answer: RequestListener = serveFeed(services);
const feed = createServer((request, response) => answer(request, response));
let server: ServerProcess;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'natter-directory-'));
  await new Promise<void>((done) => feed.listen(0, '127.0.0.1', done));
  const content = join(dir, 'content');
  cpSync(join(__dirname, '../../content'), content, { recursive: true });
  const place = join(content, 'places', 'example', 'place.yaml');
  const url = `http://127.0.0.1:${(feed.address() as AddressInfo).port}`;
  writeFileSync(place, `${readFileSync(place, 'utf8')}\nfeeds:\n  - { id: council, url: '${url}' }\n`);
  server = await startServer({ DATA_DIR: join(dir, 'data'), CONTENT_DIR: content, LOG_LEVEL: 'info' });
});
afterAll(async () => {
  await server.stop();
  feed.close();
  feed.closeAllConnections();
  rmSync(dir, { recursive: true, force: true });
});

let ids = 0;
/** What Natter answers to somebody who says these one after the other. */
async function answered(visitor: Visitor, ...texts: string[]): Promise<string> {
  for (const text of texts) {
    await say(server.url, visitor, text, `m-${++ids}`);
    await until(async () => {
      const all = await transcript(server.url, visitor);
      return all.findLastIndex(({ from }) => from?.id !== 'person') > all.findLastIndex((each) => each.text === text);
    });
  }
  const all = await transcript(server.url, visitor);
  return all
    .slice(all.findLastIndex(({ text }) => text === texts.at(-1)))
    .map(({ text }) => text)
    .join('\n');
}

test('a running server reads its feed by itself, and what came is found, beside what is listed by hand', async () => {
  await until(async () => /imported.*loaded/s.test(server.output()));
  const visitor = await arrive(server.url);
  const found = await answered(visitor, 'near me', "I'll say what I need", 'somewhere to play the zither');
  expect(found).toContain(ONLY_HERE);
  expect(await answered(await arrive(server.url), ...FOOD)).toContain('Hazel Pantry');
});

test('a list to keep is a page without a script, a cookie or a word about who asked', async () => {
  const visitor = await arrive(server.url);
  const link = /http:\S+\/help\?\S+/.exec(await answered(visitor, ...FOOD, 'Send me this list'))?.[0] ?? '';
  const page = await fetch(`${server.url}/help${new URL(link).search}`);
  const html = await page.text();
  expect(page.status).toBe(200);
  expect(html).toContain('Hazel Pantry');
  expect(html).not.toMatch(/<script|Set-Cookie/i);
  expect(page.headers.get('set-cookie')).toBeNull();
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect((await fetch(`${server.url}/help?id=example%3Anothing`)).status).toBe(404);
});
