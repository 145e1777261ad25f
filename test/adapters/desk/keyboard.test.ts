import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../../browser';
import { someone } from './fakes';
import { BOX, type KeyboardDesk, openKeyboardDesk, ROW, TITLE, WAITS } from './keyboard-desk';
import { WITH_ACCOUNTS, WITH_COLLEAGUES, WITH_PEOPLE } from './keyboard-tasks';
import { openAs, POSTS } from './keys';
import { until } from './on-page';
import { savedReplies, words } from './world';

jest.setTimeout(90_000);

/** Each task of keyboard-tasks.ts, and what has become of it at the desk. */
const TASKS: Record<keyof typeof WITH_PEOPLE, () => Promise<void>> = {
  async 'takes the next person, replies, and keeps a note'() {
    await desk.comes(desk.jo);
    await desk.keys.use(words.people.next);
    await desk.keys.at(BOX);
    expect(desk.of(desk.jo).worker).toMatchObject({ name: 'Sam' });
    await desk.keys.type('Hello.');
    await desk.keys.press('Shift+Enter');
    await desk.keys.type('I am here.');
    await desk.keys.press('Enter');
    await desk.keys.reads(words.reply.sent);
    await desk.keys.at(BOX);
    expect(desk.last(desk.jo)).toMatchObject({ from: 'worker', text: 'Hello.\nI am here.' });
    await desk.keys.type('Take your time.');
    await desk.keys.use(words.reply.send);
    await desk.keys.reads('Take your time.');
    await desk.keys.at(words.reply.send);
    await desk.keys.to(BOX, 'Shift+Tab');
    await desk.keys.type('rang the school');
    await desk.keys.use(words.reply.note);
    await desk.keys.reads(words.reply.noted);
    await desk.keys.at(words.reply.note);
    expect(desk.last(desk.jo)).toMatchObject({ from: 'desk', text: 'rang the school' });
    await desk.keys.sound();
  },

  async 'opens somebody from the list and picks them up'() {
    await desk.comes(desk.jo);
    await desk.keys.use(WAITS);
    await desk.keys.at(TITLE);
    expect(desk.of(desk.jo).worker).toBeNull();
    await desk.keys.use(words.person.claim);
    await desk.keys.at(BOX);
    expect(desk.of(desk.jo).worker).toMatchObject({ name: 'Sam' });
  },

  async 'skips to whoever is open'() {
    await desk.opens(desk.jo);
    await desk.keys.use(words.top.skip, 'Shift+Tab');
    await desk.keys.at(new RegExp(words.person.shared));
    await desk.keys.press('Tab');
    await desk.keys.at(words.end.open);
  },

  async 'starts from a saved reply'() {
    await desk.opens(desk.jo);
    await desk.keys.to(BOX);
    await desk.keys.type('/');
    await desk.keys.at(words.saved.find);
    await desk.keys.page.getByRole('option').nth(1).waitFor();
    await desk.keys.press('ArrowDown', 'Enter');
    await desk.keys.at(BOX);
    await desk.keys.press('Enter');
    await desk.keys.reads(words.reply.sent);
    expect(desk.last(desk.jo)).toMatchObject({ from: 'worker', text: savedReplies[1]?.text.trim() });
    await desk.keys.use(words.saved.open);
    await desk.keys.at(words.saved.find);
    await desk.keys.press('Escape');
    await desk.keys.at(BOX);
  },

  async 'puts plainer words in'() {
    await desk.opens(desk.jo);
    await desk.keys.to(BOX);
    await desk.keys.type('You need an assessment first.');
    await desk.keys.reads('Not everybody knows "assessment".');
    await desk.keys.use(/^Say "/);
    await desk.keys.at(BOX);
    expect(await desk.boxHolds()).toMatch(/^You need a (?!ssessment).+ first\.$/);
    await desk.keys.press('Control+z');
    expect(await desk.boxHolds()).toBe('You need an assessment first.');
    await desk.keys.press('Alt+Enter');
    expect(await desk.boxHolds()).not.toContain('assessment');
  },

  async 'chooses how to hear of news'() {
    await desk.keys.use(words.comforts.open);
    for (const comfort of ['counts', 'title', 'sound', 'notice'] as const) {
      await desk.keys.to(words.comforts[comfort]);
      await desk.keys.press('Space');
      await desk.keys.at(words.comforts[comfort]);
    }
    const chosen = { counts: false, title: false, sound: true, notice: true };
    await until(JSON.stringify(chosen), () => desk.keys.page.evaluate('localStorage.getItem("natter-desk")'));
    await desk.keys.sound();
  },

  async 'looks at who booked a time, and picks them up'() {
    const DAY = 24 * 60 * 60_000;
    for (const [id, from] of [
      ['today', Date.now()],
      ['later', Date.now() + 3 * DAY],
    ] as const) {
      await desk.comes(id, { later: true, booked: { from, to: null, words: 'text only' } });
      await desk.keys.use(/Reach them/);
      await desk.keys.at(TITLE);
      await desk.keys.reads('text only');
      await desk.keys.use(words.person.claim);
      await desk.keys.at(BOX);
      expect(desk.of(id).worker).toMatchObject({ name: 'Sam' });
      desk.world.desk.people.delete(id);
    }
  },

  async 'steps away, and is back'() {
    await desk.opens(desk.jo);
    await desk.keys.use(words.pause.open);
    await desk.keys.at(/^10 minutes/);
    await desk.keys.press('Escape');
    await desk.keys.at(words.pause.open);
    await desk.keys.press('Enter');
    await desk.keys.at(/^10 minutes/);
    await desk.keys.choose(/^An hour/);
    await desk.keys.use(words.pause.done);
    await desk.keys.at(words.pause.back);
    expect(desk.of(desk.jo).pausedUntil).toBe(desk.world.clock.now + 60 * 60_000);
    await desk.keys.press('Enter');
    await desk.keys.at(BOX);
    expect(desk.of(desk.jo).pausedUntil).toBeUndefined();
  },

  async 'finishes in each way there is'() {
    for (const outcome of ['connected', 'declined', 'elsewhere', 'unreachable'] as const) {
      await desk.opens(outcome);
      await desk.keys.use(words.end.open);
      await desk.keys.at(words.end.connected);
      await desk.keys.choose(words.end[outcome]);
      if (outcome === 'connected') {
        await desk.keys.to(words.end.with);
        await desk.keys.type('Jo of the Families Team');
        await desk.keys.to(words.end.promised);
        await desk.keys.type('Jo rings you');
      }
      await desk.keys.use(words.end.done);
      await desk.keys.at(words.people.next);
      expect(desk.of(outcome).outcome).toBe(outcome);
    }
    const agreed = { with: 'Jo of the Families Team', promised: 'Jo rings you' };
    expect(desk.of('connected').earlier).toMatchObject([agreed]);
  },

  async 'hands somebody back to Natter'() {
    await desk.opens(desk.jo);
    await desk.keys.use(words.end.open);
    await desk.keys.at(words.end.connected);
    await desk.keys.press('Escape');
    await desk.keys.at(words.end.open);
    await desk.keys.press('Enter');
    await desk.keys.use(words.end['hand-back']);
    await desk.keys.at(words.people.next);
    expect(desk.world.desk.people.has(desk.jo)).toBe(false);
  },

  async 'goes on with somebody who was finished'() {
    desk.world.desk.people.set(
      desk.jo,
      someone(desk.jo, Date.now(), { owner: 'worker', worker: desk.sam, outcome: 'elsewhere' }),
    );
    await desk.keys.use(words['ended-today'].open);
    await desk.keys.use(words['ended-today'].reopen);
    await desk.keys.at(BOX);
    expect(desk.of(desk.jo)).toMatchObject({ worker: { name: 'Sam' } });
    expect(desk.of(desk.jo).outcome).toBeUndefined();
  },

  async 'does it all on a narrow screen'() {
    desk.keys = await openAs(browser, desk.world, 'Sam', 'worker', { viewport: { width: 320, height: 640 } });
    await desk.comes(desk.jo);
    await desk.keys.use(words.people.next);
    await desk.keys.at(BOX);
    await desk.keys.sound();
    await desk.keys.use(words.people.back, 'Shift+Tab');
    await desk.keys.at(ROW);
    await desk.keys.press('Enter');
    await desk.keys.at(TITLE);
    await desk.keys.use(words.end.open);
    await desk.keys.choose(words.end.unreachable);
    await desk.keys.press('Enter');
    await desk.keys.at(words.people.next);
    expect(desk.of(desk.jo).outcome).toBe('unreachable');
  },
};

let browser: Browser;
let desk: KeyboardDesk;
beforeAll(async () => {
  browser = await openBrowser();
  desk = await openKeyboardDesk(browser);
});
afterAll(async () => {
  await browser.close();
  await desk.world.close();
});
beforeEach(() => desk.begin());
afterEach(() => desk.leave());

it('has a task for everything that can be done at the API, and none for what cannot', () => {
  const used = Object.values<string[]>({ ...WITH_PEOPLE, ...WITH_COLLEAGUES, ...WITH_ACCOUNTS }).flat();
  expect([...new Set(used)].sort()).toEqual([...POSTS].sort());
});

it.each([
  'keyboard.test.ts',
  'keyboard-colleagues.test.ts',
  'keyboard-accounts.test.ts',
  'keyboard-desk.ts',
  'keys.ts',
])('has no mouse in %s', (name) => {
  const mouse = /\.(click|dblclick|tap|hover|focus|fill|check|setChecked|selectOption|dispatchEvent|mouse)\b\(?/g;
  const text = readFileSync(`${__dirname}/${name}`, 'utf8').replace(/^ *const mouse.*$/m, '');
  expect(text.match(mouse) ?? []).toEqual([]);
});

it.each(Object.entries(TASKS))('%s', async (task, done) => {
  await done();
  expect([...desk.keys.posted]).toEqual(expect.arrayContaining(WITH_PEOPLE[task as keyof typeof WITH_PEOPLE]));
});
