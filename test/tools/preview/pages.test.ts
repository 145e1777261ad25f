import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Preview } from '../../../tools/preview/server';
import { axe } from '../../axe';
import { openBrowser, openPage } from '../../browser';
import { finds, open, reached, shippedContent, words } from './world';

/** The pages about the content that is shipped, in a real browser. */

const { dir, remove } = shippedContent();
/** Some steps in tests, some not, and something found on a line that is there. */
const SOME = reached(['money#start', 'money#bills'], ['money#start: Bills are piling up']);
const FOUND = {
  file: join(dir, 'en/flows/money.md'),
  line: 1,
  rule: 'flow-grade',
  what: 'this is hard to read',
  mend: 'say it more simply',
};
jest.setTimeout(180_000);

let browser: Browser;
let preview: Preview;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  browser = await openBrowser();
  preview = await open({ dir, conversations: 'test/nowhere' }, finds(SOME, [FOUND], [{ ...FOUND, line: 2 }]));
});
afterAll(async () => {
  await browser.close();
  await preview.close();
  remove();
});
afterEach(() => page?.context().close());

async function go(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  ({ page, troubles } = await openPage(browser, { viewport: { width: 1280, height: 900 }, ...options }));
  await page.goto(new URL(path, preview.url).href);
}

const sideways = () =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

const PHONE = { viewport: { width: 320, height: 640 } };
const ZOOMED = { viewport: { width: 640, height: 450 } };
const DARK = { colorScheme: 'dark' as const };
const pages: [name: string, path: string, options: Parameters<Browser['newContext']>[0]][] = [
  ['all flows', '/', {}],
  ['all flows on a phone', '/', PHONE],
  ['a flow', '/flows/money', {}],
  ['a flow in the dark', '/flows/money', DARK],
  ['a flow on a phone', '/flows/money', PHONE],
  ['a flow at 200%', '/flows/money?as=child&on=text', ZOOMED],
  ['a map', '/maps/money', {}],
  ['a map in the dark', '/maps/money', DARK],
  ['a map on a phone', '/maps/parenting', PHONE],
  ['a page that is not there', '/flows/nothing', {}],
];
test.each(pages)('%s: nothing for axe to find, and nobody scrolls sideways', async (_name, path, options) => {
  await go(path, options);
  expect(await axe(page)).toEqual([]);
  expect(await sideways()).toBe(0);
  expect(troubles.filter((trouble) => !/404/.test(trouble))).toEqual([]);
});

test('all flows stand in a table, in figures, and lead to their pages', async () => {
  await go('/');
  const row = page.getByRole('row', { name: /^Money worries/ });
  const cells = await row.getByRole('cell').allTextContents();
  expect(cells[0]).toBe('money');
  expect(cells.slice(5)).toEqual(['2 of 2', '1 of 1', 'not yet', '1 fault, 1 warning']);
  await row.getByRole('link', { name: 'Money worries', exact: true }).click();
  await page.getByRole('heading', { name: 'Money worries', level: 1 }).waitFor();
  await page.getByRole('link', { name: words.page.map }).click();
  await page.locator('svg').waitFor();
});

test('choices lead to their step, here or in another flow, seen in the same way', async () => {
  await go('/flows/money?as=child&on=text');
  const start = page.locator('#start');
  await start.getByRole('link', { name: 'We need food or heat' }).click();
  expect(new URL(page.url()).hash).toBe('#food-or-heating');
  await start.getByRole('link', { name: 'Talk with a person' }).click();
  await page.getByRole('heading', { name: 'Talk with a person', level: 1 }).waitFor();
  expect(new URL(page.url()).search).toBe('?as=child&on=text');
});

test('a child sees other words than an adult, and everything shows both, and for whom they are', async () => {
  await go('/flows/grief');
  expect(await page.locator('#start .when .label').textContent()).toBe('Only for a child');
  const all = await page.locator('#start .bubble').count();
  await page.getByRole('link', { name: words.seen['adult-web'] }).click();
  expect(await page.locator('#start .when').count()).toBe(0);
  const adult = await page.locator('#start .bubble').allTextContents();
  await page.getByRole('link', { name: words.seen['child-text'] }).click();
  const child = await page.locator('#start .bubble').allTextContents();
  expect(child[0]).not.toBe(adult[0]);
  expect(child.length + adult.length).toBe(all);
});

test('what no conversation test reaches is marked', async () => {
  await go('/flows/money');
  expect(await page.locator('#bills .where').textContent()).not.toContain(words.reached.step);
  expect(await page.locator('#chased .where').textContent()).toContain(words.reached.step);
  // The list for everybody stands last.
  const choice = (label: string) => page.locator('#start li', { hasText: label }).last();
  expect(await choice('Bills are piling up').textContent()).not.toContain(words.reached.choice);
  expect(await choice('Less money coming in').textContent()).toContain(words.reached.choice);
});

test('the map has every step as a box of its own, with all its words inside', async () => {
  await go('/maps/parenting');
  const found = await page.evaluate<{ cards: number; overlaps: string[]; outside: string[] }>(`(() => {
    const cards = [...document.querySelectorAll('svg .card')];
    const boxOf = (element) => element.getBoundingClientRect();
    const sheets = cards.map((card) => boxOf(card.querySelector('.sheet')));
    const overlaps = sheets.flatMap((a, i) => sheets.slice(i + 1).filter((b) =>
      a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).map(() => cards[i].textContent));
    const outside = cards.flatMap((card, i) => [...card.querySelectorAll('text')].filter((text) => {
      const box = boxOf(text);
      return box.left < sheets[i].left || box.right > sheets[i].right || box.bottom > sheets[i].bottom;
    }).map((text) => text.textContent));
    return { cards: cards.length, overlaps, outside };
  })()`);
  const steps = (readFileSync(join(dir, 'en/flows/parenting.md'), 'utf8').match(/^# /gm) ?? []).length;
  expect(found).toEqual({ cards: steps, overlaps: [], outside: [] });
  await page.locator('svg .out', { hasText: 'person' }).first().click();
  await page.getByRole('heading', { name: /^Talk with a person/, level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/maps/person');
});

test('a box leads to its step, and the same stands below as a list', async () => {
  await go('/maps/money');
  const list = page.locator('.list > li', { hasText: /^Start/ });
  expect(await list.textContent()).toContain('Bills are piling up: Bills');
  await page.locator('svg .card > a', { hasText: 'Chased' }).click();
  await page.locator('#chased:target').waitFor();
});
