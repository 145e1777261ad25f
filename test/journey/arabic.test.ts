import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type ServerProcess, startServer } from '../../tools/faults/process';
import { axe } from '../axe';
import { openBrowser, openPage } from '../browser';

jest.setTimeout(120_000);

const ROOT = join(__dirname, '..', '..');
const GROUPS_FROM_LEFT = `(link) => {
  const at = (from, to) => {
    const range = document.createRange();
    range.setStart(link.firstChild, from);
    range.setEnd(link.firstChild, to);
    return range.getBoundingClientRect().left;
  };
  return at(0, 4) < at(10, 13);
}`;
const PHONE = { width: 320, height: 640 };

let dir: string;
let drafts: ServerProcess;
let usual: ServerProcess;
let browser: Browser;

/** One server as it is shipped, and one at a place that serves drafts too. */
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'natter-arabic-'));
  const content = join(dir, 'content');
  cpSync(join(ROOT, 'content'), content, { recursive: true });
  const place = join(content, 'places', 'example', 'place.yaml');
  writeFileSync(place, `${readFileSync(place, 'utf8')}\ndrafts: true\n`);
  [drafts, usual, browser] = await Promise.all([
    startServer({ DATA_DIR: join(dir, 'drafts'), CONTENT_DIR: content, SENTENCE_VECTORS: 'off' }),
    startServer({ DATA_DIR: join(dir, 'usual'), SENTENCE_VECTORS: 'off' }),
    openBrowser(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await Promise.all([drafts.stop(), usual.stop()]);
  rmSync(dir, { recursive: true, force: true });
});

const reads = (page: Page, words: string | RegExp) => page.getByRole('log').getByText(words).last().waitFor();
const picks = (page: Page, label: string) => page.getByRole('button', { name: label, exact: true }).click();

async function writes(page: Page, words: string): Promise<void> {
  await page.locator('#text').fill(words);
  await page.locator('.send').click();
}

/** Nothing reaches over the edge, and axe finds nothing wrong. */
async function isSound(page: Page): Promise<void> {
  const over = await page.evaluate(
    "[...document.querySelectorAll('body *')].filter((each) => !each.closest('.unseen') && each.getClientRects().length > 0 && getComputedStyle(each).position !== 'absolute').filter((each) => { const { left, right } = each.getBoundingClientRect(); return left < -1 || right > innerWidth + 1; }).map((each) => each.outerHTML.slice(0, 80))",
  );
  expect(over).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expect(await axe(page)).toEqual([]);
}

/** From the link in its own name to words about danger, a person, and waiting. */
async function journey(page: Page, seesNews: () => Promise<void>, look: () => Promise<void>): Promise<void> {
  await page.goto(`${drafts.url}/`);
  await page.getByRole('link', { name: 'العربية' }).click();
  expect(await page.evaluate('[document.documentElement.lang, document.documentElement.dir]')).toEqual(['ar', 'rtl']);
  await reads(page, 'مرحبا، هنا Natter');
  await look();
  await writes(page, 'زوجي يضربني');
  await seesNews();
  await reads(page, 'يسعدني أنك أخبرتني');
  const number = page.getByRole('link', { name: '0808 2000 247' });
  await number.waitFor();
  expect(await number.getAttribute('href')).toBe('tel:08082000247');
  // What is first in a number is on its left.
  expect(
    await page.evaluate(
      `(${GROUPS_FROM_LEFT})([...document.querySelectorAll('#log a')].find((a) => a.textContent === '0808 2000 247'))`,
    ),
  ).toBe(true);
  await look();
  await picks(page, 'التحدث مع شخص');
  await seesNews();
  await reads(page, 'زوجي يضربني');
  await picks(page, 'نعم، أريد عاملا');
  await seesNews();
  await writes(page, 'المدرسة');
  await seesNews();
  await writes(page, 'ليلى');
  await seesNews();
  await writes(page, 'امرأة من فضلك');
  await seesNews();
  await reads(page, /أوقف الانتظار/);
  await look();
}

test('a conversation in Arabic, from right to left on a small phone', async () => {
  const { page, troubles } = await openPage(browser, { viewport: PHONE, reducedMotion: 'reduce' });
  await journey(
    page,
    async () => undefined,
    () => isSound(page),
  );
  const bubble = (from: string) => page.locator(`#log li.${from}`).first().boundingBox();
  const [natter, person] = [await bubble('natter'), await bubble('person')];
  expect(natter && natter.x + natter.width).toBeGreaterThan(PHONE.width - 40);
  expect(person?.x).toBeLessThan(40);
  expect(troubles).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
  await page.context().close();
});

test('the same with JavaScript off', async () => {
  const { page } = await openPage(browser, { javaScriptEnabled: false, viewport: PHONE });
  const seesNews = () => page.getByRole('button', { name: 'عرض الرسائل الجديدة' }).click();
  await journey(page, seesNews, async () => undefined);
  expect(await page.context().cookies()).toEqual([]);
  await page.context().close();
});

test('a conversation goes on in the language in which its page is opened again', async () => {
  const { page } = await openPage(browser, { viewport: PHONE });
  await page.goto(`${drafts.url}/`);
  await page.locator('#choices button').first().waitFor();
  await writes(page, 'hello');
  await reads(page, /Hello. Take your time|Hello again/);
  await page.getByRole('link', { name: 'Cymraeg' }).click();
  await page.locator('#log li.person', { hasText: 'hello' }).waitFor();
  await reads(page, 'Helo, Natter sydd yma');
  await page.reload();
  await reads(page, 'Helo, Natter sydd yma');
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Money worries' }).waitFor();
  await page.context().close();
});

test('drafts are not offered, nor served to those who ask', async () => {
  const { page } = await openPage(browser, { viewport: PHONE });
  await page.goto(`${usual.url}/?language=ar`);
  await reads(page, 'Hello, this is Natter');
  expect(await page.evaluate('[document.documentElement.lang, document.documentElement.dir]')).toEqual([
    'en-GB',
    'ltr',
  ]);
  expect(await page.locator('.languages').count()).toBe(0);
  await page.context().close();
});
