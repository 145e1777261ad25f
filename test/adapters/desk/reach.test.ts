import type { Browser, Page } from 'playwright-core';
import { axe } from '../../axe';
import { openBrowser } from '../../browser';
import { type Someone, someone } from './fakes';
import { openDeskPage, pickUpNext, until } from './on-page';
import { openWorld, type World, words } from './world';

const HOUR = 60 * 60_000;

jest.setTimeout(90_000);

let browser: Browser;
let world: World;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  await page.context().close();
  await world.close();
});

async function talkWith(more: Partial<Someone>): Promise<void> {
  world = await openWorld([someone('one', Date.now() - 1000, more)]);
  ({ page, troubles } = await openDeskPage(browser, world));
  await pickUpNext(page);
}

const box = () => page.getByLabel(words.reply.label);
const told = () => page.locator('#reply-reach').textContent();
const filled = (line: string, values: Record<string, string | number>) =>
  line.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));

it('counts text messages as they go out, and says which sign makes them dearer', async () => {
  await talkWith({ channel: 'sms' });
  expect(await told()).toBe('');
  await box().fill('Hello');
  await until(words.reach.one, told);
  await box().fill('x'.repeat(161));
  await until(filled(words.reach.many, { n: 2 }), told);

  // These look the same in the old alphabet, and go out that way: they cost nothing.
  await box().fill(`I’m “here” … ${'x'.repeat(140)}`);
  await until(words.reach.one, told);

  await box().fill(`${'x'.repeat(100)} 🙂`);
  await until(`${filled(words.reach.many, { n: 2 })} ${filled(words.reach.dear, { signs: '🙂', n: 1 })}`, told);
  expect(await box().getAttribute('aria-describedby')).toContain('reply-reach');
  expect(await axe(page)).toEqual([]);
  expect(troubles).toEqual([]);
});

it('says until when WhatsApp takes a reply', async () => {
  await talkWith({ channel: 'whatsapp', reach: { until: Date.now() + 2 * HOUR, held: 0, asks: true } });
  expect(await told()).toMatch(/^WhatsApp takes your reply until \w+day \d\d:\d\d\.$/);
  await box().fill('Hello');
  expect(await told()).not.toContain('text message');
});

it.each([
  ['they are asked', true, words.reach.closed],
  ['it waits for them', false, words.reach['closed-for-good']],
])('says when WhatsApp has closed that %s, and takes the reply all the same', async (_, asks, text) => {
  await talkWith({ channel: 'whatsapp', reach: { until: Date.now() - HOUR, held: 2, asks } });
  expect(await told()).toBe(`${text} ${filled(words.reach.held, { n: 2 })}`);
  expect(await axe(page)).toEqual([]);
  await box().fill('Hello');
  await box().press('Enter');
  await page.getByRole('log').getByText('Hello').waitFor();
});

it('follows when they write again', async () => {
  await talkWith({ channel: 'whatsapp', reach: { until: Date.now() - HOUR, held: 1, asks: true } });
  expect(await told()).toContain(words.reach['held-one']);
  const one = world.desk.people.get('one');
  if (one) one.reach = { until: Date.now() + 24 * HOUR, held: 0, asks: true };
  world.desk.hear('one', 'yes please');
  await page.getByRole('log').getByText('yes please').waitFor();
  expect(await told()).toMatch(/^WhatsApp takes your reply until/);
});

it('has nothing to say on the web', async () => {
  await talkWith({ channel: 'web' });
  await box().fill('Hello 🙂');
  await page.waitForTimeout(300);
  expect(await told()).toBe('');
});
