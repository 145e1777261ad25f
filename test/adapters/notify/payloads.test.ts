import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Beside, Delivery, FailCode } from '../../../adapters/contract';
import { startNotifyChannel } from './world';

/** What must come of a callback. Nothing is taken in but what is named here; it is always acknowledged. */
interface Expected {
  said?: string;
  from?: string;
  beside?: Beside;
  news?: Delivery[];
  logged?: true;
}

const FOLDER = join(__dirname, 'payloads');
const NOTHING: Expected = {};
const ODD: Expected = { logged: true };
const says = (said: string, from = '+447700900001', beside: Beside = {}): Expected => ({ said, from, beside });
const news = (state: Delivery['state'], code: FailCode | null = null): Expected => ({
  news: [{ row: 'c1|4', state, code }],
});

const expected: Record<string, Expected> = {
  text: says('my rent is late'),
  duplicate: says('the same again'),
  long: says('word '.repeat(400).trim()),
  empty: says(''),
  unicode: says("Mae’r rhent yn hwyr, dw i'n poeni ŵ \u{1F614}"),
  stop: says(' STOP\n', '+447700900001', { optOut: 'stop' }),
  'stop-end': says('end', '+447700900001', { optOut: 'stop' }),
  'stop-in-a-sentence': says('please stop'),
  start: says('Start', '+447700900001', { optOut: 'start' }),
  'number-with-plus': says('my rent is late'),
  'number-national': says('my rent is late'),
  'number-abroad': says('my rent is late', '+15551234567'),
  'number-guernsey': says('my rent is late', '+447911123456'),
  'number-unparsable': says('my rent is late', '4477'),
  'short-code': says('my rent is late', '60777'),
  'sender-name': says('my rent is late', 'HMRC'),
  batch: ODD,
  malformed: ODD,
  'malformed-no-id': ODD,
  'status-delivered': news('delivered'),
  'status-permanent-failure': news('failed', 'unreachable'),
  'status-temporary-failure': news('failed', 'expired'),
  'status-technical-failure': news('failed', 'passing'),
  'status-unknown': NOTHING,
  'status-no-reference': NOTHING,
  'status-malformed': ODD,
};

const files = readdirSync(FOLDER).map((file) => file.replace('.json', ''));
const payload = (name: string) =>
  JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as { route: string; body: unknown };

let world: Awaited<ReturnType<typeof startNotifyChannel>>;
beforeEach(async () => {
  world = await startNotifyChannel();
});
afterEach(() => world.close());
const post = (name: string) => {
  const { route, body } = payload(name);
  return world.post(route, JSON.stringify(body));
};

test('every payload has an expectation and every expectation a payload', () => {
  expect(files.sort()).toEqual(Object.keys(expected).sort());
});

test.each(files)('%s', async (name) => {
  const { said, from, beside, news: told = [], logged } = expected[name] as Expected;
  expect((await post(name)).status).toBe(200);
  const { arrivals, deliveries } = world.to;
  expect(deliveries).toEqual(told);
  expect(world.logged() !== '').toBe(Boolean(logged));
  if (said === undefined) return expect(arrivals).toEqual([]);
  expect(arrivals).toEqual([
    {
      id: '3d1ce039-5476-414c-99b2-fac1e6add62c',
      channel: 'sms',
      conversation: `with ${from}`,
      activity: { type: 'message', text: said },
      address: { provider: 'notify', person: from, ours: '+447700987654' },
      beside,
    },
  ]);
  // A repeat changes nothing.
  expect((await post(name)).status).toBe(200);
  expect(arrivals).toHaveLength(1);
});

test('one person writes from one number, however it is written', async () => {
  for (const name of ['text', 'number-with-plus', 'number-national']) await post(name);
  expect(new Set(world.to.asked.map((asked) => JSON.stringify(asked)))).toEqual(
    new Set([JSON.stringify(['sms', '+447700987654', '+447700900001'])]),
  );
});

test('what cannot be kept is answered so that Notify comes again', async () => {
  world.to.broken = true;
  for (const name of ['text', 'status-delivered']) {
    const { status, text } = await post(name);
    expect(status).toBe(503);
    expect(text).not.toContain('secret');
  }
});

describe('the bearer token', () => {
  test.each([
    ['none', null],
    ['empty', 'Bearer '],
    ['another', 'Bearer another-token-altogether'],
    ['shorter', 'Bearer a-bearer-token-for-callback'],
    ['longer', 'Bearer a-bearer-token-for-callbacks2'],
    ['of another kind', 'Basic a-bearer-token-for-callbacks'],
  ])('%s: nothing is taken, and Notify does not throw the message away', async (_, authorization) => {
    for (const name of ['text', 'status-delivered']) {
      const { route, body } = payload(name);
      const { status, text } = await world.post(route, JSON.stringify(body), authorization);
      // Notify comes back after 5xx and 429 only.
      expect(status).toBe(503);
      expect(text).not.toContain('a-bearer-token-for-callbacks');
    }
    expect(world.to.arrivals).toEqual([]);
    expect(world.to.deliveries).toEqual([]);
    expect(world.logged()).toContain('bearer');
    expect(world.logged()).not.toMatch(/rent|7700900001|token-for/);
  });
});

test('nothing of what was sent, and no number, is in the log', async () => {
  for (const name of files) await post(name);
  expect(world.logged()).toContain('/channels/notify/messages');
  expect(world.logged()).toContain('/channels/notify/receipts');
  expect(world.logged()).not.toMatch(/rent|7700900001|7700987654|HMRC|60777/);
});
