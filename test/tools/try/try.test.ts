import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { parse } from 'yaml';
import { readConfig } from '../../../config';
import { openTry, TryError } from '../../../tools/try';
import { tryWords } from '../../../tools/try/words';
import { axe } from '../../axe';
import { openBrowser, openPage } from '../../browser';
import { startTry } from './world';

/** The try page in a real browser, on the real Natter. */

const words = tryWords.parse(parse(readFileSync(join(__dirname, '../../../content/en/try.yaml'), 'utf8')));
const chance = { now: Date.now, random: Math.random };
const WAIT_MS = 45_000;
jest.setTimeout(180_000);

let browser: Browser;
let world: Awaited<ReturnType<typeof startTry>>;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  browser = await openBrowser();
  world = await startTry();
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  ({ page, troubles } = await openPage(browser, { viewport: { width: 1440, height: 900 }, ...options }));
  page.setDefaultTimeout(WAIT_MS);
  await page.goto(`${world.url}/try`);
  for (const phone of ['sms', 'whatsapp'] as const) await fresh(phone);
}
afterEach(() => page?.context().close());

const on = (phone: 'sms' | 'whatsapp') => page.locator(`.phone.${phone}`);
const from = (phone: 'sms' | 'whatsapp', who: 'mine' | 'theirs', text: string | RegExp) =>
  on(phone).locator(`li.${who}`, { hasText: text });
const desk = () => page.frameLocator('.desk iframe');

async function fresh(phone: 'sms' | 'whatsapp'): Promise<void> {
  await on(phone).getByRole('button', { name: words.phones.fresh }).click();
  await on(phone).locator('.empty').waitFor();
}

async function write(phone: 'sms' | 'whatsapp', text: string): Promise<void> {
  await on(phone).getByLabel(words.phones.message).fill(text);
  await on(phone).getByRole('button', { name: words.phones.send, exact: true }).click();
  await from(phone, 'mine', text).last().waitFor();
}

/** They ask for a worker and agree, without a word more than they have to. */
async function askForAPerson(phone: 'sms' | 'whatsapp'): Promise<void> {
  await write(phone, 'person');
  await from(phone, 'theirs', 'Shall I pass this on').waitFor();
  await write(phone, '1');
  await from(phone, 'theirs', /must not know/).waitFor();
  await write(phone, 'skip');
  await from(phone, 'theirs', /call you/).waitFor();
  await write(phone, 'Jo');
  await from(phone, 'theirs', /rather talk with/).waitFor();
  await write(phone, 'skip');
  await from(phone, 'theirs', 'stop waiting').waitFor();
}

async function trouble(phone: 'sms' | 'whatsapp', label: string, wanted: boolean): Promise<void> {
  const network = on(phone).locator('.network');
  await network.locator('summary').click();
  await network.getByLabel(label).setChecked(wanted);
  await network.locator('summary').click();
}

test('a text is answered on the phone, and a worker at the desk answers too', async () => {
  await open();
  await write('sms', 'i cant pay the rent and dont know where to start');
  await from('sms', 'theirs', 'Hazelford Council').waitFor();
  await from('sms', 'theirs', /1\. .*2\. /s).waitFor();
  await from('sms', 'theirs', 'Hazelford Council').locator('.told', { hasText: words.states.delivered }).waitFor();
  expect(await from('sms', 'theirs', 'Hazelford Council').locator('.cost').textContent()).toMatch(/^\d text/);
  expect(await on('sms').locator('.spent').textContent()).toMatch(/^\d+ texts? so far$/);
  expect(await on('sms').locator('.taps, .options').count()).toBe(0);

  await askForAPerson('sms');
  await desk().getByRole('button', { name: 'Next person' }).click();
  await from('sms', 'theirs', 'Sam is here').waitFor();
  await desk().getByLabel('Your reply').fill('Hello Jo, I am Sam.');
  await desk().getByRole('button', { name: 'Send' }).click();
  await from('sms', 'theirs', /^Hello Jo, I am Sam\./).waitFor();
  await write('sms', 'thank you for coming');
  await desk().getByRole('log').getByText('thank you for coming').waitFor();
  // Nothing that happened moved the page under anybody's hands.
  expect(await page.evaluate('scrollY')).toBe(0);
  expect(troubles).toEqual([]);
});

