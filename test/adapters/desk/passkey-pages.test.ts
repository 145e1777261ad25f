import { Secret, TOTP } from 'otpauth';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { JUST_SIGNED_IN } from '../../../handoff/sessions';
import { axe } from '../../axe';
import { openBrowser } from '../../browser';
import { picture } from '../../journey/desk-world';
import { fakeRecords } from './fakes';
import { openDeskPage, until } from './on-page';
import { json, openWorld, PASSWORD, type World, words } from './world';

jest.setTimeout(120_000);

const text = words.passkeys;
const MINUTE = 60_000;

let browser: Browser;
let world: World;
let page: Page;
let troubles: string[];
let device: CDPSession;
let authenticatorId: string;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  world = await openWorld([], Date.now(), fakeRecords(), null);
  ({ page, troubles } = await openDeskPage(browser, world));
  await withDevice(page);
});
afterEach(async () => {
  await page.context().close();
  await world.close();
});

/** A phone or laptop of their own, in this browser: it makes passkeys, and knows its owner's finger. */
async function withDevice(at: Page, transport: 'internal' | 'usb' = 'internal'): Promise<void> {
  device = await at.context().newCDPSession(at);
  await device.send('WebAuthn.enable');
  const options = { protocol: 'ctap2' as const, transport, hasResidentKey: true, hasUserVerification: true };
  const made = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  });
  ({ authenticatorId } = made);
}
const credentials = async () => (await device.send('WebAuthn.getCredentials', { authenticatorId })).credentials;

async function openAccount(): Promise<void> {
  await page.getByRole('button', { name: words.account.open }).press('Enter');
  await page.getByText(text.none).waitFor();
}
async function start(name: string): Promise<void> {
  await page.getByLabel(text.name).fill(name);
  await page.keyboard.press('Enter');
}
/** With the password, which is asked for in place. */
async function add(name: string): Promise<void> {
  await start(name);
  await until('passkey-password', () => page.evaluate('document.activeElement.id'));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
}
const said = (line: string, name = '') => page.getByText(line.replace('{name}', name), { exact: true }).waitFor();
const list = () => page.locator('.passkeys strong').allTextContents();

async function signOut(): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: words.top['sign-out'] }).press('Enter');
  await page.waitForURL(`${world.origin}/desk/sign-in`);
}
const signIn = () => page.getByRole('button', { name: words['sign-in'].passkey }).press('Enter');
/** The browser itself tells of each refusal. */
const unexpected = () => troubles.filter((trouble) => !/status of 4\d\d/.test(trouble));

it('adds a passkey, signs in with it and nothing else, and removes it, with the keyboard alone', async () => {
  await openAccount();
  await add('My phone');
  await said(text.kept, 'My phone');
  expect(await list()).toEqual(['My phone']);
  expect(await axe(page)).toEqual([]);
  await picture(page, 'passkeys-account');
  expect(await credentials()).toMatchObject([{ isResidentCredential: true, rpId: 'localhost' }]);

  await signOut();
  await picture(page, 'passkeys-sign-in');
  expect(await axe(page)).toEqual([]);
  await signIn();
  await page.waitForURL(`${world.origin}/desk`);
  await page.getByText('Signed in as Sam').waitFor();
  expect((await world.audited()).at(-1)).toMatchObject({ act: 'sign-in-with-passkey', worker: { name: 'Sam' } });

  await page.getByRole('button', { name: words.account.open }).press('Enter');
  await page.getByRole('button', { name: 'Remove My phone' }).press('Enter');
  await said(text.removed, 'My phone');
  await until(text.title, () => page.evaluate('document.activeElement.textContent'));
  await said(text.none);
  await signOut();
  await signIn();
  await said(words.errors.passkey);
  expect(await axe(page)).toEqual([]);
  expect(unexpected()).toEqual([]);
});

it('is asked for no code with it, and takes one before it makes one', async () => {
  const sam = await world.signIn('Sam');
  const { secret } = await json<{ secret: string }>(await sam.post('/second-step/start', { password: PASSWORD }));
  const app = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.clock.now });
  await sam.post('/second-step/confirm', { code: app() });
  world.clock.now += MINUTE;
  await openAccount();
  await add('Laptop');
  await said(words.errors['code-needed']);
  await until('passkey-code', () => page.evaluate('document.activeElement.id'));
  expect(await axe(page)).toEqual([]);
  expect(await credentials()).toEqual([]);
  await page.keyboard.type('000000');
  await page.keyboard.press('Enter');
  await said(words.errors.code);
  await page.keyboard.type(app());
  await page.keyboard.press('Enter');
  await said(text.kept, 'Laptop');
  expect(await page.getByLabel(text.code).isVisible()).toBe(false);
  await signOut();
  await signIn();
  await page.getByText('Signed in as Sam').waitFor();
  expect(unexpected()).toEqual([]);
});

