import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { AUDIT_PAGE } from '../../../handoff/audit';
import { SESSION_IDLE } from '../../../handoff/sessions';
import type { Role } from '../../../handoff/types';
import { axe } from '../../axe';
import { openBrowser } from '../../browser';
import { picture } from '../../journey/desk-world';
import { someone } from './fakes';
import { openDeskPage, until } from './on-page';
import { openWorld, PASSWORD, type World, words } from './world';

jest.setTimeout(120_000);

const text = words.accounts;
const HOSTILE = '<img src=x onerror=alert(1)>';

let browser: Browser;
let world: World;
let page: Page;
let troubles: string[];
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  world = await openWorld([someone('first', Date.now())]);
});
afterEach(async () => {
  await page?.context().close();
  await world.close();
});

/** The desk as Sam has it before them, who is an admin. */
async function openAs(role: Role, options: Parameters<typeof openDeskPage>[2] = {}): Promise<void> {
  await world.addWorker('Sam', role);
  ({ page, troubles } = await openDeskPage(browser, world, { reducedMotion: 'reduce', ...options }));
}

const focused = () => page.evaluate<string>('document.activeElement.textContent || document.activeElement.id');
/** Moves on with the keyboard alone until that has the focus. */
async function tabTo(name: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if ((await focused()) === name) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${name} was never reached, but ${await focused()}`);
}
async function openFromTop(name: string): Promise<void> {
  await page.getByRole('button', { name: words.people.next }).focus();
  await tabTo(name, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name }).waitFor();
}
const account = (name: string) => page.getByRole('dialog').locator('.accounts li', { hasText: name });
const said = (line: string) => page.getByRole('dialog').getByText(line, { exact: true }).waitFor();
const with_ = (line: string, name: string) => line.replace('{name}', name);

describe('the top of the page', () => {
  const shown = async () => {
    const names = [words.top.ended, words.top.accounts, words.top.audit];
    const visible = await Promise.all(names.map((name) => page.getByRole('banner').getByText(name).isVisible()));
    return names.filter((_, n) => visible[n]);
  };

  it.each([
    ['worker', []],
    ['peer', []],
    ['lead', [words.top.ended]],
    ['admin', [words.top.ended, words.top.accounts, words.top.audit]],
  ] as const)('has for a %s what they may see', async (role, names) => {
    await openAs(role);
    expect(await shown()).toEqual(names);
  });

  it('lets a lead keep how talks ended as a file, with the keyboard alone', async () => {
    await openAs('lead');
    await world.ends.ended({ channel: 'web', waited: null, outcome: 'connected', promised: true });
    await page.getByRole('button', { name: words.people.next }).focus();
    await tabTo(words.top.ended, 'Shift+Tab');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe('natter-ended.csv');
    expect(readFileSync(await download.path(), 'utf8')).toContain(words.end.connected);
    expect(troubles).toEqual([]);
  });
});

describe('accounts', () => {
  it('adds somebody and shows their link once, with the keyboard alone', async () => {
    await openAs('admin');
    await openFromTop(words.top.accounts);
    await account('Sam').waitFor();
    await tabTo(text.add);
    await page.keyboard.press('Enter');
    for (const typed of ['Kim', 'kim@example.org', 'P']) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(typed);
    }
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await tabTo(text['add-it']);
    await page.keyboard.press('Enter');
    await page.getByLabel(with_(text['link-note'], 'Kim')).waitFor();
    await until('ticket', focused);
    const link = await page.evaluate<string>(
      'document.activeElement.value.slice(document.activeElement.selectionStart)',
    );
    expect(await world.accounts.find('kim@example.org')).toMatchObject({ role: 'peer', teams: ['families'] });
    expect(await axe(page)).toEqual([]);

    await page.keyboard.press('Escape');
    await openFromTop(words.top.accounts);
    await account('Kim').waitFor();
    expect(link).toContain('/desk/sign-in#');
    expect(
      await page.evaluate('[...document.querySelectorAll("input")].map(({ value }) => value).join()'),
    ).not.toContain('#');
    expect(await page.content()).not.toContain(link.split('#')[1]);
    expect(await page.getByLabel(with_(text['link-note'], 'Kim')).count()).toBe(0);
    const kim = await (await browser.newContext()).newPage();
    await kim.goto(link);
    await kim.getByText('Signed in as Kim').waitFor();
    await kim.context().close();
    expect(troubles).toEqual([]);
  });

  it('keeps what was typed when it is refused, and says why', async () => {
    await openAs('admin');
    await openFromTop(words.top.accounts);
    await page.getByText(text.add, { exact: true }).click();
    await page.getByLabel(text.name).fill('Other');
    await page.getByLabel(text.email).fill('sam@example.org');
    await page.keyboard.press('Enter');
    await said(words.errors['has-account']);
    expect(await page.getByLabel(text.name).inputValue()).toBe('Other');
    expect(await axe(page)).toEqual([]);
  });

  it('changes role and teams, makes a link, takes access away and puts it back, and stays with whom it was done to', async () => {
    const { id } = await world.addWorker('Kim');
    await openAs('admin');
    await openFromTop(words.top.accounts);
    const kim = account('Kim');
    await kim.getByText(text.change).press('Enter');
    await kim.getByLabel(text.role).selectOption('lead');
    await kim.getByLabel('Families Team').press('Space');
    await kim.getByRole('button', { name: text.save }).press('Enter');
    await said(with_(text.saved, 'Kim'));
    await kim.getByText('Lead · In: Families Team').waitFor();
    await until('Kim', focused);
    expect(await world.accounts.find('kim@example.org')).toMatchObject({ role: 'lead', teams: ['families'] });

    await kim.getByRole('button', { name: text.link }).press('Enter');
    await page.getByLabel(with_(text['link-note'], 'Kim')).waitFor();
    await kim.getByRole('button', { name: text['take-away'] }).press('Enter');
    await said(with_(text['took-away'], 'Kim'));
    await kim.getByText(text['taken-away']).waitFor();
    expect(await page.getByLabel(with_(text['link-note'], 'Kim')).isVisible()).toBe(false);
    expect(await kim.getByRole('button').allTextContents()).toEqual([text['put-back']]);
    await kim.getByRole('button', { name: text['put-back'] }).press('Enter');
    await said(with_(text['is-back'], 'Kim'));
    await kim.getByText(text.password).waitFor();
    const acts = (await world.audited()).filter(({ account }) => account === id).map(({ act }) => act);
    expect(acts).toEqual(['change-role', 'change-teams', 'make-link', 'take-away-access', 'put-back-access']);
    expect(troubles).toEqual([]);
  });

  it('shows who has a second step, and turns it off', async () => {
    const kim = await world.addWorker('Kim');
    await world.records.add('second-step', kim.id, JSON.stringify({ secret: 'A', recovery: [] }), null, Date.now());
    await openAs('admin');
    await openFromTop(words.top.accounts);
    await account('Kim').getByText(text.code).waitFor();
    await account('Kim').getByRole('button', { name: text['code-off'] }).press('Enter');
    await said(with_(text['code-is-off'], 'Kim'));
    expect(await world.accounts.secondStep.isOn(kim.id)).toBe(false);
  });

  it('leaves an admin their own role and access, and makes them no link', async () => {
    await openAs('admin');
    await openFromTop(words.top.accounts);
    await account('Sam').getByText(text.you).waitFor();
    expect(await account('Sam').getByRole('button').allTextContents()).toEqual([]);
    await account('Sam').getByText(text.change).press('Enter');
    expect(await account('Sam').getByRole('combobox').count()).toBe(0);
  });

  it('takes everything off the page when the session ends', async () => {
    await openAs('admin');
    await openFromTop(words.top.accounts);
    await account('Sam').waitFor();
    world.clock.now += SESSION_IDLE;
    await page.getByText(words['signed-out'].title).waitFor();
    expect(await page.textContent('body')).not.toContain('sam@example.org');
  });

  it('shows a name with script in it as a name', async () => {
    await world.accounts.add({ name: HOSTILE, email: 'kim@example.org', role: 'worker' });
    await openAs('admin');
    await openFromTop(words.top.accounts);
    await account(HOSTILE).waitFor();
    expect(await page.locator('img').count()).toBe(0);
    expect(troubles).toEqual([]);
  });
});

describe('what was done', () => {
  const lines = () => page.getByRole('dialog').locator('.audit li').allTextContents();
  const choose = (label: string, name: string) => page.getByLabel(label, { exact: true }).selectOption({ label: name });

  it('shows who did what, when and to whom, and why it was refused', async () => {
    const kim = await world.addWorker('Kim');
    await world.post('/sign-in', { email: 'kim@example.org', password: `not ${PASSWORD}` });
    await world.audit.write({ act: 'claim', worker: kim, conversation: 'c-first', refused: 'taken' });
    await openAs('admin');
    await openFromTop(words.top.audit);
    await page.getByText('c-first').waitFor();
    const [own, claim, failed] = (await lines()).slice(-3);
    expect(own).toMatch(/\d\d:\d\dSamSigned in$/);
    expect(claim).toContain(
      `Kim${words.acts.claim}c-first${with_(words.audit.refused, '').replace('{why}', words.errors.taken)}`,
    );
    expect(failed).toContain(`${words.audit.nobody}${words.acts['sign-in']}Kim`);
    expect(await axe(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it('goes back and forth by pages, with the keyboard alone', async () => {
    const kim = await world.addWorker('Kim');
    for (let n = 0; n < 2 * AUDIT_PAGE; n++)
      await world.audit.write({ act: 'claim', worker: kim, conversation: `c-${n}` });
    await openAs('admin');
    await openFromTop(words.top.audit);
    await page.getByText(`c-${2 * AUDIT_PAGE - 1}`, { exact: true }).waitFor();
    expect(await lines()).toHaveLength(AUDIT_PAGE);
    expect(await page.getByRole('button', { name: words.audit.newer }).isVisible()).toBe(false);
    await tabTo(words.audit.older);
    await page.keyboard.press('Enter');
    await page.getByText('c-50', { exact: true }).waitFor();
    await until(words.audit.title, focused);
    await tabTo(words.audit.older);
    await page.keyboard.press('Enter');
    await page.getByText('c-0', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: words.audit.older }).isVisible()).toBe(false);
    await tabTo(words.audit.newer);
    await page.keyboard.press('Enter');
    await page.getByText('c-50', { exact: true }).waitFor();
    expect(await page.getByText('c-0', { exact: true }).count()).toBe(0);
  });

  it('is looked through by person and by act', async () => {
    const kim = await world.addWorker('Kim');
    for (const act of ['claim', 'note', 'end'] as const)
      await world.audit.write({ act, worker: kim, conversation: 'c' });
    await world.audit.write({ act: 'make-link', worker: null, account: kim.id });
    await openAs('admin');
    await openFromTop(words.top.audit);
    await page.getByText(words.acts.end).last().waitFor();
    await choose(words.audit.by, 'Kim');
    await until(3, async () => (await lines()).length);
    await choose(words.audit.act, words.acts.note);
    await until(1, async () => (await lines()).length);
    expect((await lines())[0]).toContain(`Kim${words.acts.note}`);
    await choose(words.audit.by, words.audit.nobody);
    await said(words.audit.none);
    await choose(words.audit.act, words.audit['every-act']);
    await until(1, async () => (await lines()).length);
    expect((await lines())[0]).toContain(`${words.audit.nobody}${words.acts['make-link']}Kim`);
  });

  it('is kept as a table', async () => {
    await openAs('admin');
    await openFromTop(words.top.audit);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: words.audit.export }).press('Enter'),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toContain(words.acts.export);
  });
});

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 320],
  ['dark', 320],
] as const)('axe finds nothing, and nothing sticks out: %s, %i pixels', async (colorScheme, width) => {
  const kim = await world.addWorker('Kim', 'worker', ['families']);
  await world.audit.write({ act: 'claim', worker: kim, conversation: 'x'.repeat(40), refused: 'taken' });
  await openAs('admin', { colorScheme, viewport: { width, height: 720 } });
  const wrong: string[] = [];
  const look = async (name: string) => {
    wrong.push(...(await axe(page)));
    expect([name, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([name, width]);
    expect(
      await page.evaluate('[...document.querySelectorAll("dialog")].every((d) => d.scrollWidth <= d.clientWidth)'),
    ).toBe(true);
    await picture(page, `admin-${colorScheme}-${width}-${name}`);
  };
  await look('top');
  await openFromTop(words.top.accounts);
  await account('Kim').waitFor();
  for (const each of await page.getByRole('dialog').locator('summary').all()) await each.press('Enter');
  await account('Kim').getByRole('button', { name: text.link }).press('Enter');
  await page.getByLabel(with_(text['link-note'], 'Kim')).waitFor();
  await look('accounts');
  await page.keyboard.press('Escape');
  await openFromTop(words.top.audit);
  await page.getByText('x'.repeat(40)).waitFor();
  await look('audit');
  expect(wrong).toEqual([]);
});
