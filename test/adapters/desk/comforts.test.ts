import type { Browser, Page } from 'playwright-core';
import { axe } from '../../axe';
import { openBrowser } from '../../browser';
import { someone } from './fakes';
import { openDeskPage, until } from './on-page';
import { openWorld, type World, words } from './world';

jest.setTimeout(90_000);

/**
 * Counts the notes that are played and keeps what is notified, as somebody whose window is behind another. A browser without
 * a window says that notifications are denied whatever the answer was.
 */
const WATCH = `
  Object.defineProperty(Notification, 'permission', { value: 'granted', configurable: true });
  window.played = 0;
  const { start } = OscillatorNode.prototype;
  OscillatorNode.prototype.start = function (...at) { window.played += 1; return start.apply(this, at); };
  window.notified = [];
  window.Notification = new Proxy(Notification, {
    construct(target, given) { window.notified.push(given); return new target(...given); },
  });
  document.hasFocus = () => false;
`;

let browser: Browser;
let world: World;
let page: Page;
let troubles: string[];
let arrivals = 0;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  world = await openWorld([someone('one', Date.now() - 2000), someone('two', Date.now() - 1000)]);
  ({ page, troubles } = await openDeskPage(browser, world, { permissions: ['notifications'] }));
  await page.addInitScript(WATCH);
  await openAgain();
});
afterEach(async () => {
  await page.context().close();
  await world.close();
});

async function openAgain(): Promise<void> {
  await page.reload();
  await page.locator('.row').nth(1).waitFor();
}

/** Somebody asks for a person, and the page has them in its list. */
async function arrives(): Promise<void> {
  const rows = await page.locator('.row').count();
  arrivals += 1;
  world.desk.people.set(`late-${arrivals}`, someone(`late-${arrivals}`, Date.now()));
  world.desk.hear(`late-${arrivals}`, 'my landlord is here');
  await until(rows + 1, () => page.locator('.row').count());
}

async function choose(...names: ('counts' | 'title' | 'sound' | 'notice')[]): Promise<void> {
  await page.getByText(words.comforts.open).focus();
  await page.keyboard.press('Enter');
  for (const name of names) {
    await page.getByLabel(words.comforts[name]).focus();
    await page.keyboard.press('Space');
  }
}

const played = () => page.evaluate<number>('window.played');
const notified = () => page.evaluate<unknown[]>('window.notified');

it('shows counts, makes no sound and notifies nobody until that is wanted', async () => {
  expect(await page.title()).toBe('(2) Natter desk');
  expect(await page.locator('.count').filter({ hasText: '2' }).isVisible()).toBe(true);
  await arrives();
  expect(await played()).toBe(0);
  expect(await notified()).toEqual([]);
});

it('hides every count, with the keyboard alone, and remembers it in this browser', async () => {
  await choose('counts');
  await until('Someone is waiting - Natter desk', () => page.title());
  expect(await page.locator('.count').filter({ hasText: '2' }).isVisible()).toBe(false);
  expect(await axe(page)).toEqual([]);
  await openAgain();
  await until('Someone is waiting - Natter desk', () => page.title());
  await arrives();
  expect(await page.getByRole('status').filter({ hasText: /\d/ }).count()).toBe(0);
  expect(await page.evaluate('JSON.stringify({ ...localStorage })')).toBe(
    JSON.stringify({ 'natter-desk': JSON.stringify({ counts: false, title: true, sound: false, notice: false }) }),
  );
});

it('leaves the title as it is, where that is wanted', async () => {
  await choose('title');
  await until('Natter desk', () => page.title());
  await arrives();
  expect(await page.title()).toBe('Natter desk');
});

it('plays a sound for somebody new, and none for news of anybody else', async () => {
  await choose('sound');
  const first = await played();
  expect(first).toBeGreaterThan(0);
  await arrives();
  await until(2 * first, played);
  world.desk.hear('one', 'are you there?');
  await page.waitForTimeout(500);
  expect(await played()).toBe(2 * first);
  await openAgain();
  expect(await played()).toBe(0);
});

it('notifies of somebody new with no word of them', async () => {
  await choose('notice');
  expect(await page.getByLabel(words.comforts.notice).isChecked()).toBe(true);
  await arrives();
  await until(JSON.stringify([['Someone is waiting', { tag: 'natter-waiting' }]]), async () =>
    JSON.stringify(await notified()),
  );
  expect(troubles).toEqual([]);
});

it('says when the browser does not allow notifications, and does not pretend', async () => {
  await page.evaluate(`
    Object.defineProperty(Notification, 'permission', { value: 'denied' });
    Notification.requestPermission = async () => 'denied';
  `);
  await choose('notice');
  await page.getByText(words.comforts.refused).waitFor();
  expect(await page.getByLabel(words.comforts.notice).isChecked()).toBe(false);
});

it.each(['null', '7', '{"counts":"no","sound":1}', '{'])('goes by its own ways when %s is kept there', async (kept) => {
  await page.evaluate(`localStorage.setItem('natter-desk', ${JSON.stringify(kept)})`);
  await openAgain();
  await until('(2) Natter desk', () => page.title());
  expect(troubles).toEqual([]);
});

it('keeps to a screen of 320 pixels', async () => {
  await page.setViewportSize({ width: 320, height: 640 });
  await choose();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  expect(await axe(page)).toEqual([]);
});
