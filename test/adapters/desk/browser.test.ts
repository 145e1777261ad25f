import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { SESSION_IDLE } from '../../../handoff/sessions';
import { axe } from '../../axe';
import { openBrowser } from '../../browser';
import { someone } from './fakes';
import { openWorld, PASSWORD, type World, words } from './world';

const MINUTE = 60_000;
const HOSTILE = `<img src=x onerror="document.title='owned'"> & "quoted"`;

jest.setTimeout(90_000);

let browser: Browser;
let world: World;
let page: Page;
const troubles: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  const now = Date.now();
  world = await openWorld([
    someone('calm', now - 30 * MINUTE, { channel: 'sms' }),
    someone('urgent', now - 3 * MINUTE, {
      urgent: true,
      flags: [{ at: now, kinds: ['danger'], text: 'he is outside now' }],
      shared: [
        { id: 1, at: now, question: 'What is going on?', text: HOSTILE, kind: 'words', struck: false },
        { id: 2, at: now, question: null, text: 'Bills are piling up', kind: 'choice', struck: false },
      ],
      entries: [{ seq: 1, at: now, from: 'person', name: null, text: 'is anyone there?' }],
    }),
  ]);
});
afterEach(async () => {
  await page.context().close();
  await world.close();
});

async function openDesk(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  troubles.length = 0;
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })).newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  const { id } = (await world.accounts.find('sam@example.org')) ?? (await world.addWorker('Sam'));
  await page.goto(`${world.origin}/desk/sign-in#${await world.accounts.issueTicket(id)}`);
  await page.getByRole('button', { name: words.people.next }).waitFor();
}

/** Presses Tab until what has the focus is called this. */
async function tabTo(name: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press(key);
    const texts = await page.evaluate<string[]>(
      '[document.activeElement, ...(document.activeElement.labels ?? [])].map((each) => each.textContent)',
    );
    if (texts.some((text) => text.includes(name))) return;
  }
  throw new Error(`"${name}" cannot be reached with ${key}`);
}

/** Asks again until the answer is right, or says what it was after five seconds. */
async function until<T>(wanted: T, ask: () => Promise<T>): Promise<void> {
  for (let tries = 0; tries < 100 && (await ask()) !== wanted; tries++) await page.waitForTimeout(50);
  expect(await ask()).toBe(wanted);
}

it('asks with whom and what was promised, only where they are in touch with someone', async () => {
  const at = Date.now() - 24 * 60 * MINUTE;
  const before = { at, outcome: 'connected' as const, name: 'Kim', with: HOSTILE, promised: 'Jo rings you' };
  const { id, name } = await world.addWorker('Sam');
  const held = { owner: 'worker' as const, worker: { id, name }, earlier: [before] };
  world.desk.people.set('mine', someone('mine', Date.now(), held));
  await openDesk();
  await page.locator('[data-id="mine"]').click();
  await page.getByText('Kim promised: Jo rings you').waitFor();
  expect(await page.title()).not.toBe('owned');
  await page.getByRole('button', { name: words.end.open }).click();
  const promised = page.getByLabel(words.end.promised);
  await page.getByLabel(words.end.declined).check();
  expect(await promised.isVisible()).toBe(false);
  await page.getByLabel(words.end.connected).check();
  await page.getByLabel(words.end.with).fill('Jo');
  await promised.fill('Jo writes to you');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: words.end.done, exact: true }).click();
  await until('connected', async () => world.desk.people.get('mine')?.outcome);
  expect(world.desk.people.get('mine')?.earlier.at(-1)).toMatchObject({ with: 'Jo', promised: 'Jo writes to you' });
  expect(troubles).toEqual([]);
});

