import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type ServerProcess, startServer } from '../../tools/faults/process';
import { openBrowser, openPage } from '../browser';

jest.setTimeout(90_000);

let dir: string;
let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'natter-journey-'));
  [server, browser] = await Promise.all([startServer({ DATA_DIR: dir, SENTENCE_VECTORS: 'on' }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** What stands last in the conversation, and waits for it to hold these words. */
async function reads(page: Page, words: string | RegExp): Promise<void> {
  await page.getByRole('log').getByText(words).last().waitFor();
}

async function writes(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your message' }).fill(words);
  await page.getByRole('button', { name: 'Send' }).click();
}

async function picks(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).click();
}

/** The worker signs in with the link that the server printed; it works once, so one page serves all tests. */
let deskPage: Page | null = null;
async function atTheDesk(): Promise<Page> {
  if (deskPage) return deskPage;
  const { page } = await openPage(browser, { viewport: { width: 1280, height: 800 } });
  await page.goto(server.signIn ?? '');
  await page.getByRole('button', { name: 'Next person' }).waitFor();
  deskPage = page;
  return page;
}

/** From hello to a worker's answer and a kind goodbye, in two browser windows. */
async function journey(person: Page, seesNews: () => Promise<void>): Promise<void> {
  await person.goto(`${server.url}/`);
  await reads(person, 'What is on your mind?');
  await writes(person, 'I am behind with the rent and the bailiffs are coming');
  await seesNews();
  await reads(person, /more than one thing|a lot to have going on/);
  await picks(person, 'Money worries');
  await seesNews();
  await reads(person, 'Money worries can come to anyone.');
  await writes(person, 'person');
  await seesNews();
  await reads(person, 'I am behind with the rent');
  await picks(person, 'Yes, ask a worker');
  await seesNews();
  await writes(person, 'not the school please');
  await seesNews();
  await writes(person, 'Jo');
  await seesNews();
  await writes(person, 'a woman if possible');
  await seesNews();
  await reads(person, /waiting|left this for the team/);

  const desk = await atTheDesk();
  await desk
    .getByRole('button', { name: /Waiting/ })
    .first()
    .waitFor();
  await desk.getByRole('button', { name: 'Next person' }).click();
  await desk.getByText('I am behind with the rent and the bailiffs are coming').first().waitFor();
  await desk.getByText('not the school please').first().waitFor();
  await desk.getByRole('textbox', { name: 'Your reply' }).fill('Hello Jo, I have read that.');
  await desk.keyboard.press('Enter');

  await seesNews();
  await reads(person, /Alex is a person/);
  await reads(person, 'Hello Jo, I have read that.');
  await writes(person, 'thank you, can you help me ring them');
  await desk.getByRole('log').getByText('can you help me ring them').waitFor();

  await desk.getByRole('button', { name: /Finish/ }).click();
  await desk.getByRole('dialog').getByLabel('They are in touch with someone who can help').check();
  await desk.getByRole('dialog').getByRole('button').last().click();
  await desk.getByText('You are not talking with anyone yet.').waitFor();
  await seesNews();
  await reads(person, /Alex/);
}

test('a worried parent writes, is understood, asks for a person, and is answered from the desk', async () => {
  const { page, troubles } = await openPage(browser, { viewport: { width: 320, height: 640 } });
  await journey(page, async () => undefined);
  expect(troubles).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
  await page.context().close();
});

test('the same with JavaScript off', async () => {
  const { page } = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  await journey(page, () => page.getByRole('button', { name: 'See new messages' }).click());
  expect(await page.context().cookies()).toEqual([]);
  expect(new URL(page.url()).search).toBe('');
  await page.context().close();
});
