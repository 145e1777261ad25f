import type { Browser, Page } from 'playwright-core';
import { COOKIE } from '../../adapters/desk/cookie';
import { openBrowser, openPage } from '../browser';
import { type Company, startCompany, workers } from '../processes/natters';
import { asksForPerson, picture, reads } from './desk-world';

jest.setTimeout(180_000);

/** Two whole Natters on one Redis: Sam's page is at the one that is killed, Kim's and the person's at the other. */
let company: Company;
let browser: Browser;

beforeAll(async () => {
  company = await startCompany(2, 'test/processes/hurried.ts');
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await company?.stop();
});

async function pageAt(url: string, viewport: { width: number; height: number }, cookie?: string): Promise<Page> {
  const { page } = await openPage(browser, { viewport, reducedMotion: 'reduce' });
  page.setDefaultTimeout(60_000);
  const [name = '', value = ''] = cookie?.split('=') ?? [];
  // As it is set for a site; browsers take `localhost` for one that is safe.
  const site = { url: url.replace('http:', 'https:'), secure: true, httpOnly: true, sameSite: 'Strict' as const };
  if (cookie) await page.context().addCookies([{ name, value, ...site }]);
  await page.goto(cookie ? `${url}/desk` : url);
  return page;
}

async function writes(page: Page, label: string, words: string): Promise<void> {
  await page.getByRole('textbox', { name: label }).fill(words);
  await page.keyboard.press('Enter');
  await page.getByRole('log').getByText(words).waitFor();
}

test('the process that a worker’s page is on is killed: the person is told, and another worker goes on', async () => {
  const [doomed, other] = company.servers;
  const [his, hers] = await workers(company, ['Sam', 'Kim']);
  if (!doomed || !other || !his || !hers) throw new Error('Two of each were asked for.');
  expect(his.cookie).toContain(COOKIE);
  const desk = { width: 1280, height: 800 };
  const sam = await pageAt(doomed.url, desk, his.cookie);
  const kim = await pageAt(other.url, desk, hers.cookie);
  const person = await pageAt(other.url, { width: 320, height: 640 });
  await asksForPerson(person, 'my bills are piling up');

  await sam.locator('.row').first().waitFor();
  await sam.getByRole('button', { name: 'Next person' }).click();
  await writes(sam, 'Your reply', 'Hello, I have read that.');
  await reads(person, 'Hello, I have read that.');
  await writes(person, 'Your message', 'they come at four');
  await sam.getByRole('log').getByText('they come at four').waitFor();
  await kim.locator('.row', { hasText: 'With Sam' }).waitFor();

  await doomed.kill();
  await writes(person, 'Your message', 'are you there sam');
  await sam.getByText('We lost the connection. Trying again…').waitFor();
  await picture(sam, 'cut-off-worker');
  await reads(person, /Sam is not connected any more/);
  await picture(person, 'cut-off-person');
  await kim.locator('.row', { hasText: 'Left by Sam' }).waitFor();
  await picture(kim, 'cut-off-left');

  await kim.getByRole('button', { name: 'Next person' }).click();
  await kim.getByRole('log').getByText('are you there sam').waitFor();
  const said = (await kim.getByRole('log').textContent()) ?? '';
  const inOrder = ['Hello, I have read that.', 'they come at four', 'are you there sam'];
  const places = inOrder.map((words) => said.indexOf(words));
  expect(places).toEqual(places.filter((at) => at >= 0).sort((a, b) => a - b));
  expect(await kim.locator('.shared').textContent()).toContain('my bills are piling up');
  await writes(kim, 'Your reply', 'Hello, Kim here. I have all of it.');
  await reads(person, /Kim is here/);
  await reads(person, 'Hello, Kim here. I have all of it.');
  await picture(kim, 'cut-off-picked-up');
  expect(await person.getByText(/Sam is not connected any more/).count()).toBe(1);
});