it('shows who booked a time apart, in their own words, and leaves them out of the queue', async () => {
  const from = Date.now() + 3 * 24 * 60 * MINUTE;
  const booked = { from, to: null, words: `text only\n${HOSTILE}` };
  world.desk.people.set('later', someone('later', Date.now(), { booked, later: true }));
  for (const id of ['calm', 'urgent']) world.desk.people.delete(id);
  await openDesk();
  const list = page.getByRole('list', { name: new RegExp(`^${words.people['booked-later']}`) });
  await list.getByRole('button').waitFor();
  expect(await page.getByText(words.people['waiting-empty'], { exact: true }).count()).toBe(1);
  expect(await page.title()).toBe(words.name);
  await page.getByRole('button', { name: words.people.next }).click({ force: true });
  expect(world.desk.people.get('later')?.worker).toBeNull();
  await list.getByRole('button').click();
  const section = page.getByRole('region', { name: words.person.booked });
  await section.getByText('text only').waitFor();
  expect(await section.textContent()).toContain('<img src=x');
  expect(await section.textContent()).toMatch(/\d\d:\d\d/);
  expect(await axe(page)).toEqual([]);
  expect(troubles).toEqual([]);
});

it('says of somebody whose time went by that it did', async () => {
  const hour = 60 * 60_000;
  const booked = { from: Date.now() - 2 * hour, to: Date.now() - hour, words: 'then' };
  world.desk.people.set('missed', someone('missed', Date.now() - 3 * hour, { booked }));
  await openDesk();
  await page.locator('[data-id=missed]').getByText(words.people['booked-missed'].replace(' {time}', '')).waitFor();
});

