import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axe } from '../../axe';
import { openBrowser } from '../../browser';
import { FakeConversations, fromWorker, GREETING, MENU, message } from './fake';
import { EXIT, startWeb, type Web, words } from './server';

/** The chat page in a real browser. */

const PHONE = { width: 320, height: 640 };
const DESKTOP = { width: 1280, height: 800 };
const WAIT_MS = 20_000;
jest.setTimeout(90_000);

let browser: Browser;
let web: Web;
let context: BrowserContext;
let page: Page;
let complaints: string[];
let requested: string[];
/** How far the server's clock has moved on. */
let later = 0;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  later = 0;
  web = await startWeb({ now: () => Date.now() + later });
});
afterEach(async () => {
  await context.close();
  await web.close();
});

async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  context = await browser.newContext({ viewport: DESKTOP, reducedMotion: 'reduce', ...options });
  page = await context.newPage();
  page.setDefaultTimeout(WAIT_MS);
  complaints = [];
  requested = [];
  page.on('console', (line) => complaints.push(line.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => requested.push(request.url()));
  await page.goto(web.url);
}

/** Opens the page and waits until it is a live client. */
async function openLive(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  await open(options);
  await page.locator('#choices button').first().waitFor();
}

const bubbles = () => page.locator('#log li .said').allTextContents();
const bubble = (text: string) => page.locator('#log li', { hasText: text });
const status = (text: string) => page.locator('#status', { hasText: text });
const said = () => web.conversations.arrivals.filter(({ activity }) => activity.type === 'message');
const conversation = () => web.conversations.arrivals.at(-1)?.conversation ?? '';

async function write(text: string): Promise<void> {
  await page.fill('#text', text);
  await page.press('#text', 'Enter');
}

test('a person can write, pick, and be answered, each message shown once and by name', async () => {
  await openLive();
  expect(await bubbles()).toEqual([...GREETING, 'What is closest?']);
  expect(await page.locator('#choices button').allTextContents()).toEqual(MENU);

  await write('My rent is late <b>& more</b>');
  await bubble('You said:').waitFor();
  expect((await bubbles()).slice(3)).toEqual([
    'My rent is late <b>& more</b>',
    'You said: My rent is late <b>& more</b>',
  ]);
  expect(await page.evaluate('document.activeElement?.id')).toBe('text');

  await page.getByRole('button', { name: 'Yes' }).click();
  await bubble('You said: Yes').waitFor();
  expect(said().map(({ activity }) => activity.text)).toEqual(['My rent is late <b>& more</b>', 'Yes']);

  await page.fill('#text', 'half a tho');
  web.conversations.say(conversation(), { type: 'event', name: 'handoff.status', value: { state: 'accepted' } });
  web.conversations.say(conversation(), fromWorker('Sam', 'Hello, I am Sam.\nRing 0800 138 1111.'));
  await bubble('Sam, a person').waitFor();
  expect(await page.locator('#with').textContent()).toBe(words.statusPerson);
  expect(await page.locator('#log a').getAttribute('href')).toBe('tel:08001381111');
  expect(await page.locator('#choices button').count()).toBe(0);
  expect(await page.inputValue('#text')).toBe('half a tho');
  expect(await page.evaluate('document.activeElement?.id')).toBe('text');
  expect(complaints).toEqual([]);
});

test('it loads nothing from elsewhere, sets no cookie, puts nothing in the address, and is small', async () => {
  await openLive();
  await write('hello');
  await bubble('You said: hello').waitFor();
  expect(requested.filter((url) => !url.startsWith(web.url))).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(page.url()).toBe(`${web.url}/`);
  const files = [...new Set(requested)].filter((url) => !url.includes('/v3/'));
  const bodies = await Promise.all(files.map(async (url) => Buffer.from(await (await fetch(url)).arrayBuffer())));
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
  expect(files.length).toBeGreaterThan(5);
  expect(bytes).toBeLessThan(30_000);
});

test('after a reload the same conversation goes on; in another tab a new one starts', async () => {
  await openLive();
  await write('remember this');
  await bubble('You said: remember this').waitFor();
  await page.reload();
  await bubble('You said: remember this').waitFor();
  expect(await bubbles()).toHaveLength(5);
  const kept = await page.evaluate('Object.values(sessionStorage).join() + Object.values(localStorage).join()');
  expect(kept).not.toContain('remember');
  const other = await context.newPage();
  await other.goto(web.url);
  await other.locator('#choices button').first().waitFor();
  expect(await other.locator('#log').textContent()).not.toContain('remember this');
});

test('when the server is away, what is written is kept, said so, and sent once when it is back', async () => {
  const conversations = new FakeConversations();
  await web.close();
  web = await startWeb({ conversations });
  await openLive();
  await web.close();
  await write('are you there?');
  await status(words.lost).waitFor();
  await bubble(words.notSent).waitFor();
  web = await startWeb({ conversations, port: Number(new URL(web.url).port) });
  await bubble('You said: are you there?').waitFor({ timeout: 25_000 });
  expect(await bubble(words.notSent).count()).toBe(0);
  expect((await bubbles()).slice(3)).toEqual(['are you there?', 'You said: are you there?']);
  expect(said()).toHaveLength(1);
});

