import type { Page } from 'playwright-core';
import { axe } from '../axe';
import { asksForPerson, type DeskWorld, openDeskWorld, picture, reads } from './desk-world';

jest.setTimeout(240_000);

/** Longer than a hint is shown. */
const STOPPED_MS = 15_000;
let world: DeskWorld;
let kim: Page;
let sam: Page;
let person: Page;
/** Times at which the person's page told that they are writing, and at which Kim's did. */
const told: { person: number[]; kim: number[] } = { person: [], kim: [] };

beforeAll(async () => {
  world = await openDeskWorld();
  kim = await world.worker('Kim');
  sam = await world.worker('Sam');
  person = await world.visitor();
  person.on('request', (request) => {
    if (request.postData()?.includes('"typing"')) told.person.push(Date.now());
  });
  kim.on('request', (request) => {
    if (request.url().endsWith('/typing')) told.kim.push(Date.now());
  });
});
afterAll(() => world.close());

const box = (page: Page) => page.getByRole('textbox', { name: /^Your (message|reply)$/ });
const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true }).click();
/** Lines that show it, as they are seen. */
const shown = {
  atTheDesk: (page: Page) => page.getByText('They are writing…'),
  byThePerson: () => person.locator('#writing'),
};
const goes = (page: Page) => shown.atTheDesk(page).waitFor({ state: 'hidden', timeout: STOPPED_MS });

/** Remembers what a live region says: each text that it takes on, one after the other. */
async function listenTo(page: Page, selector: string): Promise<() => Promise<string[]>> {
  await page.locator(selector).waitFor({ state: 'attached' });
  await page.evaluate(`{
    const region = document.querySelector(${JSON.stringify(selector)});
    const said = (window.said = []);
    new MutationObserver(() => region.textContent && said.push(region.textContent)).observe(region, {
      childList: true, characterData: true, subtree: true,
    });
  }`);
  return () => page.evaluate<string[]>('window.said');
}

test('while Natter has them, and while they wait, their page tells nobody that they are writing', async () => {
  await box(person).pressSequentially('is anyone there', { delay: 20 });
  await box(person).fill('');
  await asksForPerson(person, 'my bills are piling up');
  await box(person).pressSequentially('hello', { delay: 20 });
  expect(told.person).toEqual([]);
  await box(person).fill('');
});

test('the worker who has them sees that they are writing, hears it once, and nobody else does', async () => {
  await kim.getByRole('button', { name: 'Next person' }).click();
  await reads(person, /Kim is here/);
  const said = await listenTo(kim, '.composer [role=status].writing');
  const secret = 'canary-5518 I do not know how to';
  await box(person).pressSequentially(secret, { delay: 300 });
  await shown.atTheDesk(kim).waitFor();
  await picture(kim, 'they-are-writing');
  expect(await axe(kim)).toEqual([]);
  expect(await kim.content()).not.toContain('canary-5518');
  expect(await shown.atTheDesk(sam).count()).toBe(0);
  expect(await said()).toEqual(['They are writing…']);
  // It took nine seconds to write that.
  expect(told.person.length).toBeGreaterThanOrEqual(3);
  const gaps = told.person.slice(1).map((at, n) => at - (told.person[n] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(2_500);

  await send(person);
  await kim.getByRole('log').getByText('canary-5518').waitFor();
  expect(await shown.atTheDesk(kim).count()).toBe(0);
});

test('when they stop, it goes by itself', async () => {
  await person.waitForTimeout(3_000);
  await box(person).pressSequentially('and', { delay: 20 });
  await shown.atTheDesk(kim).waitFor();
  await goes(kim);
  await box(person).fill('');
});

test('the person sees that the worker is writing, by name, hears it once, and then has the reply', async () => {
  const said = await listenTo(person, '#heard');
  await box(kim).pressSequentially('I have read that, let us', { delay: 300 });
  await shown.byThePerson().waitFor();
  expect(await shown.byThePerson().innerText()).toBe('Kim is writing');
  await picture(person, 'kim-is-writing');
  expect(await axe(person)).toEqual([]);
  const gaps = told.kim.slice(1).map((at, n) => at - (told.kim[n] ?? 0));
  expect(gaps.length).toBeGreaterThanOrEqual(1);
  expect(Math.min(...gaps)).toBeGreaterThan(2_500);

  // She thinks for a while, and goes on: who listens has heard it already.
  await shown.byThePerson().waitFor({ state: 'hidden', timeout: STOPPED_MS });
  await box(kim).pressSequentially(' look', { delay: 20 });
  await shown.byThePerson().waitFor();
  expect(await said()).toEqual(['Kim is writing']);
  await box(kim).press('Enter');
  await reads(person, 'I have read that, let us look');
  expect(await shown.byThePerson().isVisible()).toBe(false);
  expect(await person.getByRole('log').textContent()).not.toContain('is writing');
});

test('dots do not move for those who want no motion, and do gently for others', async () => {
  await person.waitForTimeout(3_000);
  await box(kim).pressSequentially('more', { delay: 20 });
  await shown.byThePerson().waitFor();
  const moving = () => person.evaluate<number>('document.querySelector(".dots i").getAnimations().length');
  expect(await moving()).toBe(0);
  await person.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await moving()).toBe(1);
  await person.emulateMedia({ reducedMotion: 'reduce' });
  await box(kim).fill('');
});

test('a page that has to poll shows it as well', async () => {
  await person.routeWebSocket(/stream/, (socket) => void socket.close());
  await person.reload();
  await reads(person, 'I have read that, let us look');
  await person.waitForTimeout(8_000);
  await box(kim).pressSequentially('a second thing', { delay: 300 });
  await shown.byThePerson().waitFor();
  await box(kim).press('Enter');
  await reads(person, 'a second thing');
  await shown.byThePerson().waitFor({ state: 'hidden' });
});

test('a colleague who comes is shown it too; after the end nothing is told any more', async () => {
  await kim.getByRole('button', { name: 'Ask someone to join…' }).click();
  await kim.getByLabel('Whom do you ask?').selectOption({ label: 'Sam' });
  await kim.getByRole('button', { name: 'Ask', exact: true }).click();
  await sam.getByText('Kim asks for you').click();
  await sam.getByRole('button', { name: 'Join them' }).click();
  await reads(person, /Sam is here/);
  await box(person).pressSequentially('ok', { delay: 20 });
  await shown.atTheDesk(sam).waitFor();
  await shown.atTheDesk(kim).waitFor();
  await box(person).fill('');

  await kim.getByRole('button', { name: 'Finish…' }).click();
  await kim.getByRole('dialog').getByLabel('They found help somewhere else').check();
  await kim.keyboard.press('Enter');
  await reads(person, /Kim has ended this chat|chat with Kim is over/);
  const before = told.person.length;
  await person.waitForTimeout(3_100);
  await box(person).pressSequentially('bye', { delay: 20 });
  await person.waitForTimeout(200);
  expect(told.person).toHaveLength(before);
  for (const page of [kim, sam, person]) await page.close();
  // The socket that was kept from opening, and whoever is gone when Sam's page looks again: of nothing else the browser complains.
  expect(world.troubles.filter((trouble) => !/WebSocket|404/.test(trouble))).toEqual([]);
});
