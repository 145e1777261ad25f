import type { Browser, Page } from 'playwright-core';
import { axe } from '../../axe';
import { openBrowser } from '../../browser';
import { someone } from './fakes';
import { openDeskPage, until } from './on-page';
import { openWorld, type World, words } from './world';

jest.setTimeout(90_000);

let browser: Browser;
let world: World;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function openWith(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  world = await openWorld([]);
  const { id, name } = await world.addWorker('Sam');
  const mine = { owner: 'worker' as const, worker: { id, name } };
  for (const [who, channel] of [
    ['ann', 'web'],
    ['ben', 'web'],
    ['cat', 'sms'],
  ] as const)
    world.desk.people.set(who, someone(who, Date.now(), { ...mine, channel }));
  ({ page, troubles } = await openDeskPage(browser, world, options));
}
afterEach(async () => {
  expect(troubles).toEqual([]);
  await page.context().close();
  await world.close();
});

async function open(who: string): Promise<void> {
  const back = page.getByRole('button', { name: words.people.back });
  if (await back.isVisible()) await back.click();
  await page.locator(`[data-id="${who}"]`).click();
  await box().waitFor();
  await until(1, () => page.locator(`[data-id="${who}"][aria-current]`).count());
}
const box = () => page.getByLabel(words.reply.label);
const line = () => page.getByText(words.person.writing);
const typedTo = (who: string) => world.desk.typed.filter(([id]) => id === who).length;

it('tells while a reply is typed, and not what came into the box without a hand, nor an empty one', async () => {
  await openWith();
  await open('ann');
  await box().fill('x');
  await box().fill('');
  await until(1, async () => typedTo('ann'));
  await page.waitForTimeout(3_100);
  await box().pressSequentially('   ');
  await page.waitForTimeout(300);
  expect(typedTo('ann')).toBe(1);
  await box().pressSequentially('hello');
  await until(2, async () => typedTo('ann'));
  // A draft that is looked at again is not being written.
  await open('ben');
  await page.waitForTimeout(3_100);
  await open('ann');
  expect(await box().inputValue()).toContain('hello');
  await page.waitForTimeout(300);
  expect([typedTo('ann'), typedTo('ben')]).toEqual([2, 0]);
  await open('ben');
  await box().pressSequentially('hi');
  await until(1, async () => typedTo('ben'));
});

it('tells nothing where the person would have to be sent a message to see it', async () => {
  await openWith();
  await open('cat');
  await box().pressSequentially('hello', { delay: 20 });
  await page.waitForTimeout(500);
  expect(world.desk.typed).toEqual([]);
});

it('disturbs nobody with a refusal of it: the message will be refused too, and says why', async () => {
  await openWith();
  await open('ann');
  await page.route('**/typing', (route) => {
    const error = { code: 'not-yours', message: words.errors['not-yours'] };
    return route.fulfill({ status: 409, json: { error } });
  });
  await Promise.all([page.waitForResponse('**/typing'), box().pressSequentially('hello')]);
  await page.waitForTimeout(200);
  expect(await page.getByText(words.errors['not-yours']).count()).toBe(0);
  expect(await box().inputValue()).toBe('hello');
  expect(troubles.splice(0)).toEqual([expect.stringContaining('409')]);
});

it('shows whoever is open, and nobody else', async () => {
  await openWith();
  await open('ann');
  world.desk.writes('ben');
  await page.waitForTimeout(300);
  expect(await line().count()).toBe(0);
  world.desk.writes('ann');
  await line().waitFor();
  await open('ben');
  expect(await line().count()).toBe(0);
  await open('ann');
  expect(await line().count()).toBe(0);
});

it('goes when their message is there, and a hint that was slower than it is too late', async () => {
  await openWith();
  await open('ann');
  world.desk.writes('ann');
  await line().waitFor();
  world.desk.hear('ann', 'here it is');
  await page.getByRole('log').getByText('here it is').waitFor();
  world.desk.writes('ann');
  await page.waitForTimeout(300);
  expect(await line().count()).toBe(0);
  await page.waitForTimeout(1_000);
  world.desk.writes('ann');
  await line().waitFor();
  // What a colleague or Natter says meanwhile is not theirs.
  await box().fill('mine');
  await box().press('Enter');
  await page.getByRole('log').getByText('mine').waitFor();
  expect(await line().isVisible()).toBe(true);
});

it.each([
  ['wide', 1280, 800],
  ['narrow', 320, 640],
  ['low, as when zoomed in far', 640, 256],
])('is in sight beside the box on a %s screen', async (name, width, height) => {
  await openWith({ viewport: { width, height } });
  for (let n = 1; n <= 12; n += 1) world.desk.hear('ann', `line ${n}`);
  await open('ann');
  await page.getByRole('log').getByText('line 12').waitFor();
  await box().focus();
  const top = async () => (await box().boundingBox())?.y ?? 0;
  const before = await top();
  world.desk.writes('ann');
  await line().waitFor();
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/writing-${name.slice(0, 3)}.png` });
  const seen = await line().boundingBox();
  const y = await top();
  // Nothing moves; only on a low screen, where the box scrolls with the rest, room is made for it.
  expect(Math.abs(y - before)).toBeLessThan(height < 300 ? 40 : 1);
  expect(seen && seen.y >= 0 && seen.y < y).toBe(true);
  expect(await axe(page)).toEqual([]);
});