test('on WhatsApp a choice is tapped, and ticks tell what became of a message', async () => {
  await open();
  await on('whatsapp').getByRole('button', { name: 'hello' }).click();
  await from('whatsapp', 'mine', 'hello').and(page.locator('.is-read')).waitFor();
  await on('whatsapp').locator('summary', { hasText: words.options.open }).click();
  await on('whatsapp').getByRole('button', { name: 'Money worries' }).click();
  await from('whatsapp', 'mine', 'Money worries').waitFor();
  const answer = from('whatsapp', 'theirs', 'What is closest');
  await answer.waitFor();
  await answer.and(page.locator('.is-read')).waitFor();
  expect(await answer.locator('.ticks + .unseen').textContent()).toBe(words.states.read);

  await on('whatsapp').locator('.things summary').click();
  await on('whatsapp').getByRole('button', { name: words.things.voice }).click();
  await from('whatsapp', 'mine', words.things.voice).waitFor();
  await from('whatsapp', 'theirs', /voice note/i).waitFor();
  expect(troubles).toEqual([]);
});

test.each(['notify', 'twilio-whatsapp'] as const)('it talks through %s as well', async (via) => {
  await open();
  const phone = via === 'notify' ? 'sms' : 'whatsapp';
  await on(phone).getByLabel(words.phones.via, { exact: true }).selectOption(via);
  await write(phone, 'hello');
  await from(phone, 'theirs', 'Hazelford Council').waitFor();
  expect(troubles).toEqual([]);
});

test('the website is the real chat page, and leaving it leads nowhere on this page', async () => {
  await open();
  const chat = page.frameLocator('.browser iframe');
  await chat.getByRole('textbox', { name: 'Your message' }).fill('my mum is not well');
  await chat.getByRole('button', { name: 'Send' }).click();
  await chat.locator('#log li.person', { hasText: 'my mum is not well' }).waitFor();
  await chat.locator('#log li.person ~ li.natter').first().waitFor();
  expect(troubles).toEqual([]);
  await chat.getByRole('link', { name: 'Leave this page' }).click();
  await page.getByText(words.browser.left).waitFor();
  await page.getByRole('button', { name: words.browser.back }).click();
  await chat.locator('#choices button').first().waitFor();
  expect(await page.getByText(words.browser.left).isVisible()).toBe(false);
});

describe('when the network makes trouble', () => {
  test('what comes twice is answered once', async () => {
    await open();
    await trouble('sms', words.troubles.duplicate, true);
    await write('sms', 'hello');
    await from('sms', 'theirs', 'Hazelford Council').waitFor();
    await write('sms', 'money worries');
    await from('sms', 'theirs', 'What is closest').waitFor();
    expect(await from('sms', 'theirs', 'Hazelford Council').count()).toBe(1);
    expect(await from('sms', 'theirs', 'What is closest').count()).toBe(1);
    await trouble('sms', words.troubles.duplicate, false);
  });

  test('what is refused as too many is sent again, and the switch goes off by itself', async () => {
    await open();
    await trouble('whatsapp', words.troubles['too-many'], true);
    await on('whatsapp').getByText(words.troubles.some).waitFor();
    await write('whatsapp', 'hello');
    await from('whatsapp', 'theirs', 'Hazelford Council').waitFor();
    await on('whatsapp').getByText(words.troubles.calm).waitFor();
  });

  test('after 24 hours WhatsApp is asked first, and the reply comes when they open it', async () => {
    await open();
    await write('whatsapp', 'hello');
    await from('whatsapp', 'theirs', 'Hazelford Council').waitFor();
    await askForAPerson('whatsapp');
    await desk().getByRole('button', { name: 'Next person' }).click();
    await from('whatsapp', 'theirs', 'Sam is here').waitFor();
    await trouble('whatsapp', words.troubles.window, true);
    await desk().getByLabel('Your reply').fill('How did it go?');
    await desk().getByRole('button', { name: 'Send' }).click();
    const asked = from('whatsapp', 'theirs', words.template);
    await asked.getByRole('button').click();
    await from('whatsapp', 'theirs', /^How did it go/)
      .nth(1)
      .waitFor();
    expect(
      await from('whatsapp', 'theirs', /^How did it go/)
        .first()
        .locator('.told')
        .textContent(),
    ).toBe(words.states.failed);
    expect(await asked.count()).toBe(1);
  });

  test('what does not arrive is shown so', async () => {
    await open();
    await trouble('sms', words.troubles.undelivered, true);
    await write('sms', 'hello');
    await from('sms', 'theirs', words.states.failed).first().waitFor();
    await trouble('sms', words.troubles.undelivered, false);
    expect(troubles).toEqual([]);
  });
});

