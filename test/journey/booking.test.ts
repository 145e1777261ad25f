import { type DeskWorld, openDeskWorld, picture, reads, says } from './desk-world';

jest.setTimeout(120_000);

let world: DeskWorld;
beforeAll(async () => {
  world = await openDeskWorld({}, 'test/journey/tuesday-night.ts');
});
afterAll(() => world.close());

test('out of hours somebody says when it is safe to reach them; at that time they are at the front', async () => {
  const person = await world.person('my bills are piling up');
  await reads(person, /back (tomorrow|Wednesday)/);
  await says(person, 'call me back');
  await reads(person, /When and how is it safe to reach you/);
  await says(person, 'tues after school, text only');
  await reads(person, /Tuesday 23 June, from 3:30pm/);
  await picture(person, 'booked-by-the-person');

  const sam = await world.worker('Sam');
  await sam.getByText('Reach them').first().waitFor();
  await sam.locator('.row').first().click();
  await sam.getByText('tues after school, text only').first().waitFor();
  // As the person was told it, whatever time zone this computer is in.
  await sam.getByText('Tuesday 23 June, from 15:30').first().waitFor();
  await sam.getByText('Nobody is waiting').first().waitFor();
  await picture(sam, 'booked-at-the-desk');

  // Somebody else asks a week later, a moment before school is out.
  process.kill(world.server.pid, 'SIGUSR2');
  const other = await world.person('the landlord wants me out');
  const priya = await world.worker('Priya');
  await priya.getByRole('button', { name: 'Next person' }).click();
  await priya.getByText('my bills are piling up').first().waitFor();
  await priya.getByText('tues after school, text only').first().waitFor();
  await priya.getByText('You are talking with them').waitFor();
  await picture(priya, 'booked-time-has-come');
  await other.close();
  await person.close();
});
