import { readFileSync } from 'node:fs';
import { Secret, TOTP } from 'otpauth';
import type { Browser } from 'playwright-core';
import { AUDIT_PAGE } from '../../../handoff/audit';
import type { Worker } from '../../../handoff/types';
import { openBrowser } from '../../browser';
import { authenticator } from './authenticator';
import { fakeRecords } from './fakes';
import { WITH_ACCOUNTS } from './keyboard-tasks';
import { filled, type Keys, openAs } from './keys';
import { until } from './on-page';
import { openWorld, PASSWORD, type World, words } from './world';

jest.setTimeout(90_000);

const MINUTE = 60_000;
const { accounts: text, 'second-step': step, passkeys } = words;
const SITE = { origin: 'https://desk.example.org', host: 'desk.example.org' };

/** Each task of keyboard-tasks.ts, and what has become of it. */
const TASKS: Record<keyof typeof WITH_ACCOUNTS, () => Promise<void>> = {
  async 'signs in with a link, and out'() {
    await opens('Sam');
    await signsOut();
    expect((await world.audited()).map(({ act }) => act)).toEqual(['sign-in', 'sign-out']);
  },

  async 'turns a second step on, signs in with password and code, and turns it off'() {
    await opens('Sam');
    await opensAccount();
    await keys.to(step.password);
    await keys.type(PASSWORD);
    await keys.press('Enter');
    await keys.at(step.code);
    const secret = (await keys.page.locator('code.secret').textContent())?.replaceAll(' ', '') ?? '';
    const phone = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.clock.now });
    await keys.type(phone());
    await keys.press('Enter');
    await keys.at(step.recovery);
    expect(await world.accounts.secondStep.isOn(sam.id)).toBe(true);
    await keys.press('Escape');
    await keys.at(words.account.open);

    await signsOut();
    world.clock.now += MINUTE;
    await keys.to(words['sign-in'].email);
    await keys.type('sam@example.org');
    await keys.to(words['sign-in'].password);
    await keys.type(PASSWORD);
    await keys.press('Enter');
    await keys.at(words['sign-in'].code);
    await keys.type(phone());
    await keys.press('Enter');
    await keys.page.waitForURL(`${world.origin}/desk`);

    world.clock.now += MINUTE;
    await opensAccount();
    await keys.to(words['sign-in'].code);
    await keys.type(phone());
    await keys.press('Enter');
    await keys.reads(step.stopped);
    await keys.at(step.title);
    await keys.sound();
    expect(await world.accounts.secondStep.isOn(sam.id)).toBe(false);
  },

  async 'adds a passkey, signs in with it, and removes it'() {
    const secret = await secondStepOf(sam);
    await opens('Sam');
    await withDevice();
    await opensAccount();
    await keys.to(passkeys.name);
    await keys.type('My phone');
    await keys.use(passkeys.add);
    await keys.at(passkeys.password);
    await keys.type(PASSWORD);
    await keys.press('Enter');
    await keys.at(passkeys.code);
    world.clock.now += MINUTE;
    await keys.type(new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.clock.now }));
    await keys.press('Enter');
    await keys.reads(filled(passkeys.kept, { name: 'My phone' }));
    await keys.at(passkeys.name);
    await keys.press('Escape');
    await keys.at(words.account.open);

    await signsOut();
    await keys.use(words['sign-in'].passkey);
    await keys.page.waitForURL(`${world.origin}/desk`);
    await opensAccount();
    await keys.use(filled(passkeys.remove, { name: 'My phone' }));
    await keys.reads(filled(passkeys.removed, { name: 'My phone' }));
    await keys.at(passkeys.title);
    expect(await world.accounts.passkeys.list(sam.id)).toEqual([]);
  },

  async 'signs out everywhere'() {
    const elsewhere = await world.signIn('Sam');
    await opens('Sam');
    await opensAccount();
    await keys.press('Enter');
    await keys.page.waitForURL(`${world.origin}/desk/sign-in`);
    expect((await elsewhere.get('/me')).status).toBe(401);
  },

  async 'adds an account'() {
    await opensAccounts();
    await keys.use(text.add);
    await keys.to(text.name);
    await keys.type('Zoe');
    await keys.to(text.email);
    await keys.type('zoe@example.org');
    await keys.to(text.role);
    await keys.type('P');
    await keys.to('Families Team');
    await keys.press('Space');
    await keys.use(text['add-it']);
    await keys.at(filled(text['link-note'], { name: 'Zoe' }));
    expect(await world.accounts.find('zoe@example.org')).toMatchObject({ role: 'peer', teams: ['families'] });
    await keys.use(text.close);
    await keys.at(words.top.accounts);
  },

  async 'changes role and teams of an account, and makes a link'() {
    await opensAccounts();
    await toKims(text.change);
    await keys.press('Enter');
    await keys.to(text.role);
    await keys.type('L');
    await keys.to('Families Team');
    await keys.press('Space');
    await keys.use(text.save);
    await keys.reads(filled(text.saved, { name: 'Kim' }));
    await keys.at('Kim');
    expect(await world.accounts.find('kim@example.org')).toMatchObject({ role: 'lead', teams: ['families'] });
    await keys.use(text.link);
    await keys.at(filled(text['link-note'], { name: 'Kim' }));
    await keys.sound();
  },

  async 'signs somebody out, and takes their code and passkeys off'() {
    const kims = await world.signIn('Kim');
    await secondStepOf(kim);
    const device = authenticator(SITE.origin, SITE.host);
    await world.accounts.passkeys.add(kim, SITE, 'Phone', device.make(await world.accounts.passkeys.begin(kim, SITE)));
    await opensAccounts();
    for (const [label, done] of [
      [text['sign-out'], text['signed-out']],
      [text['code-off'], text['code-is-off']],
      [text['passkeys-off'], text['passkeys-are-off']],
    ] as const) {
      await keys.use(label);
      await keys.reads(filled(done, { name: 'Kim' }));
      await keys.at('Kim');
    }
    expect((await kims.get('/me')).status).toBe(401);
    expect(await world.accounts.secondStep.isOn(kim.id)).toBe(false);
    expect(await world.accounts.passkeys.list(kim.id)).toEqual([]);
  },

  async 'takes access away, and puts it back'() {
    await opensAccounts();
    await keys.use(text['take-away']);
    await keys.reads(filled(text['took-away'], { name: 'Kim' }));
    await keys.at('Kim');
    expect(await world.accounts.find('kim@example.org')).toMatchObject({ barred: true });
    await keys.use(text['put-back']);
    await keys.reads(filled(text['is-back'], { name: 'Kim' }));
    await keys.at('Kim');
    expect((await world.accounts.find('kim@example.org'))?.barred).toBeFalsy();
  },

  async 'looks through what was done'() {
    for (let n = 0; n <= AUDIT_PAGE; n++)
      await world.audit.write({ act: 'claim', worker: kim, conversation: `c-${n}` });
    const lines = () => keys.page.locator('.audit li').count();
    await opens('Ada', 'admin');
    await keys.use(words.top.audit);
    await keys.reads('c-9');
    await keys.use(words.audit.older);
    await keys.reads('c-0');
    await keys.at(words.audit.title);
    await keys.use(words.audit.newer);
    await keys.reads('c-9');
    await keys.at(words.audit.title);
    await keys.to(words.audit.by);
    await keys.type('Kim');
    await until(AUDIT_PAGE, lines);
    await keys.to(words.audit.act);
    await keys.type(words.acts.read.slice(0, 7));
    await keys.reads(words.audit.none);
    await keys.at(words.audit.act);
    await keys.sound();
    await keys.use(words.audit.close);
    await keys.at(words.top.audit);
  },

  async 'takes the tables away'() {
    await world.ends.ended({ channel: 'web', waited: null, outcome: 'connected', promised: true });
    await opens('Ada', 'admin');
    await keys.to(words.top.ended);
    expect(await taken()).toContain(words.end.connected);
    await keys.at(words.top.ended);
    await keys.use(words.top.audit);
    await keys.to(words.audit.export);
    expect(await taken()).toContain(words.acts.export);
    await keys.at(words.audit.export);
  },
};

