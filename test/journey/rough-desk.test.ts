import type { Page } from 'playwright-core';
import { type DeskWorld, openDeskWorld, picture, reads } from './desk-world';

jest.setTimeout(180_000);

/** Two at once, too much at once, signed out in mid-sentence, and a name that is a script: on the real server. */
const SCRIPT = `<script>document.title='owned'</script>`;
const PASSWORD = 'four random words here';

let world: DeskWorld;
let sam: Page;
let kim: Page;

beforeAll(async () => {
  world = await openDeskWorld();
  sam = await world.worker('Sam', '--password', PASSWORD);
  kim = await world.worker(SCRIPT);
});
afterAll(() => world?.close());

const box = (page: Page) => page.getByLabel('Your reply');
async function finished(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Finish…' }).press('Enter');
  await page.getByLabel('They chose not to go on').check();
  await page.keyboard.press('Enter');
  await page.getByText('You are not talking with anyone yet.').waitFor();
}

test('two workers press at once: one of them talks with the person, and the other is told', async () => {
  const person = await world.person('my bills are piling up');
  const pages = [sam, kim];
  for (const page of pages) await page.locator('.row').click();
  const claims = pages.map((page) => page.getByRole('button', { name: 'Talk with this person' }));
  await Promise.all(claims.map((claim) => claim.waitFor()));
  await Promise.all(claims.map((claim) => claim.press('Enter')));
  await reads(person, /(Sam|script>) is here now/);
  const won = await Promise.race(
    pages.map((page) =>
      box(page)
        .waitFor()
        .then(() => page),
    ),
  );
  const lost = won === sam ? kim : sam;
  await lost.getByText(/What they say is between them and/).waitFor();
  expect(await box(lost).isVisible()).toBe(false);
  await picture(lost, 'somebody-was-quicker');
  expect(await person.getByText(/(Sam|script>) is here now/).count()).toBe(1);
  await finished(won);
  await person.close();
});

test('a name that is a script is a name, for the worker and for the person', async () => {
  const person = await world.person('my bills are piling up');
  await kim.getByText(`Signed in as ${SCRIPT}`).waitFor();
  await kim.getByRole('button', { name: 'Next person' }).press('Enter');
  await reads(person, `${SCRIPT} is here now`);
  await sam.locator('.row', { hasText: `With ${SCRIPT}` }).waitFor();
  await picture(person, 'script-as-a-name');
  for (const page of [person, kim, sam]) expect(await page.title()).not.toContain('owned');
  await finished(kim);
  await person.close();
});

test('too much at once is not sent and not lost; signed out in mid-sentence, it is there after signing in', async () => {
  const person = await world.person('my bills are piling up');
  await sam.getByRole('button', { name: 'Next person' }).press('Enter');
  await box(sam).fill(`Hello. ${'word '.repeat(4_000)}`.slice(0, 20_000));
  await sam.getByText('16000 letters too many.').waitFor();
  await box(sam).press('Enter');
  await picture(sam, 'too-much');
  expect((await box(sam).inputValue()).length).toBe(20_000);

  await box(sam).fill('I have half a thought');
  const { request } = sam.context();
  const gone = await request.post(`${world.server.url}/desk/api/sign-out/everywhere`, { data: {} });
  expect(gone.status()).toBe(200);
  await sam.getByText('You are signed out').waitFor();
  expect(await sam.textContent('body')).not.toContain('my bills are piling up');
  await picture(sam, 'signed-out');
  const email = 'sam@example.org';
  const back = await request.post(`${world.server.url}/desk/api/sign-in`, { data: { email, password: PASSWORD } });
  expect(back.status()).toBe(200);
  await sam.evaluate('window.dispatchEvent(new Event("focus"))');
  await sam.locator('.row').first().click();
  await box(sam).waitFor();
  expect(await box(sam).inputValue()).toBe('I have half a thought');
  await box(sam).press('Enter');
  await reads(person, 'I have half a thought');
  expect(await person.getByRole('log').textContent()).not.toContain('word word');
  await finished(sam);
  await person.close();
});
