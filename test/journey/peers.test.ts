import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { type DeskWorld, openDeskWorld, picture, reads, says } from './desk-world';
import { heldBy, listenIn, type Received } from './received';

jest.setTimeout(180_000);

/*
 * A peer at a real desk, in a real browser: what somebody told Natter reaches the peer's page where they said yes, and
 * else in no reply, frame or corner of it.
 */
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TOLD = 'my bills at Wolverley are piling up';
const NOT_AGREED = 'They have not agreed that you read what they told Natter. You can ask them.';

let world: DeskWorld;
let ali: Page;
let received: Received;

beforeAll(async () => {
  world = await openDeskWorld();
  ali = await world.worker('Ali', '--role', 'peer');
  received = await listenIn(ali);
  await ali.getByRole('button', { name: 'Next person' }).waitFor();
});
afterAll(() => world?.close());

async function axe(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const found = await page.evaluate<AxeResults>(`axe.run({ runOnly: ${JSON.stringify(rules)} })`);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** Somebody who would rather talk with a peer, and presses this when asked whether the peer may read it too. */
async function asksForPeer(answer: string): Promise<Page> {
  const person = await world.visitor();
  for (const said of [TOLD, 'person', 'Yes, ask a worker', 'skip', 'skip', "someone who's been through it"])
    await says(person, said);
  await reads(person, 'May they read what you told me too?');
  await picture(person, `peer-asked-${answer.slice(0, 2).toLowerCase()}`);
  await person.getByRole('button', { name: answer }).click();
  await reads(person, /waiting|left this for the team|is here/);
  return person;
}

async function finished(): Promise<void> {
  await ali.getByRole('button', { name: 'Finish…' }).click();
  await ali.getByLabel('They chose not to go on').check();
  await ali.keyboard.press('Enter');
  await ali.getByText('You are not talking with anyone yet.').waitFor();
}

test('"No, only workers": the page says so kindly, and holds none of it', async () => {
  const person = await asksForPeer('No, only workers');
  await says(person, 'the landlord of Threlkeld rang');
  await ali.locator('.row').first().click();
  await ali.getByText(NOT_AGREED).waitFor();
  await ali.getByText('You see what is said from when you join them.').waitFor();
  expect(await axe(ali)).toEqual([]);
  await picture(ali, 'peer-may-not-read');

  await ali.getByRole('button', { name: 'Talk with this person' }).click();
  await reads(person, /Ali has not read what you told me/);
  await person.getByRole('textbox', { name: 'Your message' }).fill('hello Ali, where do I begin');
  await person.getByRole('button', { name: 'Send' }).click();
  await ali.getByRole('log').getByText('hello Ali, where do I begin').waitFor();
  await picture(ali, 'peer-talks');
  for (const words of ['Wolverley', 'Threlkeld']) {
    expect(await received.holding(words)).toEqual([]);
    expect(await heldBy(ali)).not.toContain(words);
  }
  // The search finds what did come.
  expect((await received.holding('where do I begin')).length).toBeGreaterThan(0);

  await ali.getByRole('button', { name: 'Ask if I may read it' }).click();
  await reads(person, /Ali asks if they may read what you said here before/);
  await picture(person, 'peer-asks');
  await person.getByRole('button', { name: 'Yes, you can' }).click();
  await ali.locator('.shared').getByText(TOLD).waitFor();
  await ali.getByRole('log').getByText('the landlord of Threlkeld rang').waitFor();
  expect(await ali.getByRole('button', { name: 'Ask if I may read it' }).count()).toBe(0);
  expect(await axe(ali)).toEqual([]);
  await picture(ali, 'peer-was-let');
  await finished();
  await person.close();
});

test('"Yes, they can": it stands there, as for a worker', async () => {
  const person = await asksForPeer('Yes, they can');
  await ali.locator('.row').first().click();
  await ali.locator('.shared').getByText(TOLD).waitFor();
  expect(await ali.getByText(NOT_AGREED).count()).toBe(0);
  await picture(ali, 'peer-may-read');
  await ali.getByRole('button', { name: 'Talk with this person' }).click();
  await reads(person, /Ali is here now, and Ali is a person. They have what you agreed to share/);
  expect((await received.holding('Wolverley')).length).toBeGreaterThan(0);
  await finished();
  await person.close();
  expect(world.troubles).toEqual([]);
});