let browser: Browser;
let world: World;
let sam: Worker;
let kim: Worker;
let keys: Keys;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  world = await openWorld([], Date.now(), fakeRecords(), null);
  [sam, kim] = [await world.addWorker('Sam'), await world.addWorker('Kim')];
});
afterEach(async () => {
  expect(keys.troubles).toEqual([]);
  await keys.close();
  await world.close();
});

async function opens(name: string, role: Worker['role'] = 'worker'): Promise<void> {
  keys = await openAs(browser, world, name, role);
}

async function opensAccount(): Promise<void> {
  await keys.use(words.account.open);
  await keys.at(words.account.everywhere);
  await keys.reads(new RegExp(`^(${step.on.slice(0, 3)}|${step.off.slice(0, 4)})`));
}

async function opensAccounts(): Promise<void> {
  await opens('Ada', 'admin');
  await keys.use(words.top.accounts);
  await keys.reads('kim@example.org');
}

/** Past the one of Ada herself, who comes first. */
async function toKims(name: string): Promise<void> {
  for (const _ of ['Ada', 'Kim']) await keys.to(name);
}

async function signsOut(): Promise<void> {
  await keys.use(words.top['sign-out']);
  await keys.page.waitForURL(`${world.origin}/desk/sign-in`);
}

/** The file that comes when Enter is pressed here. */
async function taken(): Promise<string> {
  const [download] = await Promise.all([keys.page.waitForEvent('download'), keys.press('Enter')]);
  return readFileSync(await download.path(), 'utf8');
}

/** Turns it on for them. Gives the secret that their phone has. */
async function secondStepOf(worker: Worker): Promise<string> {
  const { secret } = await world.accounts.secondStep.begin(worker);
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.clock.now });
  await world.accounts.secondStep.confirm(worker, code);
  return secret;
}

/** A phone that makes passkeys, and knows its owner's finger. */
async function withDevice(): Promise<void> {
  const device = await keys.page.context().newCDPSession(keys.page);
  await device.send('WebAuthn.enable');
  const known = { hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, ...known },
  });
}

it.each(Object.entries(TASKS))('%s', async (task, done) => {
  await done();
  expect([...keys.posted]).toEqual(expect.arrayContaining(WITH_ACCOUNTS[task as keyof typeof WITH_ACCOUNTS]));
});