it('asks for the password before it makes one, and does not keep it', async () => {
  await openAccount();
  const box = page.getByLabel(text.password);
  expect(await box.isVisible()).toBe(false);
  await start('Laptop');
  await said(words.errors['password-needed']);
  await until('passkey-password', () => page.evaluate('document.activeElement.id'));
  expect(await axe(page)).toEqual([]);
  await picture(page, 'passkeys-password');
  await page.keyboard.type('a guess at random');
  await page.keyboard.press('Enter');
  await said(words.errors.password);
  expect(await box.inputValue()).toBe('');
  expect(await credentials()).toEqual([]);
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await said(text.kept, 'Laptop');
  expect(await box.isVisible()).toBe(false);
  expect(await box.inputValue()).toBe('');
  expect(unexpected()).toEqual([]);
});

it('asks whoever has no password to sign in again when that is a while ago', async () => {
  const kim = await world.accounts.add({ name: 'Kim', email: 'kim@example.org', role: 'worker' });
  await page.goto(`${world.origin}/desk/sign-in#${await world.accounts.issueTicket(kim.id)}`);
  await page.getByText('Signed in as Kim').waitFor();
  await openAccount();
  await start('Phone');
  await said(text.kept, 'Phone');
  world.clock.now += JUST_SIGNED_IN;
  await start('Laptop');
  await said(words.errors['sign-in-again']);
  expect(await page.getByLabel(text.password).isVisible()).toBe(false);
  expect(await list()).toEqual(['Phone']);
  expect(unexpected()).toEqual([]);
});

it('signs in whoever’s it is, of two who share a computer', async () => {
  await openAccount();
  await add('Sam’s finger');
  await said(text.kept, 'Sam’s finger');
  const [sams] = await credentials();
  await device.send('WebAuthn.removeCredential', { authenticatorId, credentialId: sams?.credentialId ?? '' });
  await signOut();
  const kim = await world.addWorker('Kim');
  await page.goto(`${world.origin}/desk/sign-in#${await world.accounts.issueTicket(kim.id)}`);
  await page.getByText('Signed in as Kim').waitFor();
  await openAccount();
  await add('Kim’s finger');
  await said(text.kept, 'Kim’s finger');
  expect(await list()).toEqual(['Kim’s finger']);
  await signOut();
  await signIn();
  await page.getByText('Signed in as Kim').waitFor();
  expect(unexpected()).toEqual([]);
});

it('says that a device has one already, and makes no second', async () => {
  await openAccount();
  await add('Phone');
  await said(text.kept, 'Phone');
  await add('Phone again');
  await said(text.known);
  expect(await credentials()).toHaveLength(1);
  expect(await page.getByLabel(text.name).inputValue()).toBe('Phone again');
});

it('signs nobody in whose finger the device does not know', async () => {
  await openAccount();
  await add('Phone');
  await said(text.kept, 'Phone');
  await signOut();
  await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await signIn();
  await said(text.stopped);
  expect((await page.context().cookies()).map(({ value }) => value).filter(Boolean)).toEqual([]);
});

it('leaves the password where a browser has no passkeys', async () => {
  const other = await browser.newPage();
  await other.addInitScript('delete window.PublicKeyCredential');
  await other.goto(`${world.origin}/desk/sign-in`);
  await other.getByLabel(words['sign-in'].password).waitFor();
  expect(await other.getByRole('button').allTextContents()).toEqual([words['sign-in'].button]);
  await other.close();
});

it.each(['light', 'dark'] as const)('fits a screen of 320 pixels: %s', async (colorScheme) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ colorScheme });
  await openAccount();
  await add('A name that is as long as it may be, and so breaks into lines');
  await said(text.kept, 'A name that is as long as it may be, and so breaks into line');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  expect(await axe(page)).toEqual([]);
  await picture(page, `passkeys-320-${colorScheme}`);
});

it('is seen by an admin, who can remove it for somebody who lost the device', async () => {
  await openAccount();
  await add('Phone');
  await said(text.kept, 'Phone');
  const ada = await world.addWorker('Ada', 'admin');
  const other = await (await browser.newContext()).newPage();
  await other.goto(`${world.origin}/desk/sign-in#${await world.accounts.issueTicket(ada.id)}`);
  await other.getByRole('button', { name: words.top.accounts }).press('Enter');
  const sam = other.locator('.accounts li', { hasText: 'Sam' });
  await sam.getByText(words.accounts.passkey).waitFor();
  await sam.getByRole('button', { name: words.accounts['passkeys-off'] }).press('Enter');
  await other.getByText('Sam has no passkey now.').waitFor();
  await other.context().close();
  await signOut();
  await signIn();
  await said(words.errors.passkey);
});
