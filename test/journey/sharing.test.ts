import type { Page } from 'playwright-core';
import type { Waiting } from '../../handoff/types';
import { type DeskWorld, openDeskWorld, picture, reads, says } from './desk-world';
import { type Phones, startPhones } from './phones';
import { heldBy, listenIn, type Received } from './received';

jest.setTimeout(180_000);

/*
 * What somebody leaves out before they say yes is nowhere that a worker can reach. Each line has a name in it that is
 * nowhere else, and the search is proven by the names of the lines that were passed on.
 */
const TOLD = [
  'The Threlkeld bank wrote to me about the bills',
  'Marmaduke is at home all day',
  'My sister Penhaligon knows',
  'The Ottershaw club is good to me',
];
/** The lines left out, and the old words of the one that was changed. */
const LEFT_OUT = ['Marmaduke', 'Penhaligon', 'Ottershaw'];
const PASSED_ON = ['Threlkeld', 'Brackenbury', 'Kettlewell', 'the school'];

let phones: Phones;
let world: DeskWorld;
let sam: Page;
let received: Received;

beforeAll(async () => {
  phones = await startPhones();
  world = await openDeskWorld({ ...phones.env, LOG_LEVEL: 'debug' });
  phones.belongTo(world.server.url);
  sam = await world.worker('Sam');
  received = await listenIn(sam);
  await sam.getByRole('button', { name: 'Next person' }).waitFor();
});
afterAll(async () => {
  await world?.close();
  await phones?.close();
});

/** The lines that the worker sees, as they see them. */
const shared = () => sam.locator('.shared').locator('blockquote, .picked').allTextContents();

async function claimed(): Promise<void> {
  await sam.getByRole('button', { name: 'Next person' }).click();
  await sam.getByLabel('Your reply').waitFor();
}

async function finished(): Promise<void> {
  await sam.getByRole('button', { name: 'Finish…' }).click();
  await sam.getByLabel('They chose not to go on').check();
  await sam.keyboard.press('Enter');
  await sam.getByText('You are not talking with anyone yet.').waitFor();
}

test('on the web: two lines left out, one changed, one added, and the worker gets exactly that', async () => {
  const person = await world.visitor();
  for (const line of TOLD) await says(person, line);
  await says(person, 'person');
  await reads(person, /2\. .Marmaduke/);
  await picture(person, 'sharing-before');
  await says(person, 'leave out 2 and 3');
  await says(person, 'change 4 to The Brackenbury club is good to me');
  await says(person, 'add: I work nights at Kettlewell');
  await picture(person, 'sharing-after');
  for (const said of ['Yes, ask a worker', 'the school', 'Jo', 'skip']) await says(person, said);
  await sam.locator('.row').first().waitFor();

  await claimed();
  await reads(person, /Sam is here/);
  expect(await shared()).toEqual([
    TOLD[0],
    'The Brackenbury club is good to me',
    'I work nights at Kettlewell',
    'the school',
    'Jo',
  ]);
  await picture(sam, 'sharing-at-the-desk');
});

test('what was left out reached no page, reply, frame, log or audit', async () => {
  const lead = await world.worker('Lee', '--role', 'lead');
  const admin = await world.worker('Ada', '--role', 'admin');
  const everything = new Map<string, string>();
  for (const [who, page] of Object.entries({ sam, lead, admin }))
    for (const [path, reply] of await readable(page)) everything.set(`${who}: ${path}`, reply);
  everything.set('the page', await heldBy(sam));
  everything.set('the log', world.server.output());

  const where = async (words: string) => [
    ...[...everything].filter(([, what]) => what.toLowerCase().includes(words.toLowerCase())).map(([from]) => from),
    ...(await received.holding(words)),
  ];
  for (const words of LEFT_OUT) expect([words, await where(words)]).toEqual([words, []]);

  const [id = ''] = await waitingAt(sam);
  for (const words of PASSED_ON)
    expect(await where(words)).toEqual(
      expect.arrayContaining([
        ...['the page', `sam: /conversations/${id}`, `lead: /conversations/${id}`, `admin: /conversations/${id}`],
        `${world.server.url}/desk/api/conversations/${id}`,
      ]),
    );
  // The search looks where it says: each of these holds what it must, and none of them the words of anybody.
  expect(await where(id)).toEqual(
    expect.arrayContaining(['the event stream', 'the log', 'admin: /audit', 'admin: /audit.csv']),
  );
  for (const words of PASSED_ON) {
    const found = await where(words);
    for (const nowhere of ['the event stream', 'the log', 'admin: /audit', 'admin: /audit.csv'])
      expect(found).not.toContain(nowhere);
  }
  expect(received.frames()).toBeGreaterThan(0);
  await finished();

  // Afterwards there are numbers of it, and still no word.
  const numbers = await lead.context().request.get(`${world.server.url}/desk/api/ended.csv`);
  const table = await numbers.text();
  expect(table.trim().split('\r\n')).toHaveLength(2);
  expect(table).toContain('They chose not to go on');
  for (const words of [...LEFT_OUT, ...PASSED_ON, id]) expect(table).not.toContain(words);
  await lead.close();
  await admin.close();
});

test('by text message: "leave out 2" does the same', async () => {
  const phone = phones.phone('sms', '+447700900101');
  for (const line of ['My rent at Wolverley is late', 'Aldersgate must not hear of it', 'Hettie at number nine helps'])
    await phone.writes(line);
  await phone.writes('person', /2\. "?Aldersgate/);
  await phone.writes('leave out 2', /left out/i);
  await phone.writes('Yes, ask a worker', /who must not know/i);
  await phone.writes('skip', /call you/i);
  await phone.writes('skip', /rather talk/i);
  await phone.writes('skip', /waiting/);
  await claimed();
  await phone.hears(/Sam is here/);
  expect(await shared()).toEqual(['My rent at Wolverley is late', 'Hettie at number nine helps']);
  await picture(sam, 'sharing-by-text');
  expect(await received.holding('Aldersgate')).toEqual([]);
  expect(await heldBy(sam)).not.toContain('Aldersgate');
  expect((await received.holding('Wolverley')).length).toBeGreaterThan(0);
  await finished();
  expect(world.troubles).toEqual([]);
});

async function waitingAt(page: Page): Promise<string[]> {
  const reply = await page.context().request.get(`${world.server.url}/desk/api/waiting`);
  return ((await reply.json()) as { waiting: Waiting[] }).waiting.map(({ id }) => id);
}

/** Everything the API lets this worker read, by the document that describes it. */
async function readable(page: Page): Promise<[path: string, reply: string][]> {
  const api = `${world.server.url}/desk/api`;
  const { request } = page.context();
  const { paths } = (await (await request.get(`${api}/openapi.json`)).json()) as { paths: Record<string, object> };
  const [id = ''] = await waitingAt(page);
  const reads = Object.keys(paths)
    .filter((path) => 'get' in (paths[path] ?? {}) && path !== '/events')
    .map((path) => path.replace('{id}', id));
  return Promise.all(
    reads.map(async (path): Promise<[string, string]> => [path, await (await request.get(api + path)).text()]),
  );
}
