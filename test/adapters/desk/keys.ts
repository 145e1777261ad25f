import type { Browser, Page } from 'playwright-core';
import { deskRoutes, type RoutesDeps } from '../../../adapters/desk/routes';
import type { Role } from '../../../handoff/types';
import { axe } from '../../axe';
import { until } from './on-page';
import { type World, words } from './world';

/** Every POST route of the desk's API: all that can be done there. */
export const POSTS = deskRoutes({ accounts: {} } as RoutesDeps)
  .filter(({ method }) => method === 'post')
  .map(({ path }) => path);

/** What has the focus, as its user would call it; '' where nothing has. */
const FOCUSED = `(() => {
  const it = document.activeElement ?? document.body;
  if (it === document.body) return '';
  return (it.labels?.[0]?.textContent ?? it.textContent).replace(/\\s+/g, ' ').trim();
})()`;

/** Nothing has it, nobody sees that it has it, or it is not on the screen. Words that only take the focus need no ring. */
const LOST = `(() => {
  const it = document.activeElement ?? document.body;
  if (it === document.body) return 'nothing has the focus';
  if (!it.matches(':focus-visible')) return 'the focus is not shown';
  if (it.tabIndex >= 0 && getComputedStyle(it).outlineStyle === 'none') return 'the focus has no ring';
  const { top, bottom, height } = it.getBoundingClientRect();
  return height > 0 && bottom > 0 && top < innerHeight ? '' : 'the focus is out of sight';
})()`;

/** More than there is to stop at on any screen. */
const MOST = 80;

/** The desk in the hands of somebody who has no mouse: whatever they do is keys that go down and up again. */
export interface Keys {
  page: Page;
  /** What went wrong in the browser. */
  troubles: string[];
  /** The POST routes that the page came to. */
  posted: Set<string>;
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Goes on with Tab, or another key, until that has the focus. */
  to(name: string | RegExp, key?: string): Promise<void>;
  /** Goes there and presses Enter. */
  use(name: string | RegExp, key?: string): Promise<void>;
  /** Goes to one of several to choose from, with the arrow keys, and chooses it. */
  choose(name: string | RegExp): Promise<void>;
  /** The focus comes to this by itself, and can be seen. */
  at(name: string | RegExp): Promise<void>;
  /** The screen says this. */
  reads(text: string | RegExp): Promise<void>;
  /** axe finds nothing wrong here. */
  sound(): Promise<void>;
  close(): Promise<void>;
}

export async function openKeys(
  browser: Browser,
  address: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Keys> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  const posted = new Set<string>();
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    if (request.method() === 'POST') posted.add(POSTS.find((route) => patternOf(route).test(path)) ?? path);
  });

  const focused = () => page.evaluate<string>(FOCUSED);
  const is = (name: string | RegExp, now: string) => (typeof name === 'string' ? name === now : name.test(now));

  async function press(...keys: string[]): Promise<void> {
    for (const key of keys) await page.keyboard.press(key);
  }

  async function to(name: string | RegExp, key = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let presses = 0; presses < MOST; presses++) {
      await press(key);
      const now = await focused();
      if (is(name, now)) return expect([now, await page.evaluate(LOST)]).toEqual([now, '']);
      passed.push(now.slice(0, 40));
    }
    throw new Error(`${name} is not among ${[...new Set(passed)].join(' | ')}`);
  }

  await page.goto(address);
  return {
    page,
    troubles,
    posted,
    press,
    to,
    type: (text) => page.keyboard.type(text),
    async use(name, key) {
      await to(name, key);
      await press('Enter');
    },
    async choose(name) {
      if (!is(name, await focused())) await to(name, 'ArrowDown');
      if (!(await page.evaluate('document.activeElement.checked'))) await press('Space');
    },
    async at(name) {
      const answer = async () => {
        const now = await focused();
        return is(name, now) ? name : now;
      };
      await until<string | RegExp>(name, answer);
      expect([name, await page.evaluate(LOST)]).toEqual([name, '']);
    },
    reads: (text) => page.getByText(text).filter({ visible: true }).first().waitFor(),
    sound: async () => expect(await axe(page)).toEqual([]),
    close: () => context.close(),
  };
}

/** The desk as somebody of this role has it, who opened their sign-in link. */
export async function openAs(
  browser: Browser,
  world: World,
  name: string,
  role: Role,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Keys> {
  const { id } =
    (await world.accounts.find(`${name.toLowerCase()}@example.org`)) ?? (await world.addWorker(name, role));
  const link = `${world.origin}/desk/sign-in#${await world.accounts.issueTicket(id)}`;
  const keys = await openKeys(browser, link, { reducedMotion: 'reduce', ...options });
  await keys.page.getByRole('button', { name: words.people.next }).waitFor();
  return keys;
}

/** A way of the API as it comes in a request. */
const patternOf = (route: string): RegExp => new RegExp(`^/desk/api${route.replaceAll(/\{\w+\}/g, '[^/]+')}$`);

/** A line of the page with its {names} filled in. */
export const filled = (line: string, values: Record<string, string | number>): string =>
  line.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
