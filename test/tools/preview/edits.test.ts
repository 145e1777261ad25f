import { request } from 'node:http';
import type { Browser } from 'playwright-core';
import type { Preview } from '../../../tools/preview/server';
import { openBrowser, openPage } from '../../browser';
import { finds, findsNothing, newFolder, open, reached, words } from './world';

/** What an author sees while they write. */

jest.setTimeout(180_000);
const flow = (text: string) => `---\ntitle: Money\ntopic: money\n---\n\n# Start\n\n${text}\n`;
const PERSON = '- [Talk with a person](person)';

let browser: Browser;
let folder: ReturnType<typeof newFolder>;
let preview: Preview | null = null;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(() => {
  folder = newFolder();
});
afterEach(async () => {
  await preview?.close();
  preview = null;
  folder.remove();
});

async function start(work = finds(reached([]))) {
  preview = await open(folder, work);
  return preview.url;
}

/** As a browser without JavaScript sees it. */
async function read(url: string): Promise<string> {
  return (await fetch(url)).text();
}

test('an edit on disk shows at the next look', async () => {
  const url = await start();
  folder.write('money.md', flow(`It can wait until Tuesday.\n\n${PERSON}`));
  expect(await read(`${url}flows/money`)).toContain('It can wait until Tuesday.');
  folder.write('rent.md', '---\ntitle: Rent\n---\n\n# Start\n\nAbout rent.\n');
  expect(await read(`${url}flows/rent`)).toContain('About rent.');
});

test('an open page loads itself again', async () => {
  const url = await start();
  const { page, troubles } = await openPage(browser);
  await page.goto(`${url}flows/money`);
  folder.write('money.md', flow(`It can wait until Tuesday.\n\n${PERSON}`));
  await page.getByText('It can wait until Tuesday.').waitFor();
  expect(troubles).toEqual([]);
  // Left open: it may be about to load itself once more, and the browser is closed in the end.
});

test('a page that was loaded while something changed hears of it', async () => {
  const url = await start();
  const { body } = await fetch(`${url}changes?seen=old`);
  const chunks = body?.getReader();
  let heard = '';
  while (!heard.includes('data:')) heard += new TextDecoder().decode((await chunks?.read())?.value);
  await chunks?.cancel();
  const version = /data-version="([^"]+)"/.exec(await read(url))?.[1];
  expect(heard).toContain(`data: ${version}\n`);
});

test('a flow with a fault of form shows it where it stands, before all is checked, and does not fail', async () => {
  const url = await start(findsNothing);
  folder.write('money.md', flow(`Hello.\n\n::nothing{here}\n\n- [Bills](#bills)\n- Talk\n\n# Start\n\n::go{to="#no"}`));
  const { page, troubles } = await openPage(browser);
  await page.goto(`${url}flows/money`);
  const first = page.locator('section.step').first();
  expect(await first.locator('.findings .fault').allTextContents()).toEqual([
    expect.stringMatching(/money\.md:10 there is no directive "nothing"\. To put it right: /),
    expect.stringMatching(/money\.md:13 a choice is not just a link\. /),
  ]);
  expect(await page.locator('section.step').nth(1).textContent()).toContain('there are two steps "start"');
  expect(await page.locator('section.step').nth(1).textContent()).toContain('nothing (money.md#no is not there)');
  await page.goto(`${url}maps/money`);
  expect(await page.locator('svg .card').count()).toBe(2);
  await page.goto(url);
  expect(await page.locator('.found').textContent()).toContain('3 faults');
  expect(await page.locator('.found').textContent()).toContain(words.found.checking);
  expect(troubles).toEqual([]);
  await page.context().close();
});

test('a flow that is no flow at all still has its page', async () => {
  const url = await start(findsNothing);
  folder.write('money.md', '---\ntopic: [\n---\n\nNo heading.\n');
  for (const path of ['flows/money', 'maps/money']) {
    const response = await fetch(url + path);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<h1>');
  }
});

test('script in content is shown as text', async () => {
  const url = await start();
  const script = '<script>document.title = "taken"</script>';
  const label = '<img src=x onerror="document.title = 1">';
  const text = `${label} &lt;b&gt; \`${script}\``;
  folder.write(
    'money.md',
    `---\ntitle: '${script}'\n---\n\n# ${label}\n\n${text}\n\n- [${label}](#${'x'})\n- [B](person)\n`,
  );
  for (const path of ['', 'flows/money', 'maps/money']) {
    const { page, troubles } = await openPage(browser);
    await page.goto(url + path);
    expect(await page.locator('body').textContent()).toContain(script);
    expect(await page.title()).not.toMatch(/^(taken|1)$/);
    expect(await page.locator('img, b').count()).toBe(0);
    expect(await page.locator('script').count()).toBe(1);
    expect(troubles).toEqual([]);
    await page.context().close();
  }
});

test('what takes long is said to be under way, and then shown', async () => {
  let tell: Parameters<ReturnType<typeof finds>>[0] = () => undefined;
  const url = await start((telling) => {
    tell = telling;
    return findsNothing(telling);
  });
  const { page } = await openPage(browser);
  await page.goto(`${url}flows/money`);
  await page.getByText(words.reached.working).waitFor();
  expect(await page.locator('.untested').count()).toBe(0);
  tell({ checked: { faults: [], warnings: [] } });
  await page.getByText(words.found.none).waitFor();
  tell({ reached: reached(['money#start']) });
  await page.locator('#bills .untested').first().waitFor();
  expect(await page.getByText(words.reached.working).count()).toBe(0);
  await page.context().close();
});

test('only this machine gets an answer, only to look, and only at what is there', async () => {
  const url = await start();
  const status = (path: string, host: string, method = 'GET') =>
    new Promise<number | undefined>((done) => {
      const { port } = new URL(url);
      const asked = request({ host: '127.0.0.1', port, path, method, headers: { host } }, ({ statusCode }) =>
        done(statusCode),
      );
      asked.end();
    });
  expect(await status('/', 'localhost')).toBe(200);
  expect(await status('/', 'evil.example')).toBe(403);
  expect(await status('/', 'localhost', 'POST')).toBe(405);
  for (const path of ['/flows/nothing', '/flows/__proto__', '/flows/..%2F..%2Fmoney', '/maps/%E0%A4%A', '/flows', '//'])
    expect([path, await status(path, 'localhost')]).toEqual([path, 404]);
});
