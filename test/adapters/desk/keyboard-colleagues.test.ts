import type { Browser } from 'playwright-core';
import { SESSION_IDLE } from '../../../handoff/sessions';
import { openBrowser } from '../../browser';
import { BOX, type KeyboardDesk, openKeyboardDesk, TITLE, WAITS } from './keyboard-desk';
import { WITH_COLLEAGUES } from './keyboard-tasks';
import { filled, openAs } from './keys';
import { words } from './world';

jest.setTimeout(90_000);

/** Each task of keyboard-tasks.ts, and what has become of it at the desk. */
const TASKS: Record<keyof typeof WITH_COLLEAGUES, () => Promise<void>> = {
  async 'asks a colleague, a team and anyone, and takes it back'() {
    await desk.opens(desk.jo);
    for (const [wanted, why] of [
      [{ kind: 'anyone', name: '' }, 'second'],
      [{ kind: 'team', name: 'Families Team' }, 'take-over'],
      [{ kind: 'worker', name: 'Kim' }, 'take-over'],
    ] as const) {
      await desk.keys.to(words.company.open);
      await desk.keys.press('Enter');
      await desk.keys.at(words.company.whom);
      await desk.keys.type(wanted.name);
      await desk.keys.to(words.company.second);
      await desk.keys.choose(words.company[why]);
      await desk.keys.use(words.company.ask);
      await desk.keys.at(words.company['take-back']);
      expect(desk.of(desk.jo).asked).toMatchObject({ to: wanted, why });
      await desk.keys.sound();
      await desk.keys.press('Enter');
      await desk.keys.at(words.company.open);
      expect(desk.of(desk.jo).asked).toBeNull();
    }
    await desk.keys.press('Enter');
    await desk.keys.at(words.company.whom);
    await desk.keys.press('Escape');
    await desk.keys.at(words.company.open);
  },

  async 'joins whoever asked, and leaves them again'() {
    const asked = { by: desk.kim, to: { kind: 'worker', id: desk.sam.id, name: 'Sam' }, why: 'second' } as const;
    await desk.comes(desk.jo, { owner: 'worker', worker: desk.kim, asked });
    await desk.keys.use(/Kim asks for you/);
    await desk.keys.at(TITLE);
    await desk.keys.use(words.company.join);
    await desk.keys.at(BOX);
    expect(desk.of(desk.jo).beside).toMatchObject({ name: 'Sam' });
    await desk.keys.sound();
    await desk.keys.use(filled(words.company.leave, { name: 'Kim' }));
    await desk.keys.at(/With Kim$/);
    expect(desk.of(desk.jo).beside).toBeNull();
  },

  async 'asks to read what was told, as a peer'() {
    desk.keys = await openAs(browser, desk.world, 'Pia', 'peer');
    const pia = (await desk.world.accounts.find('pia@example.org')) ?? desk.kim;
    await desk.opens(desk.jo, { worker: pia, mayAskToRead: true });
    await desk.keys.sound();
    await desk.keys.use(words.person['ask-to-read']);
    await desk.keys.at(BOX);
    expect(desk.of(desk.jo).mayAskToRead).toBeUndefined();
  },

  async 'puts somebody back in the queue, as a lead'() {
    desk.keys = await openAs(browser, desk.world, 'Lee', 'lead');
    await desk.comes(desk.jo, { owner: 'worker', worker: desk.kim });
    await desk.keys.use(/With Kim$/);
    await desk.keys.at(TITLE);
    await desk.keys.use(words.person.release);
    await desk.keys.at(TITLE);
    expect(desk.of(desk.jo)).toMatchObject({ owner: 'waiting', leftBy: 'Kim' });
    await desk.keys.to(words.person.claim);
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

it.each(Object.entries(TASKS))('%s', async (task, done) => {
  await done();
  expect([...desk.keys.posted]).toEqual(expect.arrayContaining(WITH_COLLEAGUES[task as keyof typeof WITH_COLLEAGUES]));
});

describe('the focus is not lost', () => {
  it('when somebody else was quicker', async () => {
    await desk.comes(desk.jo);
    await desk.keys.use(WAITS);
    await desk.keys.at(TITLE);
    await desk.keys.to(words.person.claim);
    // The page has not heard of it yet when Enter is pressed.
    Object.assign(desk.of(desk.jo), { owner: 'worker', worker: desk.kim });
    await desk.keys.press('Enter');
    await desk.keys.at(filled(words.person.others, { name: 'Kim' }));
  });

  it('when who has it in the list goes', async () => {
    const [ann, ben, cat] = ['ann', 'ben', 'cat'];
    for (const id of [ann, ben, cat]) await desk.comes(id);
    await desk.keys.to(WAITS);
    await desk.gone(ann);
    await desk.keys.at(WAITS);
    await desk.keys.to(WAITS);
    await desk.gone(cat);
    await desk.keys.at(WAITS);
    await desk.gone(ben);
    await desk.keys.at(words.people.next);
  });

  it('when somebody is moved away, or goes, in mid-sentence', async () => {
    await desk.opens(desk.jo);
    await desk.keys.to(BOX);
    await desk.keys.type('half a thought');
    Object.assign(desk.of(desk.jo), { owner: 'waiting', worker: null });
    desk.world.desk.hear(desk.jo, 'hello?');
    await desk.keys.at(TITLE);
    await desk.keys.use(words.person.claim);
    await desk.keys.at(BOX);
    expect(await desk.boxHolds()).toBe('half a thought');
    await desk.gone(desk.jo);
    await desk.keys.at(words.person.gone);
  });

  it('when what opened a dialog is gone before it closes', async () => {
    await desk.opens(desk.jo);
    await desk.keys.use(words.end.open);
    await desk.keys.at(words.end.connected);
    await desk.gone(desk.jo);
    await desk.keys.press('Escape');
    await desk.keys.at(words.person.gone);
  });

  it('when plain words come while they are gone to', async () => {
    await desk.opens(desk.jo);
    await desk.keys.to(BOX);
    await desk.keys.type('You need an assessment. ');
    await desk.keys.reads(words.plain.one);
    await desk.keys.type('We signpost you.');
    await desk.keys.to(/^Say "/);
    await desk.keys.reads(filled(words.plain.many, { n: 2 }));
    await desk.keys.press('Enter');
    await desk.keys.at(BOX);
    expect(await desk.boxHolds()).not.toContain('assessment');
  });

  it('when the session ends', async () => {
    desk.world.clock.now += SESSION_IDLE;
    await desk.keys.at(words['signed-out'].title);
    await desk.keys.to(words['signed-out'].link);
  });
});
