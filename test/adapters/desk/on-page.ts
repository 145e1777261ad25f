import type { Browser, Page } from 'playwright-core';
import { type World, words } from './world';

/** The desk as Sam has it before them, signed in. `troubles` is what the browser complained of. */
export async function openDeskPage(
  browser: Browser,
  world: World,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; troubles: string[] }> {
  const troubles: string[] = [];
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })).newPage();
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  const { id } = (await world.accounts.find('sam@example.org')) ?? (await world.addWorker('Sam'));
  await page.goto(`${world.origin}/desk/sign-in#${await world.accounts.issueTicket(id)}`);
  await page.getByRole('button', { name: words.people.next }).waitFor();
  return { page, troubles };
}

/** Picks up whoever is next, and waits for the reply box. */
export async function pickUpNext(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.people.next }).click();
  await page.getByLabel(words.reply.label).waitFor();
  await until('reply', () => page.evaluate('document.activeElement.id'));
}

/** Asks again until the answer is right, or says what it was after some time. */
export async function until<T>(wanted: T, ask: () => Promise<T>): Promise<void> {
  for (let tries = 0; tries < 200 && (await ask()) !== wanted; tries++)
    await new Promise((done) => setTimeout(done, 50));
  expect(await ask()).toBe(wanted);
}

/** Presses Tab until what has the focus is called this. */
export async function tabTo(page: Page, name: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press(key);
    if ((await page.evaluate<string>('document.activeElement.textContent')).includes(name)) return;
  }
  throw new Error(`"${name}" cannot be reached with ${key}`);
}
