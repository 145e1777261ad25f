import type { Page } from 'playwright-core';
import { type DeskWorld, openDeskWorld, picture, reads, says } from './desk-world';
import { type Phones, startPhones } from './phones';

jest.setTimeout(180_000);

let phones: Phones;
let world: DeskWorld;
let sam: Page;

beforeAll(async () => {
  phones = await startPhones();
  world = await openDeskWorld(phones.env);
  phones.belongTo(world.server.url);
  sam = await world.worker('Sam');
});
afterAll(async () => {
  await world?.close();
  await phones?.close();
});

const button = (name: string) => sam.getByRole('button', { name });
const nobodyLeft = () => sam.getByText('You are not talking with anyone yet.').waitFor();

/** With the keyboard alone, as everything here. */
async function pressed(name: string): Promise<void> {
  await button(name).focus();
  await sam.keyboard.press('Enter');
}
async function claimed(): Promise<void> {
  await pressed('Next person');
  await sam.getByLabel('Your reply').waitFor();
}

test.each([
  'They are in touch with someone who can help',
  'They chose not to go on',
  'They found help somewhere else',
  'We could not reach them',
])('ended: %s', async (outcome) => {
  const person = await world.person('my bills are piling up');
  await claimed();
  await reads(person, /Sam is here/);
  await pressed('Finish…');
  await sam.getByRole('dialog').getByLabel(outcome).focus();
  await sam.keyboard.press('Space');
  await picture(sam, `finish-${outcome.split(' ').at(-1)}`);
  await sam.keyboard.press('Enter');
  // The same words each time: how it ended is the team's to know.
  await reads(person, /Sam has ended this chat|The chat with Sam is over/);
  await nobodyLeft();
  expect(await person.getByRole('log').textContent()).not.toContain(outcome);

  // There is a way on: Natter answers again, and a person can be asked for.
  await says(person, 'person');
  await reads(person, 'Shall I pass this on and ask a worker to join?');
  await picture(person, `finished-${outcome.split(' ').at(-1)}`);
  await person.close();
});

test('handed back: Natter says so, and goes on with them', async () => {
  const person = await world.person('my bills are piling up');
  await claimed();
  await reads(person, /Sam is here/);
  await pressed('Finish…');
  await pressed('Hand back to Natter');
  await reads(person, /Sam has (gone|left)/);
  await nobodyLeft();
  await says(person, 'Money worries');
  await reads(person, /Money worries can come to anyone/);
  await picture(person, 'handed-back');
  await person.close();
});

test('somebody who has said STOP is sent nothing, and the worker is told why', async () => {
  const phone = phones.phone('whatsapp', '+447700900103');
  for (const text of ['I am behind with the rent', 'person', 'Yes, ask a worker', 'skip', 'skip'])
    await phone.writes(text);
  await phone.writes('skip', /waiting/);
  await claimed();
  await phone.hears(/Sam is here/);
  await phone.writes('STOP', /START/);
  const before = phone.reached().length;
  await sam.getByLabel('Your reply').fill('Are you still there?');
  await sam.keyboard.press('Enter');
  await sam.getByText('They have asked for no more messages, so nothing can be sent to them.').waitFor();
  expect(await sam.getByLabel('Your reply').inputValue()).toBe('Are you still there?');
  await picture(sam, 'said-stop');
  await pressed('Finish…');
  await sam.getByRole('dialog').getByLabel('They chose not to go on').focus();
  await sam.keyboard.press('Space');
  await sam.keyboard.press('Enter');
  await nobodyLeft();
  expect(phone.reached()).toHaveLength(before);
});