it.each(['light', 'dark'] as const)('serves a person with the keyboard alone, in %s', async (colorScheme) => {
  await openDesk({ colorScheme });
  expect(page.url()).toBe(`${world.origin}/desk`);
  await until('(2) Natter desk', () => page.title());
  expect(await axe(page)).toEqual([]);

  await tabTo(words.people.next);
  await page.keyboard.press('Enter');
  await page.getByLabel(words.reply.label).waitFor();
  await until('reply', () => page.evaluate('document.activeElement.id'));
  expect(world.desk.people.get('urgent')?.worker?.name).toBe('Sam');
  await page.getByRole('log').getByText('Sam is here.').waitFor();
  expect(await page.title()).toBe('(1) Natter desk');
  expect(await page.getByText('he is outside now').count()).toBe(1);
  expect(await page.getByText(HOSTILE).count()).toBe(1);
  expect(await axe(page)).toEqual([]);

  await page.keyboard.type('Hello <b>there</b>');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('I am here.');
  await page.keyboard.press('Enter');
  await page.getByRole('log').getByText('Hello <b>there</b>').waitFor();
  expect(world.desk.people.get('urgent')?.entries.at(-1)?.text).toBe('Hello <b>there</b>\nI am here.');
  expect(await page.getByLabel(words.reply.label).inputValue()).toBe('');

  await page.keyboard.type('rang the school');
  await tabTo(words.reply.note);
  await page.keyboard.press('Enter');
  await page.getByRole('log').getByText('rang the school').waitFor();
  expect(world.desk.people.get('urgent')?.entries.at(-1)).toMatchObject({ from: 'desk', name: 'Sam' });
  expect(await page.getByRole('log').textContent()).toContain(`${words.person['from-desk']}, Sam`);

  world.desk.hear('urgent', 'thank you for coming');
  await page.getByRole('log').getByText('thank you for coming').waitFor();

  await tabTo(words.end.open, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByText(words.people['mine-empty']).waitFor();
  expect(world.desk.people.get('urgent')?.outcome).toBe('declined');
  expect(troubles).toEqual([]);
});

it('hands somebody back to Natter with the keyboard alone', async () => {
  await openDesk();
  await tabTo(words.people.next);
  await page.keyboard.press('Enter');
  await page.getByLabel(words.reply.label).waitFor();
  await tabTo(words.end.open, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await tabTo(words.end['hand-back']);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(world.desk.people.has('urgent')).toBe(false);
  expect(troubles).toEqual([]);
});

it('opens the urgent person first, and says so in words', async () => {
  await openDesk();
  const rows = page.locator('.row');
  expect(await rows.first().textContent()).toContain(words.people.urgent);
  expect(await rows.nth(1).textContent()).toMatch(/Text message · Waiting 30 minutes/);
  await rows.first().click();
  await page.getByRole('heading', { name: words.person.shared }).waitFor();
  expect(await page.getByText(words.person.picked).count()).toBe(1);
  expect(await page.getByLabel(words.reply.label).isVisible()).toBe(false);
  await page.getByRole('button', { name: words.person.claim }).click();
  await page.getByLabel(words.reply.label).waitFor();
});

it('takes the next person when somebody else was quicker', async () => {
  await openDesk();
  const kim = await world.addWorker('Kim');
  const { claim } = world.desk;
  world.desk.claim = async (id, worker) => {
    if (id === 'urgent') await claim(id, kim);
    return claim(id, worker);
  };
  await page.getByRole('button', { name: words.people.next }).click();
  await page.getByLabel(words.reply.label).waitFor();
  expect(world.desk.people.get('urgent')?.worker?.name).toBe('Kim');
  expect(world.desk.people.get('calm')?.worker?.name).toBe('Sam');
  await page.locator('.row', { hasText: 'With Kim' }).click();
  await page.getByText('What they say is between them and Kim.').waitFor();
});

it('keeps what was typed for each person, and marks news from somebody else', async () => {
  await openDesk();
  const reply = page.getByLabel(words.reply.label);
  const next = page.getByRole('button', { name: words.people.next });
  await next.click();
  await reply.fill('half a thought');
  await next.click();
  await page.getByText('Text message · You are talking with them').waitFor();
  expect(await reply.inputValue()).toBe('');
  world.desk.hear('urgent', 'are you still there?');
  await page.locator('.row', { hasText: words.people.urgent }).getByText(words.people.new, { exact: true }).waitFor();
  await page.locator('.row', { hasText: words.people.urgent }).click();
  await page.getByRole('log').getByText('are you still there?').waitFor();
  expect(await reply.inputValue()).toBe('half a thought');
});

it('keeps what was typed when somebody is moved away in mid-sentence, and brings it back with them', async () => {
  await openDesk();
  const lee = await world.addWorker('Lee', 'lead');
  await page.getByRole('button', { name: words.people.next }).click();
  const reply = page.getByLabel(words.reply.label);
  await reply.fill('half a thought');
  const { view } = world.desk;
  const before = await view('urgent');
  // The page has not heard of it yet when Enter is pressed.
  world.desk.view = async () => before;
  await world.desk.release('urgent', lee);
  await reply.press('Enter');
  await page.getByText(words.errors['not-yours']).waitFor();
  world.desk.view = view;
  world.desk.hear('urgent', 'hello?');
  await page.getByRole('button', { name: words.person.claim }).click();
  await reply.waitFor();
  expect(await reply.inputValue()).toBe('half a thought');
});

it('shows a lead who has been left, and lets them put somebody back in the queue with the keyboard alone', async () => {
  await world.addWorker('Sam', 'lead');
  const kim = await world.addWorker('Kim');
  await world.desk.claim('urgent', kim);
  Object.assign(world.desk.people.get('urgent') ?? {}, { away: true });
  await openDesk();
  await tabTo('With Kim, who is not connected');
  await page.keyboard.press('Enter');
  await page.locator('.person-name').getByText('With Kim, who is not connected').waitFor();
  expect(await axe(page)).toEqual([]);
  await tabTo(words.person.release);
  await page.keyboard.press('Enter');
  await page.locator('.row', { hasText: 'Left by Kim' }).waitFor();
  await until(words.live.released, async () => (await page.locator('.unseen').textContent()) ?? '');
  expect(world.desk.people.get('urgent')).toMatchObject({ owner: 'waiting', leftBy: 'Kim' });
  await page.getByRole('button', { name: words.person.claim }).waitFor();
  expect(await page.getByRole('button', { name: words.person.release }).count()).toBe(0);
  expect(await axe(page)).toEqual([]);
});

it('does not offer that to a worker', async () => {
  await openDesk();
  await page.getByRole('button', { name: words.people.next }).click();
  await page.getByLabel(words.reply.label).waitFor();
  expect(await page.getByRole('button', { name: words.person.release }).count()).toBe(0);
});

it('never loses a reply that could not be sent, and never sends it twice', async () => {
  await openDesk();
  await page.getByRole('button', { name: words.people.next }).click();
  const reply = page.getByLabel(words.reply.label);
  const { say } = world.desk;
  world.desk.say = async (...said) => {
    await say(...said);
    world.desk.say = say;
    throw new Error('the answer got lost');
  };
  await reply.fill('hold on');
  await reply.press('Enter');
  await page.getByText(words.reply.failed).waitFor();
  expect(await reply.inputValue()).toBe('hold on');
  await reply.press('Enter');
  await page.getByText(words.reply.sent, { exact: true }).waitFor();
  const sent = world.desk.people.get('urgent')?.entries.filter(({ text }) => text === 'hold on');
  expect(sent).toHaveLength(1);
});

it('says how much is too much', async () => {
  await openDesk();
  await page.getByRole('button', { name: words.people.next }).click();
  const reply = page.getByLabel(words.reply.label);
  await reply.fill('x'.repeat(4002));
  await page.getByText('2 letters too many.').waitFor();
  await reply.press('Enter');
  await reply.fill('x'.repeat(3990));
  await page.getByText('10 letters left').waitFor();
  expect(world.desk.people.get('urgent')?.entries.filter(({ from }) => from === 'worker')).toEqual([]);
});

it('clears the page when the session ends, and brings unsent words back afterwards', async () => {
  await openDesk();
  await page.getByRole('button', { name: words.people.next }).click();
  const reply = page.getByLabel(words.reply.label);
  await reply.fill('not sent yet');
  world.clock.now += SESSION_IDLE;
  await page.getByText(words['signed-out'].title).waitFor();
  expect(await page.textContent('body')).not.toContain('he is outside now');
  expect(await axe(page)).toEqual([]);

  const other = await page.context().newPage();
  const { id } = (await world.accounts.find('sam@example.org')) ?? { id: '' };
  await other.goto(`${world.origin}/desk/sign-in#${await world.accounts.issueTicket(id)}`);
  await other.waitForURL(`${world.origin}/desk`);
  await other.close();
  await page.evaluate('window.dispatchEvent(new Event("focus"))');
  await until('Hello, Sam', () => page.evaluate('document.activeElement.textContent'));
  await page.locator('.row', { hasText: words.people.urgent }).click();
  await reply.waitFor();
  expect(await reply.inputValue()).toBe('not sent yet');
});

it('signs out everywhere with the keyboard alone', async () => {
  await openDesk();
  const elsewhere = await world.signIn('Sam');
  await page.getByRole('button', { name: words.people.next }).focus();
  await tabTo(words.account.open, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  expect(await axe(page)).toEqual([]);
  await until(words.account.everywhere, () => page.evaluate('document.activeElement.textContent'));
  await page.keyboard.press('Enter');
  await page.waitForURL(`${world.origin}/desk/sign-in`);
  expect((await elsewhere.get('/me')).status).toBe(401);
  expect(troubles).toEqual([]);
});

it('turns a second step on, signs in with it, and turns it off, with the keyboard alone', async () => {
  await openDesk();
  await page.getByRole('button', { name: words.account.open }).press('Enter');
  await page.getByText(words['second-step'].off).waitFor();
  await tabTo(words['second-step'].password);
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  const secret = (await page.locator('code.secret').textContent())?.replaceAll(' ', '') ?? '';
  const phone = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.clock.now });
  await until('second-step-code', () => page.evaluate('document.activeElement.id'));
  expect(await page.getByRole('link', { name: words['second-step'].link }).getAttribute('href')).toContain(secret);
  await page.keyboard.type('000000');
  await page.keyboard.press('Enter');
  await page.getByText(words.errors.code).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByLabel(words['second-step'].code).fill(phone());
  await page.keyboard.press('Enter');
  await page.getByText(words['second-step']['recovery-note']).waitFor();
  const [recovery = ''] = await page.locator('.second-step li').allTextContents();
  expect(recovery).toMatch(/^([a-z2-7]{4}-){5}[a-z2-7]{4}$/);
  expect(await axe(page)).toEqual([]);

  await page.goto(`${world.origin}/desk/sign-in`);
  await page.getByLabel(words['sign-in'].email).fill('sam@example.org');
  await page.getByLabel(words['sign-in'].password).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByText(words.errors['code-needed']).waitFor();
  await until('code', () => page.evaluate('document.activeElement.id'));
  expect(await axe(page)).toEqual([]);
  world.clock.now += MINUTE;
  await page.keyboard.type(phone());
  await page.keyboard.press('Enter');
  await page.waitForURL(`${world.origin}/desk`);

  await page.getByRole('button', { name: words.account.open }).press('Enter');
  await page.getByText(words['second-step'].on).waitFor();
  await page.getByLabel(words['sign-in'].code).fill(recovery);
  await page.keyboard.press('Enter');
  await page.getByText(words['second-step'].stopped).waitFor();
  // The browser itself tells of each refusal.
  expect(troubles.filter((trouble) => !trouble.includes('status of 401'))).toEqual([]);
});

it('shows a name with script in it as a name', async () => {
  const { id } = await world.accounts.add({ name: HOSTILE, email: 'sam@example.org', role: 'worker' });
  await openDesk();
  await page.getByText(`Signed in as ${HOSTILE}`).waitFor();
  await page.getByRole('button', { name: words.people.next }).click();
  await page.getByRole('log').getByText(`${HOSTILE} is here.`).waitFor();
  expect(world.desk.people.get('urgent')?.worker?.id).toBe(id);
  expect(await page.locator('img').count()).toBe(0);
  expect(troubles).toEqual([]);
});

it('fits a screen of 320 pixels, one thing at a time', async () => {
  await openDesk({ viewport: { width: 320, height: 640 } });
  const width = () => page.evaluate('document.documentElement.scrollWidth');
  expect(await width()).toBe(320);
  await page.locator('.row').first().click();
  await page.getByRole('button', { name: words.person.claim }).click();
  await page.getByLabel(words.reply.label).waitFor();
  expect(await width()).toBe(320);
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: words.people.back }).click();
  await page.getByRole('button', { name: words.people.next }).waitFor();
});

