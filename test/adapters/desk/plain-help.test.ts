import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { axe } from '../../axe';
import { openBrowser } from '../../browser';
import { someone } from './fakes';
import { openDeskPage, pickUpNext, until } from './on-page';
import { openWorld, type World, words } from './world';

/** Plain sentences with words that are jargon elsewhere, by somebody who has not seen the rules. */
const LOOK_ALIKES = readFileSync(join(__dirname, '../../tools/plain/look-alikes.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t').at(-1) ?? '');
const LONG = `${Array.from({ length: 20 }, () => 'very').join(' ')} long.`;

jest.setTimeout(90_000);

let browser: Browser;
let world: World;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  world = await openWorld([someone('one', Date.now() - 2000), someone('two', Date.now() - 1000)]);
});
afterEach(async () => {
  await page.context().close();
  await world.close();
});

async function openBox(options: Parameters<typeof openDeskPage>[2] = {}): Promise<void> {
  ({ page, troubles } = await openDeskPage(browser, world, options));
  await pickUpNext(page);
}

const box = () => page.getByLabel(words.reply.label);
const help = () => page.getByRole('region', { name: words.plain.title });

it('offers plain words while somebody writes, and one key puts them in', async () => {
  await openBox();
  await page.keyboard.type('You need an assessment first.');
  await help().waitFor();
  expect(await help().textContent()).toContain('Not everybody knows "assessment".');
  expect(await page.getByRole('status').filter({ hasText: words.plain.one }).count()).toBe(1);
  expect(await axe(page)).toEqual([]);

  await page.keyboard.press('Alt+Enter');
  const plain = await box().inputValue();
  expect(plain).not.toContain('assessment');
  expect(plain).toMatch(/^You need a .+ first\.$/);
  await help().waitFor({ state: 'hidden' });
  expect(await page.evaluate('document.activeElement.id')).toBe('reply');

  await page.keyboard.press('Control+z');
  await until('You need an assessment first.', () => box().inputValue());
  expect(world.desk.people.get('one')?.entries.filter(({ from }) => from === 'worker')).toEqual([]);
  expect(troubles).toEqual([]);
});

it('puts plain words in when they are clicked, in the place of what was meant', async () => {
  await openBox();
  await box().fill('We can hold a TAF. Then we will signpost you.');
  const buttons = help().getByRole('button');
  await buttons.nth(1).waitFor();
  await buttons.nth(1).click();
  expect(await box().inputValue()).toMatch(/^We can hold a TAF\. Then we will (?!signpost)/);
});

it('tells of letters that nobody has explained, and of a sentence that is too long', async () => {
  await openBox();
  await box().fill(`The XQZ is open. ${LONG}`);
  await help().waitFor();
  const text = await help().textContent();
  expect(text).toContain('Not everybody knows what XQZ stands for.');
  expect(text).toContain('A sentence of 21 words.');
  expect(await help().getByRole('button').count()).toBe(0);
  expect(await help().getByText(words.plain.key).isVisible()).toBe(false);
});

it('never hinders sending, nor sends a word before', async () => {
  await openBox();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await box().fill('You meet the threshold for an assessment.');
  await help().waitFor();
  expect(asked.filter((each) => /threshold|assessment/.test(each))).toEqual([]);
  await box().press('Enter');
  await page.getByRole('log').getByText('You meet the threshold for an assessment.').waitFor();
  await help().waitFor({ state: 'hidden' });
});

it('finds nothing in plain sentences whose words are jargon elsewhere', async () => {
  await openBox();
  await box().fill('A TAF');
  await help().waitFor();
  await box().fill(LOOK_ALIKES.join('\n').slice(0, 3900));
  await help().waitFor({ state: 'hidden' });
});

it('looks at the draft of whoever is open', async () => {
  await openBox();
  await box().fill('We will do an assessment.');
  await help().waitFor();
  await pickUpNext(page);
  expect(await help().isVisible()).toBe(false);
  await page.locator('.row').first().click();
  await help().waitFor();
});

it('shows markup in what was written as text, and keeps to a screen of 320 pixels', async () => {
  await openBox({ viewport: { width: 320, height: 640 } });
  await box().fill(`<img src=x onerror="alert(1)"> ${'assessment '.repeat(3)} safeguarding threshold TAF ${LONG}`);
  await help().waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  expect(await help().getByRole('listitem').count()).toBe(4);
  expect(await axe(page)).toEqual([]);
  expect(troubles).toEqual([]);
});

it('does without the list where it does not come', async () => {
  ({ page, troubles } = await openDeskPage(browser, world));
  await page.context().route('**/plain-words.json', (route) => route.abort());
  await page.reload();
  await pickUpNext(page);
  await box().fill('You need an assessment.');
  await box().press('Alt+Enter');
  expect(await box().inputValue()).toBe('You need an assessment.');
  await box().press('Enter');
  await page.getByRole('log').getByText('You need an assessment.').waitFor();
});
