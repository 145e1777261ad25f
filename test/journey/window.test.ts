import type { Page } from 'playwright-core';
import { type DeskWorld, openDeskWorld, picture } from './desk-world';
import { type Phone, type Phones, startPhones } from './phones';

jest.setTimeout(180_000);

const DAYS = 24 * 60 * 60_000;
let phones: Phones;
let world: DeskWorld;
let person: Phone;

/** How far the clock of the server, and of everybody who writes to it, is behind ours. */
let behind = 2 * DAYS;

beforeAll(async () => {
  phones = await startPhones(() => Date.now() - behind);
  world = await openDeskWorld(phones.env, 'test/journey/two-days-ago.ts');
  phones.belongTo(world.server.url);
  person = phones.phone('whatsapp', '+447700900102');
});
afterAll(async () => {
  await world?.close();
  await phones?.close();
});

const told = (sam: Page) => sam.locator('#reply-reach');

test('the window of WhatsApp has closed: the person is asked by template, answers, and reads the reply', async () => {
  for (const text of ['I am behind with the rent', 'person', 'Yes, ask a worker', 'skip', 'skip'])
    await person.writes(text);
  await person.writes('skip', /waiting/);

  // Two days later they are picked up.
  behind = 0;
  phones.whatsapp.faults.windowClosed = true;
  process.kill(world.server.pid, 'SIGUSR2');
  const sam = await world.worker('Sam');
  await sam.locator('.row', { hasText: 'Waiting 2 days' }).click();
  await sam.getByRole('button', { name: 'Talk with this person' }).click();
  await told(sam)
    .getByText(/They last wrote over 24 hours ago/)
    .waitFor();
  await picture(sam, 'window-closed');

  await sam.getByLabel('Your reply').fill('I rang the housing team for you.');
  await sam.keyboard.press('Enter');
  await sam.getByRole('log').getByText('I rang the housing team for you.').waitFor();
  const knock = await person.hears(/You have a reply/);
  expect(knock.kind).toBe('template');
  await told(sam)
    .getByText(/waiting for them/)
    .waitFor();
  await picture(sam, 'window-reply-waits');
  expect(person.reached().filter(({ text, state }) => /I rang/.test(text) && state !== 'failed')).toEqual([]);

  const before = person.reached().length;
  const [choice] = knock.choices;
  await person.taps(knock, choice?.label ?? '');
  await person.hears(/I rang the housing team for you/, before);
  await told(sam)
    .getByText(/WhatsApp takes your reply until/)
    .waitFor();
  await sam
    .getByRole('log')
    .locator('li', { hasText: 'I rang the housing team for you.' })
    .getByText(/on their phone/)
    .waitFor();
  await picture(sam, 'window-open-again');
  // Asked once, and told once.
  expect(person.reached().filter(({ kind }) => kind === 'template')).toHaveLength(1);
  expect(
    person
      .reached()
      .slice(before)
      .filter(({ text }) => /I rang/.test(text)),
  ).toHaveLength(1);
  await sam.close();
  expect(world.troubles).toEqual([]);
});