describe.each([
  ['light', { width: 1440, height: 900 }, 4],
  ['dark', { width: 1280, height: 800 }, 4],
  ['light', { width: 1024, height: 768 }, 2],
  ['dark', { width: 390, height: 844 }, 1],
] as const)('%s, %j', (colorScheme, viewport, columns) => {
  test('has no fault that axe can find, and fits', async () => {
    await open({ colorScheme, viewport, reducedMotion: 'reduce' });
    expect(await axe(page, { iframes: false })).toEqual([]);
    await write('sms', 'hello');
    await write('whatsapp', 'hello');
    for (const phone of ['sms', 'whatsapp'] as const) await from(phone, 'theirs', 'Hazelford Council').waitFor();
    await on('whatsapp').locator('summary', { hasText: words.options.open }).click();
    for (const menu of ['.network', '.things']) {
      await on('sms').locator(`${menu} summary`).click();
      expect(await axe(page, { iframes: false })).toEqual([]);
      await page.keyboard.press('Escape');
    }
    const tops = await page
      .locator('main > section')
      .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().top)));
    expect(tops.filter((top) => top === tops[0])).toHaveLength(columns);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(viewport.width);
    if (columns === 4) expect(await page.evaluate('document.documentElement.scrollHeight')).toBe(viewport.height);
    expect(troubles).toEqual([]);
  });
});

describe('it is for the one who sits here', () => {
  /** The status of a request with these headers, some of which `fetch` would not send. */
  const status = (path: string, headers: Record<string, string> = {}, body?: unknown): Promise<number> =>
    new Promise((done, failed) => {
      const type = body ? { 'content-type': 'application/json' } : {};
      const asked = request(
        `${world.url}${path}`,
        { method: body ? 'POST' : 'GET', headers: { ...type, ...headers } },
        (answer) => {
          answer.destroy();
          done(answer.statusCode ?? 0);
        },
      );
      asked.on('error', failed);
      asked.end(body ? JSON.stringify(body) : undefined);
    });

  test.each(['/try', '/try/events'])('%s is not given to anybody else', async (path) => {
    expect(await status(path)).toBe(200);
    expect(await status(path, { 'x-forwarded-for': '203.0.113.9' })).toBe(403);
    expect(await status(path, { host: 'rebound.example' })).toBe(403);
  });

  test('another website cannot use it', async () => {
    expect(await status('/try/ticket', {}, {})).toBe(200);
    expect(await status('/try/ticket', { origin: 'https://page.example' }, {})).toBe(403);
    expect(await status('/try/ticket', { 'x-forwarded-for': '203.0.113.9' }, {})).toBe(403);
    expect(await status('/try/write', {}, { via: 'meta', text: '' })).toBe(400);
    expect(await status('/try/write', {}, { via: 'pigeon', text: 'hello' })).toBe(400);
  });

  test('in production there is none, and no page may be framed', async () => {
    const key = Buffer.alloc(32, 7).toString('base64');
    const config = readConfig({ NODE_ENV: 'production', PUBLIC_URL: 'https://chat.example.org', MASTER_KEY: key });
    await expect(openTry(config, chance)).rejects.toThrow(TryError);
    for (const path of ['/', '/desk']) {
      const policy = (await fetch(world.url + path)).headers.get('content-security-policy');
      expect(policy).toContain("frame-ancestors 'self'");
    }
    expect((await fetch(`${world.url}/try`)).headers.get('content-security-policy')).toContain(
      "frame-ancestors 'none'",
    );
  });

  test('a provider that is set up for real is left alone', async () => {
    const config = readConfig({ NOTIFY_API_KEY: 'k', NOTIFY_TEMPLATE_ID: 't', NOTIFY_INBOUND_TOKEN: 'i' });
    const tried = await openTry(config, chance);
    await tried.close();
    expect(tried.config.channels.notify).toEqual(config.channels.notify);
    expect(tried.config.channels.twilio?.apiUrl).toMatch(/^http:\/\/127\.0\.0\.1:/);
  });
});
