import type { Browser, Page } from 'playwright-core';
import { axe } from '../../axe';
import { openBrowser } from '../../browser';
import { someone } from './fakes';
import { openDeskPage, pickUpNext, until } from './on-page';
import { json, openWorld, outcome, savedReplies, type World, words } from './world';

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
afterEach(() => world.close());

const box = () => page.getByLabel(words.reply.label);
const find = () => page.getByRole('combobox', { name: words.saved.find });
const options = () => page.getByRole('option');
const focused = () => page.evaluate('document.activeElement.id');
const sent = () => world.desk.people.get('one')?.entries.filter(({ from }) => from === 'worker') ?? [];

describe('the list', () => {
  it('has the name of whoever asks in it', async () => {
    const kim = await world.signIn('Kim');
    const { replies } = await json<{ replies: { title: string; text: string }[] }>(await kim.get('/saved-replies'));
    expect(replies).toHaveLength(savedReplies.length);
    expect(replies[0]?.text).toContain("I'm Kim, and I'm a real person. I work for Hazelford Council.");
    expect(replies.filter(({ text }) => /[{}]/.test(text))).toEqual([]);
  });

  it('is for whoever is signed in', async () => {
    expect(await outcome(await world.call('/api/saved-replies'))).toBe('401 signed-out');
  });
});

describe('at the reply box', () => {
  beforeEach(async () => {
    ({ page, troubles } = await openDeskPage(browser, world));
    await pickUpNext(page);
  });
  afterEach(() => page.context().close());

  it('is found, picked and changed with the keyboard alone, and sent by nothing but sending', async () => {
    await page.keyboard.type('/');
    await until('saved-find', focused);
    await options().nth(7).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.type('rush time');
    await until(1, () => options().count());
    await page.keyboard.press('Enter');
    await until('reply', focused);
    expect(await find().isVisible()).toBe(false);
    expect(await box().inputValue()).toBe(savedReplies[1]?.text.trim());
    expect(sent()).toEqual([]);

    await page.keyboard.type(' I am here.');
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByText('in any order. I am here.').waitFor();
    expect(sent()).toHaveLength(1);
    expect(troubles).toEqual([]);
  });

  it('goes up and down, and round at the ends', async () => {
    await page.keyboard.type('/');
    await options().nth(7).waitFor();
    const chosen = () => page.locator('[role=option][aria-selected=true] strong').allTextContents();
    const titles = savedReplies.map(({ title }) => title);
    expect(await chosen()).toEqual([titles[0]]);
    await page.keyboard.press('ArrowUp');
    expect(await chosen()).toEqual([titles.at(-1)]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await chosen()).toEqual([titles[1]]);
    expect(await find().getAttribute('aria-activedescendant')).toBe('saved-1');
  });

  it('is left with Escape, and with nothing in the box', async () => {
    await page.keyboard.type('/');
    await until('saved-find', focused);
    await page.keyboard.type('zzz');
    await page.getByText(words.saved.none).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await until('reply', focused);
    expect(await find().isVisible()).toBe(false);
    expect(await box().inputValue()).toBe('');
  });

  it('opens with its button, and puts words where the writing was', async () => {
    await page.keyboard.type('Hello.  Bye / now.');
    expect(await find().isVisible()).toBe(false);
    for (let back = 0; back < ' Bye / now.'.length; back++) await page.keyboard.press('ArrowLeft');
    await page.getByRole('button', { name: words.saved.open }).click();
    await options().filter({ hasText: 'Take your time' }).click();
    await until(`Hello. ${savedReplies[1]?.text.trim()} Bye / now.`, () => box().inputValue());
    await page.keyboard.press('Control+z');
    await until('Hello.  Bye / now.', () => box().inputValue());
  });

  it('closes when somebody else is opened, and keeps to a narrow screen', async () => {
    await page.getByRole('button', { name: words.saved.open }).click();
    await options().nth(7).waitFor();
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(await axe(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await pickUpNext(page);
    expect(await find().isVisible()).toBe(false);
  });
});