it.each([
  { width: 1280, height: 800 },
  { width: 320, height: 640 },
])('keeps what was just sent wholly in sight, at $width by $height', async (viewport) => {
  await openDesk({ viewport });
  for (let n = 0; n < 30; n++) world.desk.hear('urgent', `and another thing, the ${n}th`);
  await page.locator('.row').first().click();
  await page.getByRole('button', { name: words.person.claim }).click();
  for (const text of ['On my way.', 'I am at the door, and I will wait here for as long as you need me to.']) {
    await page.getByLabel(words.reply.label).fill(text);
    await page.keyboard.press('Enter');
    await page.getByText(words.reply.sent, { exact: true }).waitFor();
    const [line, box] = await Promise.all(
      [page.getByRole('log').locator('li').last(), page.locator('.composer')].map((each) => each.boundingBox()),
    );
    expect(await page.getByRole('log').locator('li').last().textContent()).toContain(text);
    expect((line?.y ?? 0) + (line?.height ?? 0)).toBeLessThanOrEqual((box?.y ?? 0) + 1);
    expect(line?.y).toBeGreaterThanOrEqual(0);
  }
});

it('tells that the line is down, and that it is back', async () => {
  await openDesk();
  await page.context().route('**/events', (route) => route.abort());
  await page.reload();
  await page.getByText(words.live.lost).waitFor();
  await page.context().unroute('**/events');
  await page.getByText(words.live.lost).waitFor({ state: 'hidden' });
  world.desk.people.set('late', someone('late', Date.now()));
  world.desk.hear('late', 'hello');
  await page.getByText('Waiting less than a minute').waitFor();
});

it('explains a link that was used before, and lets a password do', async () => {
  const { id } = await world.addWorker('Sam');
  const ticket = await world.accounts.issueTicket(id);
  await world.accounts.signInWithTicket(ticket);
  page = await (await browser.newContext()).newPage();
  await page.goto(`${world.origin}/desk/sign-in#${ticket}`);
  await page.getByText(words.errors.ticket).waitFor();
  expect(page.url()).toBe(`${world.origin}/desk/sign-in`);
  expect(await axe(page)).toEqual([]);
  await page.getByLabel(words['sign-in'].email).fill('sam@example.org');
  await page.getByLabel(words['sign-in'].password).fill('four random words here');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${world.origin}/desk`);
  await page.getByRole('button', { name: words.people.next }).waitFor();
});

it('says each time that somebody is with another worker, whoever was looked at before', async () => {
  const kim = await world.addWorker('Kim');
  for (const id of ['calm', 'urgent']) await world.desk.claim(id, kim);
  await openDesk();
  const rows = page.locator('.row', { hasText: 'With Kim' });
  for (const index of [0, 1]) {
    await rows.nth(index).click();
    await page.getByText('What they say is between them and Kim.').waitFor();
  }
});
