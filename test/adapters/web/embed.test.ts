import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { axe } from '../../axe';
import { openBrowser, openPage } from '../../browser';
import { startWeb, type Web, words } from './server';

/** The chat on somebody else's website, in a real browser. */

const LINK = 'Talk about what is going on';
const EXIT = '/weather';
jest.setTimeout(90_000);

let browser: Browser;
let site: Server;
let home: string;
let web: Web;
let page: Page;
let troubles: string[];
let requested: string[];

/** A council's website, of another host than the chat, that lets in only its own things and the chat's. */
beforeAll(async () => {
  browser = await openBrowser();
  site = createServer((req, res) => {
    const { pathname, searchParams } = new URL(req.url ?? '/', 'http://localhost');
    const policy = `default-src 'self'; script-src ${web.url}; style-src ${web.url}; frame-src ${web.url}`;
    res.setHeader('Content-Type', 'text/html; charset=utf-8');
    res.setHeader('Content-Security-Policy', policy);
    const tag = `<script src="${web.url}/natter.js" async></script>`;
    const link = searchParams.has('link') ? `<p><a href="${web.url}/" data-natter>${LINK}</a></p>` : '';
    const body = pathname === EXIT ? '<h1>Weather</h1>' : `<h1>Your council</h1>${link}<p>${'Bins. '.repeat(2000)}</p>`;
    res.write(`<!doctype html><html lang="${searchParams.get('lang') ?? 'en-GB'}"><title>Council</title>`);
    res.write(`<meta name="viewport" content="width=device-width">${searchParams.has('head') ? tag : ''}`);
    res.end(`<main>${body}<a id="below" href="/another">Below</a></main>${tag}</html>`);
  });
  await new Promise<void>((done) => site.listen(0, 'localhost', done));
  home = `http://localhost:${(site.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser.close();
  site.closeAllConnections();
  await new Promise((done) => site.close(done));
});

beforeEach(async () => {
  const cymraeg = { code: 'cy', own: 'Cymraeg', words: { ...words, lang: 'cy', embedOpen: 'Sgwrsio' } };
  const languages = [{ code: 'en', own: 'English', words }, cymraeg];
  web = await startWeb({ allowedOrigins: [home], exitUrl: `${home}${EXIT}`, languages });
});
afterEach(async () => {
  await page?.context().close();
  await web.close();
});

async function visit(query = '', viewport = { width: 1280, height: 800 }, before = ''): Promise<void> {
  ({ page, troubles } = await openPage(browser, { viewport, reducedMotion: 'reduce' }));
  requested = [];
  await page.addInitScript(before);
  page.on('request', (request) => requested.push(request.url()));
  await page.goto(`${home}/${query}`);
}

const opener = () => page.getByRole('button', { name: words.embedOpen });
const closer = () => page.getByRole('button', { name: words.embedClose });
const panel = () => page.getByRole('dialog');
const chat = (): FrameLocator => page.frameLocator('natter-chat iframe');
const said = () => web.conversations.arrivals.flatMap(({ activity }) => activity.text ?? []);

async function say(text: string): Promise<void> {
  await chat().locator('#choices button').first().waitFor();
  await chat().locator('#text').fill(text);
  await chat().locator('#text').press('Enter');
  await chat().locator('#log .person', { hasText: text }).waitFor();
}

test('a button opens the chat in a panel, and nothing of it is loaded before that', async () => {
  await visit();
  await opener().waitFor();
  expect(requested.filter((url) => url.startsWith(web.url))).toEqual([
    `${web.url}/natter.js`,
    expect.stringMatching(/\/natter\.css\?[0-9a-f]+$/),
  ]);
  await opener().click();
  await say('the rent is late again');
  expect(said()).toContain('the rent is late again');
  expect(await page.getByRole('link', { name: words.embedOwnPage }).isVisible()).toBe(false);
  expect(troubles).toEqual([]);
  expect(await axe(page)).toEqual([]);
});

test('closing it keeps the talk and gives the focus back; so does another page of the website', async () => {
  await visit();
  await opener().click();
  await say('the rent is late again');
  await closer().click();
  expect(await panel().isVisible()).toBe(false);
  expect(await page.evaluate('document.activeElement.shadowRoot.activeElement.className')).toBe('open');
  await opener().press('Enter');
  await chat().locator('#log .person', { hasText: 'the rent is late again' }).waitFor();
  await closer().press('Escape');
  expect(await panel().isVisible()).toBe(false);
  await page.goto(`${home}/?another`);
  await opener().click();
  await chat().locator('#log .person', { hasText: 'the rent is late again' }).waitFor();
});

describe('leaving', () => {
  const pressShift = async () => {
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift');
  };
  const ways: [string, () => Promise<void>][] = [
    ['"Leave this page" in the chat', () => chat().locator('#leave').click()],
    ['Shift three times in the chat', () => chat().locator('#text').focus().then(pressShift)],
    ['Shift three times in the page around it', () => closer().focus().then(pressShift)],
  ];

  test.each(ways)('%s: the whole website goes, and the talk is not there for the next who comes', async (_, leaves) => {
    await visit();
    await opener().click();
    await say('he reads my phone');
    await leaves();
    await page.waitForURL(`${home}${EXIT}`);
    await page.goBack();
    expect(page.url()).toBe('about:blank');
    await page.goto(home);
    await opener().click();
    await chat().locator('#choices button').first().waitFor();
    expect(await chat().locator('#log .person').count()).toBe(0);
  });

  test('after another language was picked, "back" does not lead to the website again either', async () => {
    await visit();
    await opener().click();
    await chat().locator('#choices button').first().waitFor();
    await chat().getByRole('link', { name: 'Cymraeg' }).click();
    await chat().locator('html[lang=cy]').waitFor();
    await chat().locator('#choices button').first().waitFor();
    await chat().locator('#leave').click();
    await page.waitForURL(`${home}${EXIT}`);
    await page.goBack();
    expect(page.url()).toBe('about:blank');
  });

  test('before the chat is live, or where its script does not run, the link takes the whole page', async () => {
    await visit();
    await page.route('**/main.js', (route) => route.abort());
    await opener().click();
    await chat().locator('#leave').click();
    await page.waitForURL(`${home}${EXIT}`);
  });
});

test('while the chat is closed, the keys of the page are its own', async () => {
  await visit();
  await opener().focus();
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('Shift');
  await opener().click();
  await chat().locator('#choices button').first().waitFor();
  expect(page.url()).toBe(`${home}/`);
});

test('a link of their own opens it, and then there is no other button', async () => {
  await visit('?link');
  await page.getByRole('link', { name: LINK }).click();
  await say('hello from the link');
  expect(await page.locator('natter-chat .open').count()).toBe(0);
  await closer().click();
  expect(await page.evaluate("document.activeElement.hasAttribute('data-natter')")).toBe(true);
});

test.each(['?head', '?head&link'])(
  'a website that puts the script in twice, once in its head, has one chat (%s)',
  async (query) => {
    await visit(query);
    const way = query.includes('link') ? page.getByRole('link', { name: LINK }) : opener();
    await page.locator('natter-chat').waitFor({ state: 'attached' });
    await page.waitForLoadState('load');
    await way.click();
    await chat().locator('#choices button').first().waitFor();
    expect(await page.locator('natter-chat').count()).toBe(1);
  },
);

test("Escape closes it from inside, and in the rest of the website it is the website's own", async () => {
  await visit();
  await opener().click();
  await chat().locator('#choices button').first().waitFor();
  await page.locator('#below').focus();
  await page.keyboard.press('Escape');
  expect(await panel().isVisible()).toBe(true);
  await chat().locator('#text').press('Escape');
  await panel().waitFor({ state: 'hidden' });
});

test('what a panel over the whole screen covers cannot be reached until it is closed', async () => {
  await visit('', { width: 320, height: 568 });
  await opener().click();
  await chat().locator('#choices button').first().waitFor();
  await page.locator('#below').focus();
  expect(await page.evaluate('document.activeElement.id')).not.toBe('below');
  await closer().click();
  await page.locator('#below').focus();
  expect(await page.evaluate('document.activeElement.id')).toBe('below');
});

test('it is not printed with the page, and no style of the website moves it', async () => {
  await visit();
  await opener().click();
  const box = await panel().boundingBox();
  await page.evaluate(`
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('body > * { position: relative; transform: scale(.5); z-index: 1 } button { display: none }');
    document.adoptedStyleSheets = [sheet];
  `);
  expect(await panel().boundingBox()).toEqual(box);
  expect(await closer().isVisible()).toBe(true);
  await page.emulateMedia({ media: 'print' });
  expect(await panel().isVisible()).toBe(false);
});

test('on an old phone, which knows less, it works all the same', async () => {
  const old = `
    for (const name of ['replaceChildren', 'requestSubmit']) { delete Element.prototype[name]; delete HTMLFormElement.prototype[name]; }
    for (const name of ['at', 'findLast', 'toSorted']) delete Array.prototype[name];
    for (const name of ['at', 'matchAll', 'replaceAll']) delete String.prototype[name];
    for (const name of ['visualViewport', 'structuredClone']) delete window[name];
    delete Object.hasOwn; delete Object.fromEntries; delete crypto.randomUUID;
  `;
  await visit('', { width: 320, height: 568 }, old);
  await opener().click();
  await say('call me on 01234 567890, or see https://example.org/help.');
  const heard = chat().locator('#log .natter', { hasText: 'You said:' });
  await heard.waitFor();
  expect(await heard.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
    'tel:01234567890',
    'https://example.org/help',
  ]);
  await chat().locator('#leave').click();
  await page.waitForURL(`${home}${EXIT}`);
  expect(troubles).toEqual([]);
});

test('no script of it has what an iPhone of before 2023 cannot even read', async () => {
  const [script, chatPage] = await Promise.all(
    [fetch(`${web.url}/natter.js`), fetch(web.url)].map(async (answer) => (await answer).text()),
  );
  const files = [...(chatPage ?? '').matchAll(/(?:href|src)="(\/chat\/[^"]+\.js)"/g)].map(
    ([, path]) => `${web.url}${path}`,
  );
  expect(files.length).toBeGreaterThan(5);
  const all = [script, ...(await Promise.all(files.map(async (file) => (await fetch(file)).text())))].join('\n');
  expect(all).not.toMatch(/\(\?<[=!]/);
});

test('on a small old phone it fills the screen and nothing sticks out', async () => {
  await visit('', { width: 320, height: 568 });
  await opener().click();
  await chat().locator('#choices button').first().waitFor();
  expect(await panel().boundingBox()).toEqual({ x: 0, y: 0, width: 320, height: 568 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  expect(await axe(page)).toEqual([]);
});

test('it speaks the language of the page around it, where the chat does', async () => {
  await visit('?lang=cy');
  await page.getByRole('button', { name: 'Sgwrsio' }).click();
  await chat().locator('html[lang=cy]').waitFor();
  await page.goto(`${home}/?lang=fr`);
  await opener().waitFor();
});

test('a website that is not allowed cannot frame it, and its people still have the way to the page of its own', async () => {
  await web.close();
  web = await startWeb({ allowedOrigins: ['https://www.example.org'], exitUrl: home });
  await visit();
  await opener().click();
  const own = page.getByRole('link', { name: words.embedOwnPage });
  const [opened] = await Promise.all([page.context().waitForEvent('page'), own.click()]);
  await opened.locator('#choices button').first().waitFor();
  expect(opened.url()).toBe(`${web.url}/`);
  expect(await chat().locator('#log').count()).toBe(0);
  expect(await own.isVisible()).toBe(true);
});

test('where a browser lets a panel keep nothing, the chat works all the same', async () => {
  const refusing = "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('not here'); } })";
  await visit('', undefined, refusing);
  await opener().click();
  await say('the rent is late again');
  await chat().locator('#log .natter', { hasText: 'You said: the rent is late again' }).waitFor();
  await chat().locator('#leave').click();
  await page.waitForURL(`${home}${EXIT}`);
});

test('only the chat itself can make the page leave', async () => {
  await visit();
  await opener().click();
  await chat().locator('#choices button').first().waitFor();
  await page.evaluate("postMessage('natter/leave', '*')");
  // Whatever would come of it has come: a message sent after it has arrived.
  await page.evaluate(
    "new Promise((done) => { onmessage = ({ data }) => data === 'after' && done(); postMessage('after') })",
  );
  expect(page.url()).toBe(`${home}/`);
});

test('what is put into a bundle, or served by the website itself, finds the chat where PUBLIC_URL says', async () => {
  await web.close();
  web = await startWeb({ publicUrl: 'https://chat.example.org' });
  expect(await (await fetch(`${web.url}/natter.js`)).text()).toContain('"home":"https://chat.example.org"');
});

test('it is kept for an hour and no longer, and sets no cookie', async () => {
  const answer = await fetch(`${web.url}/natter.js`);
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('public, max-age=3600');
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect((await answer.text()).length).toBeLessThan(6_000);
});
