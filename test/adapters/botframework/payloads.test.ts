import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startBotFramework } from './server';

/** What a channel may post, and what must come of it. `said`: the words that are taken in; null: nothing is. */
interface Expected {
  status: number;
  said: string | null;
  sent?: string;
  type?: string;
}

const FOLDER = join(__dirname, 'payloads');
const NOTHING: Expected = { status: 200, said: null };
const GREETING: Expected = { status: 200, said: '', type: 'conversationUpdate' };
const says = (said: string): Expected => ({ status: 200, said });
const sends = (sent: string, said = ''): Expected => ({ status: 200, said, sent });

const expected: Record<string, Expected> = {
  text: says('my rent is late'),
  button: says('Money worries'),
  'button-value': says('Money worries'),
  'card-submit': sends('other'),
  mention: says('hello'),
  'teams-text': says('hello there'),
  image: sends('photo'),
  'image-with-words': sends('photo', 'this is the letter'),
  voice: sends('voice'),
  video: sends('video'),
  file: sends('file'),
  contact: sends('contact'),
  location: sends('location'),
  reaction: sends('reaction'),
  'reaction-removed': NOTHING,
  unsupported: sends('other'),
  empty: sends('other'),
  long: says('word '.repeat(900).trim()),
  duplicate: says('my rent is late'),
  echo: NOTHING,
  'no-id': says('no id on this one'),
  group: NOTHING,
  'team-channel': NOTHING,
  typing: NOTHING,
  greeting: GREETING,
  'greeting-from-bot': GREETING,
  'greeting-of-bot-alone': NOTHING,
  installed: NOTHING,
  'status-handoff': NOTHING,
  'event-forged': NOTHING,
  'end-of-conversation': NOTHING,
  invoke: { status: 501, said: null },
  'malformed-no-conversation': NOTHING,
  'malformed-no-type': { status: 400, said: null },
  'malformed-types': NOTHING,
  'malformed-attachments': NOTHING,
  'malformed-mention': NOTHING,
  'malformed-dates': says('hello'),
  elsewhere: { status: 401, said: null },
  'no-service-url': { status: 401, said: null },
};

const files = readdirSync(FOLDER).map((file) => file.replace('.json', ''));
const payload = (name: string) => readFileSync(join(FOLDER, `${name}.json`), 'utf8');

let world: Awaited<ReturnType<typeof startBotFramework>>;
beforeEach(async () => {
  world = await startBotFramework();
});
afterEach(() => world.close());

test('every payload has an expectation and every expectation a payload', () => {
  expect(files.sort()).toEqual(Object.keys(expected).sort());
});

test.each(files)('%s', async (name) => {
  const { status, said, sent, type = 'message' } = expected[name] as Expected;
  expect((await world.post(payload(name))).status).toBe(status);
  expect((await world.post(payload(name))).status).toBe(status);
  const [arrival, ...more] = world.to.arrivals;
  expect(more).toEqual([]);
  expect(arrival?.activity.type).toBe(said === null ? undefined : type);
  if (said === null) return;
  expect(arrival?.activity.text ?? '').toBe(said);
  expect(arrival?.beside?.sent).toBe(sent);
  expect(arrival?.channel).toBe('botframework');
  const { address } = arrival ?? {};
  expect(address).toMatchObject({ provider: 'botframework', person: 'user-1' });
  expect(address?.detail).toMatchObject({
    serviceUrl: 'http://localhost:56151/_connector',
    user: { id: 'user-1' },
    bot: { id: 'bot-1' },
    conversation: { id: 'c1' },
  });
  const { channelId } = JSON.parse(payload(name)) as { channelId: string };
  expect(world.to.asked[0]).toEqual(['botframework', `["${channelId}","bot-1"]`, '["c1","user-1"]']);
});

test('nothing that was said or sent, and nobody, is in the log', async () => {
  for (const name of files) await world.post(payload(name));
  const log = world.logged();
  expect(log).toContain('an activity that says nothing');
  for (const word of ['rent', 'user-1', 'Alex', 'evil', 'letter', 'hello']) expect(log).not.toContain(word);
});

test('what cannot be kept is not acknowledged, and the answer tells nothing of why', async () => {
  world.to.broken = true;
  const answer = await world.post(payload('text'));
  expect(answer.status).toBe(503);
  expect(await answer.text()).not.toContain('secret');
});

test.each(['[]', '"text"', 'null', '{', '{"type":7}'])('%s is no activity', async (body) => {
  expect((await world.post(body)).status).toBe(400);
  expect(world.to.arrivals).toEqual([]);
});

test('without an app id only this machine is heard, and no web page on it', async () => {
  for (const headers of [{ origin: 'https://page.example' }, { 'x-forwarded-for': '203.0.113.9' }]) {
    expect((await world.post(payload('text'), headers)).status).toBe(403);
  }
  expect(world.to.arrivals).toEqual([]);
});
