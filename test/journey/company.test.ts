import type { Page } from 'playwright-core';
import { axe } from '../axe';
import { type DeskWorld, openDeskWorld, picture, reads } from './desk-world';

jest.setTimeout(180_000);

let world: DeskWorld;
let sam: Page;
let priya: Page;

beforeAll(async () => {
  world = await openDeskWorld();
  sam = await world.worker('Sam');
  priya = await world.worker('Priya', '--team', 'money-and-home');
});
afterAll(() => world.close());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
async function pressed(page: Page, name: string | RegExp): Promise<void> {
  await button(page, name).focus();
  await page.keyboard.press('Enter');
}
async function replies(page: Page, words: string): Promise<void> {
  await page.getByLabel('Your reply').fill(words);
  await page.keyboard.press('Enter');
  await page.getByRole('log').getByText(words).waitFor();
}

test('Sam asks Priya to carry on, all three say hello, and Sam leaves: nobody starts again', async () => {
  const person = await world.person('my bills are piling up and I am so tired');
  await pressed(sam, 'Next person');
  await replies(sam, 'Hello, I have read what you wrote.');

  await pressed(sam, 'Ask someone to join…');
  const dialog = sam.getByRole('dialog', { name: 'Who should join?' });
  await dialog.waitFor();
  expect(await axe(sam)).toEqual([]);
  await dialog.getByLabel('Whom do you ask?').selectOption({ label: 'Priya' });
  await dialog.getByLabel(/To carry on with them/).focus();
  await sam.keyboard.press('Space');
  await picture(sam, 'ask-someone');
  await sam.keyboard.press('Enter');
  await sam.getByText('You asked Priya to join.').waitFor();

  await priya.getByText('Sam asks for you').click();
  await priya.getByText('my bills are piling up and I am so tired').first().waitFor();
  await priya.getByText('Sam asks you to carry on with them.').waitFor();
  expect(await axe(priya)).toEqual([]);
  await picture(priya, 'asked-for-you');
  await pressed(priya, 'Join them');
  await reads(person, /Priya is here now.*Sam asked Priya to carry on/);
  await replies(priya, 'Hello from Priya.');
  await replies(sam, 'Priya is very good with bills. Goodbye!');
  await reads(person, 'Hello from Priya.');
  await reads(person, 'Priya is very good with bills.');
  await picture(person, 'three-way-hello');

  await pressed(sam, 'Leave them to Priya');
  await reads(person, /Sam has left this chat. Priya is still here/);
  await person.getByRole('textbox', { name: 'Your message' }).fill('thank you both');
  await button(person, 'Send').click();
  await priya.getByRole('log').getByText('thank you both').waitFor();
  await sam.getByText('You are not talking with anyone yet.').waitFor();
  expect(await axe(sam)).toEqual([]);
  await picture(priya, 'taken-over');

  await pressed(priya, 'Finish…');
  await priya.getByRole('dialog').getByLabel('They are in touch with someone who can help').check();
  await priya.keyboard.press('Enter');
  await reads(person, /Priya has ended this chat|chat with Priya is over/);
  await person.close();
});

test('a second person is asked for as a team, comes, and goes again', async () => {
  const person = await world.person('the landlord wants me out by friday');
  await pressed(sam, 'Next person');
  await replies(sam, 'Hello, Sam here.');
  await pressed(sam, 'Ask someone to join…');
  await sam.getByLabel('Whom do you ask?').selectOption({ label: 'Money and Home Team' });
  await pressed(sam, 'Ask');
  await priya.getByText('Sam asks for you').click();
  await priya.getByText('Sam asks you to be there as well.').waitFor();
  await pressed(priya, 'Join them');
  await reads(person, /Priya is here too/);
  await replies(priya, 'I know about tenancies.');
  await picture(sam, 'second-person');
  await pressed(priya, 'Leave them to Sam');
  await reads(person, /Priya has left this chat. Sam is still here/);
  await replies(sam, 'Still with you.');
  await reads(person, 'Still with you.');
  await pressed(sam, 'Finish…');
  await sam.getByRole('dialog').getByLabel('They chose not to go on').check();
  await sam.keyboard.press('Enter');
  await sam.getByText('You are not talking with anyone yet.').waitFor();
  await person.close();
  expect(world.troubles).toEqual([]);
});
