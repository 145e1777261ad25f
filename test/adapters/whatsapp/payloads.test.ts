import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Delivery, FailCode } from '../../../adapters/contract';
import { startWhatsApp } from './world';

/** What must come of a webhook. Nothing is taken in but what is named here; it is always acknowledged. */
interface Expected {
  /** Words, each with what was sent beside them, in the order each person sent them. */
  said?: [text: string, sent?: string][];
  event?: object;
  /** Which names the person was looked up by, and where an answer goes. */
  names?: string[];
  to?: string;
  news?: Delivery[];
  /** Something in it could not be read, or is about nobody. */
  logged?: true;
}

const FOLDER = join(__dirname, 'payloads');
const USER = 'GB.13491208655302741918';
const PHONE = '447700900001';
const NOTHING: Expected = {};
const ODD: Expected = { logged: true };
const says = (text: string, sent?: string): Expected => ({ said: [sent ? [text, sent] : [text]] });
const news = (state: Delivery['state'], code: FailCode | null = null): Expected => ({
  news: [{ row: 'c1|4', state, code }],
});

const expected: Record<string, Expected> = {
  text: { ...says('my rent is late'), names: [USER, PHONE], to: PHONE },
  'text-answers-a-message': says('this one'),
  'text-from-an-advert': says('hello'),
  'text-long': says('word '.repeat(800).trim()),
  button: says('Someone is chasing me for money'),
  'button-of-template': says('Open'),
  list: says("I can't pay for food or heating"),
  'list-more': { event: { type: 'event', name: 'natter/more', value: { from: 9 } } },
  'interactive-without-anything': { ...says('', 'other'), logged: true },
  'flow-form': says('', 'other'),
  image: says('', 'photo'),
  'image-with-words': says('this is the letter', 'photo'),
  video: says('', 'video'),
  voice: says('', 'voice'),
  'file-with-words': says('what does it mean', 'file'),
  sticker: says('', 'sticker'),
  location: says('', 'location'),
  contact: says('', 'contact'),
  reaction: says('', 'reaction'),
  'reaction-removed': NOTHING,
  unsupported: says('', 'other'),
  'type-nobody-knows': says('', 'other'),
  order: says('', 'other'),
  edited: says('my rent is very late'),
  'deleted-by-them': NOTHING,
  'chat-opened': { event: { type: 'conversationUpdate', membersAdded: [{ id: 'person', name: '' }] } },
  duplicate: says('twice in one'),
  batch: { said: [['first'], ['from another'], ['second'], ['third']], ...news('delivered') },
  'batch-with-odd-ones': { ...says('between odd ones'), logged: true },
  echo: NOTHING,
  'echo-of-an-app': NOTHING,
  'other-number': NOTHING,
  group: ODD,
  'status-sent': NOTHING,
  'status-delivered': news('delivered'),
  'status-read': news('read'),
  'status-played': news('read'),
  'status-failed-window': news('failed', 'window-closed'),
  'status-failed-undeliverable': news('failed', 'unreachable'),
  'status-failed-pair-rate': news('failed', 'rate'),
  'status-failed-template': news('failed', 'template'),
  'status-failed-unknown-code': news('failed', 'refused'),
  'status-failed-without-code': news('failed', 'refused'),
  'status-of-another-app': NOTHING,
  'number-changed': {
    event: { type: 'event', name: 'natter/moved' },
    names: [PHONE, '447700900009'],
    to: '447700900009',
  },
  'user-id-changed': { event: { type: 'event', name: 'natter/moved' }, names: [USER, 'GB.555'], to: 'GB.555' },
  'identity-changed': NOTHING,
  'no-phone': { ...says('no number here'), names: [USER], to: USER },
  'no-user-id': { ...says('as it used to be'), names: [PHONE], to: PHONE },
  'only-in-contacts': { ...says('named beside'), names: [USER, PHONE], to: PHONE },
  nobody: ODD,
  'account-update': NOTHING,
  malformed: ODD,
  'malformed-array': ODD,
  'malformed-message': says('', 'other'),
  'malformed-value': ODD,
};

