import type { Browser, Page } from 'playwright-core';
import { SESSION_IDLE } from '../../../handoff/sessions';
import { axe } from '../../axe';
import { openBrowser } from '../../browser';
import { picture } from '../../journey/desk-world';
import { someone } from './fakes';
import { openDeskPage } from './on-page';
import { openWorld, PASSWORD, type World, words } from './world';

jest.setTimeout(120_000);

/** Presses it from the keyboard, wherever the focus is. */
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).press('Enter');
const row = (page: Page, text: string) => page.locator('.row', { hasText: text }).press('Enter');
/** On a narrow screen a person hides the list. */
async function list(page: Page): Promise<void> {
  const back = page.getByRole('button', { name: words.people.back });
  if (await back.isVisible()) await back.press('Enter');
  await page.getByRole('button', { name: words.people.next }).waitFor();
}
async function dialog(page: Page, open: string): Promise<void> {
  await press(page, open);
  await page.getByRole('dialog').waitFor();
}

/** Every screen and dialog of the desk, and how to come to it from the one before, with the keyboard. */
const SCREENS: [name: string, open: (page: Page, world: World) => Promise<void>][] = [
  ['the list', list],
  [
    'somebody who waits',
    async (page) => {
      await row(page, words.people.urgent);
      await page.getByRole('button', { name: words.person.claim }).waitFor();
    },
  ],
  [
    'with somebody else',
    async (page) => {
      await list(page);
      await row(page, 'With Kim');
      await page.getByText('What they say is between them and Kim.').waitFor();
    },
  ],
  [
    'ended today',
    async (page) => {
      await list(page);
      await page.getByText(words['ended-today'].open).click();
      await page.getByText(words['ended-today'].none).waitFor();
    },
  ],
  [
    'with me',
    async (page) => {
      await list(page);
      await press(page, words.people.next);
      await page.getByLabel(words.reply.label).waitFor();
    },
  ],
  [
    'plainer words',
    async (page) => {
      await page.getByLabel(words.reply.label).fill('The threshold for an assessment');
      await page.getByText(words.plain.title).waitFor();
    },
  ],
  [
    'saved replies',
    async (page) => {
      await press(page, words.saved.open);
      await page.getByLabel(words.saved.find).waitFor();
    },
  ],
  [
    'ask someone',
    async (page) => {
      await page.keyboard.press('Escape');
      await dialog(page, words.company.open);
    },
  ],
  [
    'step away',
    async (page) => {
      await page.keyboard.press('Escape');
      await dialog(page, words.pause.open);
    },
  ],
  [
    'finish',
    async (page) => {
      await page.keyboard.press('Escape');
      await dialog(page, words.end.open);
    },
  ],
  [
    'finish, with nothing chosen',
    async (page) => {
      await press(page, words.end.done);
      await page.getByText(words.end.choose).waitFor();
    },
  ],
  [
    'account',
    async (page) => {
      await page.keyboard.press('Escape');
      await dialog(page, words.account.open);
      await page.getByText(words['second-step'].off).waitFor();
    },
  ],
  [
    'a second step',
    async (page) => {
      await page.getByLabel(words['second-step'].password, { exact: true }).fill(PASSWORD);
      await press(page, words['second-step'].start);
      await page.getByLabel(words['second-step'].code).waitFor();
    },
  ],
  [
    'signed out',
    async (page, world) => {
      await page.keyboard.press('Escape');
      world.clock.now += SESSION_IDLE;
      await page.getByText(words['signed-out'].title).waitFor();
    },
  ],
  [
    'sign in',
    async (page, { origin }) => {
      await page.goto(`${origin}/desk/sign-in`);
      await page.getByLabel(words['sign-in'].password).waitFor();
    },
  ],
];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 320],
  ['dark', 320],
] as const)('axe finds nothing on any screen, and nothing sticks out: %s, %i pixels', async (colorScheme, width) => {
  const now = Date.now();
  const flags = [{ at: now, kinds: ['danger' as const], text: 'he is outside now' }];
  const world = await openWorld([
    someone('urgent', now - 3000, { urgent: true, flags }),
    someone('taken', now - 2000),
    someone('calm', now - 1000, { channel: 'sms' }),
  ]);
  await world.desk.claim('taken', await world.addWorker('Kim'));
  const viewport = { width, height: 720 };
  const { page } = await openDeskPage(browser, world, { colorScheme, viewport, reducedMotion: 'reduce' });
  const wrong: [string, string[]][] = [];
  const wide: [string, unknown][] = [];
  for (const [name, open] of SCREENS) {
    await open(page, world);
    wrong.push([name, await axe(page)]);
    wide.push([name, await page.evaluate('document.documentElement.scrollWidth')]);
    await picture(page, `screen-${colorScheme}-${width}-${name.replace(/\W+/g, '-')}`);
  }
  expect(wrong).toEqual(SCREENS.map(([name]) => [name, []]));
  expect(wide).toEqual(SCREENS.map(([name]) => [name, width]));
  await page.context().close();
  await world.close();
});