test('an acknowledgement that got lost does not make the message come twice', async () => {
  await openLive();
  let lost = 0;
  await page.route('**/activities', async (route) => {
    if (route.request().method() !== 'POST' || lost++ > 0) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await write('only once');
  await bubble('You said: only once').waitFor();
  await page.waitForTimeout(1_500);
  expect(lost).toBe(2);
  expect(said()).toHaveLength(1);
  expect((await bubbles()).slice(3)).toEqual(['only once', 'You said: only once']);
});

test('a message that is refused goes back into the box', async () => {
  await openLive();
  await page.route('**/activities', (route) => route.fulfill({ status: 400, json: { error: {} } }));
  await write('not like this');
  await status(words.refused).waitFor();
  expect(await page.inputValue('#text')).toBe('not like this');
  expect(await bubble('not like this').count()).toBe(0);
});

test('where sockets do not get through, it polls', async () => {
  await open();
  await context.addInitScript(`
    window.WebSocket = class {
      static OPEN = 1;
      constructor() { setTimeout(() => this.onclose(), 10); }
      close() {}
    };
  `);
  await page.goto(web.url);
  await page.locator('#choices button').first().waitFor();
  await write('can you hear me');
  await bubble('You said: can you hear me').waitFor();
  expect((await bubbles()).slice(3)).toEqual(['can you hear me', 'You said: can you hear me']);
});

test('what the form had begun goes on live when the script comes', async () => {
  await openLive();
  await page.evaluate('sessionStorage.clear()');
  await page.fill('#text', 'sent by the form');
  await Promise.all([
    page.waitForEvent('load'),
    page.evaluate("HTMLFormElement.prototype.submit.call(document.getElementById('talk'))"),
  ]);
  await page.locator('html.live').waitFor();
  web.conversations.say(conversation(), message('and now live'));
  await bubble('and now live').waitFor();
  expect((await bubbles()).slice(3)).toEqual(['sent by the form', 'You said: sent by the form', 'and now live']);
});

describe('leaving', () => {
  beforeEach(async () => {
    await openLive();
    await context.route(`${EXIT}**`, (route) => route.fulfill({ contentType: 'text/html', body: 'The weather' }));
  });

  test('the button hides everything, forgets, and cannot be gone back through', async () => {
    await write('something private');
    await bubble('You said: something private').waitFor();
    expect(await page.evaluate('sessionStorage.length')).toBe(1);
    await page.click('#leave');
    await page.waitForURL(EXIT);
    await page.goBack();
    expect(page.url()).not.toContain(web.url);
    await page.goto(web.url);
    await page.locator('#choices button').first().waitFor();
    expect(await page.locator('#log').textContent()).not.toContain('something private');
  });

  test('everything is hidden before the other page has come', async () => {
    const left = await page.evaluate(
      "document.getElementById('leave').click(); [document.body.textContent.trim(), sessionStorage.length]",
    );
    expect(left).toEqual(['', 0]);
  });

  test('Shift three times does the same, and capital letters do not', async () => {
    await page.focus('#text');
    for (const letter of 'HELP ME') await page.keyboard.press(`Shift+${letter}`);
    expect(await page.inputValue('#text')).toBe('HELP ME');
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift');
    expect(await page.locator('#shifts').textContent()).toBe(words.leaveOnceMore);
    expect(page.url()).toBe(`${web.url}/`);
    await page.keyboard.press('Shift');
    await page.waitForURL(EXIT);
  });
});

describe.each([
  ['light, on a small phone', { colorScheme: 'light', viewport: PHONE, hasTouch: true }],
  ['dark, on a small phone', { colorScheme: 'dark', viewport: PHONE, hasTouch: true }],
  ['light, on a desktop', { colorScheme: 'light', viewport: DESKTOP }],
  ['dark, on a desktop', { colorScheme: 'dark', viewport: DESKTOP }],
  ['zoomed in to 400%', { colorScheme: 'light', viewport: { width: 320, height: 256 } }],
  ['without JavaScript', { colorScheme: 'light', viewport: PHONE, javaScriptEnabled: false }],
] as const)('%s', (name, options) => {
  test('has no fault that axe can find, nothing cut off, and nothing too small to touch', async () => {
    await open({ ...options, bypassCSP: true });
    const long = `Word${'a'.repeat(200)} https://example.org/${'b'.repeat(200)}\n\nRing 999.`;
    await page.fill('#text', 'I am so worried.');
    await page.click('.send');
    await bubble('You said: I am so worried.').waitFor();
    if (name !== 'without JavaScript') {
      web.conversations.say(conversation(), fromWorker('Sam', long), message('And now?', [...MENU, 'x']));
      await bubble('And now?').waitFor();
      expect(await axe(page)).toEqual([]);
    }
    const sizes = await page.$$eval('button, .leave, textarea', (found) =>
      found
        .map((each) => each.getBoundingClientRect())
        .filter(({ width }) => width > 0)
        .map(({ width, height }) => [width, height]),
    );
    expect(sizes.length).toBeGreaterThanOrEqual(4);
    expect(Math.min(...sizes.flat())).toBeGreaterThanOrEqual(44);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(options.viewport.width);
    expect(await page.locator('.leave').evaluate((leave) => leave.getBoundingClientRect().top)).toBeGreaterThanOrEqual(
      0,
    );
  });
});

test('a page whose token ran out while it was open sends what is written all the same', async () => {
  await openLive();
  await write('before');
  await bubble('You said: before').waitFor();
  later = 31 * 60_000;
  await write('after');
  await bubble('You said: after').waitFor();
  expect(said().map(({ activity }) => activity.text)).toEqual(['before', 'after']);
  expect(new Set(said().map(({ conversation: id }) => id)).size).toBe(1);
  expect(await page.locator('#log li.person').count()).toBe(2);
});
