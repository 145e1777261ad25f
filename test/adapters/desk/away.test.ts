import type { Browser, Page } from 'playwright-core';
import { axe } from '../../axe';
import { openBrowser } from '../../browser';
import { someone } from './fakes';
import { openDeskPage, pickUpNext, tabTo, until } from './on-page';
import { openWorld, type World, words } from './world';

/*
 * Stepping away and coming back, and going on with somebody who was ended, by keyboard alone.
 */

const MINUTE = 60_000;

jest.setTimeout(90_000);

let browser: Browser;
let world: World;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  const entries = [{ seq: 1, at: Date.now(), from: 'person' as const, name: null, text: 'is anyone there?' }];
  world = await openWorld([someone('jo', Date.now() - 3 * MINUTE, { channel: 'sms', entries })]);
});
afterEach(async () => {
  await page?.context().close();
  await world.close();
});

/** A picture for whoever wants to look: `SHOTS=/tmp/shots npx jest ...`. */
const picture = async (name: string): Promise<void> => {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
};

const jo = () => world.desk.people.get('jo');
const said = () => page.locator('p.unseen').textContent();

it.each(['light', 'dark'] as const)('steps away with the keyboard alone, and is back (%s)', async (colorScheme) => {
  const open = await openDeskPage(browser, world, { colorScheme, reducedMotion: 'reduce' });
  page = open.page;
  await pickUpNext(page);
  await tabTo(page, words.pause.open, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: words.pause.title }).waitFor();
  expect(await page.getByRole('radio').count()).toBe(4);
  expect(await axe(page)).toEqual([]);
  await picture(`away-choose-${colorScheme}`);
  // Nothing is chosen for them.
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText(words.pause.choose).waitFor();
  expect(jo()?.pausedUntil).toBeUndefined();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await until(words.pause.told, said);
  await until(true, async () => jo()?.pausedUntil !== undefined);
  await page.getByText(/^You have stepped away until/).waitFor();
  // Near midnight it says the day as well.
  await page.getByRole('button', { name: /Paused until (\w+day )?\d\d:\d\d/ }).waitFor();
  expect(await axe(page)).toEqual([]);
  await picture(`away-${colorScheme}`);

  await until(words.pause.open, () => page.evaluate('document.activeElement.textContent').then(openOrBack));
  await page.keyboard.press('Enter');
  await until(words.pause['is-back'], said);
  expect(jo()?.pausedUntil).toBeUndefined();
  await until('reply', () => page.evaluate('document.activeElement.id'));
  expect(await page.getByText(/^Paused until/).count()).toBe(0);
  expect(open.troubles).toEqual([]);
});

/** The button that was pressed still has the focus, and says the other thing now. */
const openOrBack = (text: unknown): string => (text === words.pause.back ? words.pause.open : String(text));

it('marks that the time is over, and that others have stepped away', async () => {
  const { id, name } = await world.addWorker('Sam');
  const kim = await world.addWorker('Kim');
  Object.assign(jo() ?? {}, { owner: 'worker', worker: { id, name }, pausedUntil: Date.now() - MINUTE });
  const theirs = {
    owner: 'worker' as const,
    worker: { id: kim.id, name: 'Kim' },
    pausedUntil: Date.now() + 60 * MINUTE,
  };
  world.desk.people.set('ann', someone('ann', Date.now(), theirs));
  const open = await openDeskPage(browser, world);
  page = open.page;
  await page.getByRole('button', { name: /With Kim, paused until/ }).waitFor();
  await page.locator('[data-id="jo"]').click();
  await page.getByText(/^You said you would be back at/).waitFor();
  expect(await axe(page)).toEqual([]);
  await picture('away-over');
  // A reply says that they are back.
  await page.getByRole('button', { name: words.pause.back }).waitFor();
  expect(open.troubles).toEqual([]);
});

it('leaves nobody to step away from where a second one is there', async () => {
  const { id, name } = await world.addWorker('Sam');
  Object.assign(jo() ?? {}, { owner: 'worker', worker: { id, name }, beside: { id: 'kim', name: 'Kim' } });
  const open = await openDeskPage(browser, world);
  page = open.page;
  await page.locator('[data-id="jo"]').click();
  await page.getByRole('button', { name: 'Leave them to Kim' }).waitFor();
  expect(await page.getByRole('button', { name: words.pause.open }).isVisible()).toBe(false);
});

it.each(['light', 'dark'] as const)(
  'goes on with somebody who was ended, by keyboard alone (%s)',
  async (colorScheme) => {
    const { id, name } = await world.addWorker('Sam');
    const held = { owner: 'worker' as const, worker: { id, name } };
    world.desk.people.set('ann', someone('ann', Date.now(), { ...held, outcome: 'declined' }));
    Object.assign(jo() ?? {}, { ...held, outcome: 'connected' });
    const open = await openDeskPage(browser, world, { colorScheme, reducedMotion: 'reduce' });
    page = open.page;
    await tabTo(page, words['ended-today'].open);
    await page.keyboard.press('Enter');
    await page.getByText(words.end.declined).first().waitFor();
    expect(await page.locator('.ended').textContent()).not.toContain('is anyone there?');
    expect(await axe(page)).toEqual([]);
    await picture(`ended-${colorScheme}`);

    const [first, second] = (await page.locator('.ended li').allTextContents()).map((text) =>
      text.includes('chose not'),
    );
    expect([first, second]).toEqual([false, true]);
    await tabTo(page, words['ended-today'].reopen);
    await tabTo(page, words['ended-today'].reopen);
    await page.keyboard.press('Enter');
    await page.getByText(words.errors['their-choice']).waitFor();
    expect(await axe(page)).toEqual([]);
    expect(world.desk.people.get('ann')?.outcome).toBe('declined');

    await tabTo(page, words['ended-today'].reopen, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await until(words['ended-today'].reopened, said);
    await page.getByRole('log').getByText('is anyone there?').waitFor();
    await until('reply', () => page.evaluate('document.activeElement.id'));
    expect(jo()?.outcome).toBeUndefined();
    await until(1, () => page.locator('.ended li').count());
    await picture(`reopened-${colorScheme}`);
    expect(open.troubles.filter((text) => !text.includes('409'))).toEqual([]);
  },
);

it('finds whoever has just been ended in the list that is open', async () => {
  const open = await openDeskPage(browser, world);
  page = open.page;
  await page.getByText(words['ended-today'].open).click();
  await page.getByText(words['ended-today'].none).waitFor();
  await pickUpNext(page);
  await page.getByRole('button', { name: words.end.open }).click();
  await page.getByLabel(words.end.connected).check();
  await page.getByRole('button', { name: words.end.done, exact: true }).click();
  await page.getByRole('button', { name: words['ended-today'].reopen }).waitFor();
  expect(await page.getByText(words['ended-today'].none).isVisible()).toBe(false);
});