const files = readdirSync(FOLDER).map((file) => file.replace('.json', ''));
const payload = (name: string) => JSON.stringify(JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')));

let world: Awaited<ReturnType<typeof startWhatsApp>>;
beforeEach(async () => {
  world = await startWhatsApp();
});
afterEach(() => world.close());

test('every payload has an expectation and every expectation a payload', () => {
  expect(files.sort()).toEqual(Object.keys(expected).sort());
});

test.each(files)('%s', async (name) => {
  const { said = [], event, names, to, news: told = [], logged } = expected[name] as Expected;
  expect((await world.post(payload(name))).status).toBe(200);
  const { arrivals, deliveries, asked } = world.to;
  const words = arrivals.filter(({ activity }) => activity.type === 'message');
  const heard = words.map(({ activity, beside }) => [activity.text, ...(beside?.sent ? [beside.sent] : [])]);
  expect(heard.toSorted()).toEqual(said.toSorted());
  const events = arrivals.filter(({ activity }) => activity.type !== 'message').map(({ activity }) => activity);
  expect(events).toEqual(event ? [event] : []);
  expect(deliveries).toEqual(told);
  if (names) expect(asked).toEqual([['whatsapp', '106540352242922', ...names]]);
  if (to)
    expect(arrivals[0]).toMatchObject({
      channel: 'whatsapp',
      address: { provider: 'meta', person: to, ours: '106540352242922' },
    });
  expect(world.logged() !== '').toBe(Boolean(logged));
  // A repeat changes nothing.
  const before = arrivals.length;
  expect((await world.post(payload(name))).status).toBe(200);
  expect(world.to.arrivals).toHaveLength(before);
});

test('what each person sent in a batch stays in order', async () => {
  await world.post(payload('batch'));
  const order = (conversation: string) =>
    world.to.arrivals.filter((each) => each.conversation === conversation).map(({ activity }) => activity.text);
  expect(order(`with ${USER}`)).toEqual(['first', 'second', 'third']);
  expect(order('with GB.99887766554433')).toEqual(['from another']);
});

test('nothing of what was sent, and nobody, is in the log', async () => {
  for (const name of files) await world.post(payload(name));
  const bodies = files.map(payload).join('');
  const secrets = [...bodies.matchAll(/"(?:body|caption|from|wa_id|user_id|from_user_id|address)":"([^"]{4,})"/g)];
  expect(secrets.length).toBeGreaterThan(50);
  for (const [, secret = ''] of secrets) expect(world.logged()).not.toContain(secret);
  for (const what of ['envelope', 'entry', 'change', 'message', 'status', 'nobody', 'group', 'error'])
    expect(world.logged()).toContain(`"what":"${what}"`);
});

test('where somebody is does not go further than this', async () => {
  await world.post(payload('location'));
  expect(JSON.stringify(world.to.arrivals)).not.toMatch(/51\.5|0\.127|Home|Some Street/);
});

test('what cannot be kept is not acknowledged, so that it comes again', async () => {
  world.to.broken = true;
  for (const name of ['text', 'batch', 'status-read', 'number-changed']) {
    const { status, text } = await world.post(payload(name));
    expect(status).toBe(503);
    expect(text).not.toContain('secret');
  }
  world.to.broken = false;
  expect((await world.post(payload('batch'))).status).toBe(200);
  expect(world.to.arrivals).toHaveLength(4);
});

test('who wrote by number before is the same person when their user id comes along, and after their number changed', async () => {
  for (const name of ['no-user-id', 'number-changed', 'text', 'no-phone', 'user-id-changed'])
    expect((await world.post(payload(name).replace('wamid.HBgM0001', `wamid.${name}`))).status).toBe(200);
  const elsewhere = payload('no-user-id').replaceAll(PHONE, '447700900009').replace('wamid.HBgM0001', 'wamid.last');
  await world.post(elsewhere);
  expect(new Set(world.to.arrivals.map(({ conversation }) => conversation)).size).toBe(1);
  expect(world.to.arrivals).toHaveLength(6);
});
