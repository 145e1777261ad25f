import type { Posted, Sent } from '../../../adapters/contract';
import { createNotifyCarrier, refusal } from '../../../adapters/sms/notify-send';
import { account, settings, startNotifyChannel, words } from './world';

const posted = (text: string, person = '+447700900001'): Posted => ({
  row: 'c1|4',
  conversation: 'c1',
  address: { provider: 'notify', person, ours: '+447700987654' },
  activity: { type: 'message', text },
  attempts: 0,
});

let world: Awaited<ReturnType<typeof startNotifyChannel>>;
beforeEach(async () => {
  world = await startNotifyChannel();
});
afterEach(() => world.close());
const carrier = (more: Partial<typeof settings> = {}) =>
  createNotifyCarrier({ ...settings, apiUrl: world.notify.url, ...more }, () => world.clock.now, words.picture);
const until = async (holds: () => boolean) => {
  for (let tries = 0; !holds() && tries < 500; tries += 1)
    await new Promise((done) => {
      setTimeout(done, 10);
    });
};

test('the real client sends, signed with the key, and the receipt finds its way back', async () => {
  const sent = await carrier().send(posted('Hello. How are you?'));
  const [shown] = world.notify.reached;
  expect(sent).toEqual({ ok: true, providerId: shown?.id });
  expect(shown).toMatchObject({ to: '+447700900001', text: 'Hello. How are you?', segments: 1 });
  await until(() => world.to.deliveries.length > 0);
  expect(world.to.deliveries).toEqual([{ row: 'c1|4', state: 'delivered', code: null }]);
});

test('without a sender id none is sent', async () => {
  expect((await carrier({ senderId: null }).send(posted('Hello.'))).ok).toBe(true);
});

const no = (code: string, retry: boolean) => ({ ok: false, retry, code }) as Sent;

test('a wrong key, a wrong template, a number that cannot be and too much at once', async () => {
  const wrongKey = account.apiKey.replace(/.$/, '1');
  expect(await carrier({ apiKey: wrongKey }).send(posted('Hello.'))).toEqual(no('settings', true));
  expect(await carrier({ templateId: 'another' }).send(posted('Hello.'))).toEqual(no('template', false));
  expect(await carrier().send(posted('Hello.', '+4477009'))).toEqual(no('bad-address', false));
  expect(await carrier().send(posted('x'.repeat(919)))).toEqual(no('refused', false));
  world.notify.faults.tooMany = 1;
  expect(await carrier().send(posted('Hello.'))).toEqual(no('rate', true));
  expect(world.notify.reached).toEqual([]);
});

test('short codes and names of senders are not even tried', async () => {
  for (const person of ['60777', 'HMRC', '4477'])
    expect(await carrier({ apiUrl: 'http://127.0.0.1:9' }).send(posted('Hello.', person))).toEqual(
      no('bad-address', false),
    );
});

test('no answer, or one that got lost, is tried again', async () => {
  expect(await carrier({ apiUrl: 'http://127.0.0.1:9' }).send(posted('Hello.'))).toEqual(no('passing', true));
  world.notify.faults.lostAnswers = 1;
  expect(await carrier().send(posted('Hello.'))).toEqual(no('passing', true));
  expect(world.notify.reached).toHaveLength(1);
});

const answered = (status: number, error: string, message: string) => ({
  response: { status, data: { status_code: status, errors: [{ error, message }] } },
});

test.each([
  [400, 'ValidationError', 'phone_number Not a valid international number', no('bad-address', false)],
  [400, 'BadRequestError', "Can't send to this recipient using a team-only API key", no('settings', false)],
  [400, 'BadRequestError', "Can't send to this recipient when service is in trial mode", no('settings', false)],
  [400, 'BadRequestError', 'Cannot send to international mobile numbers', no('settings', false)],
  [400, 'BadRequestError', 'sms_sender_id x does not exist in database for service id y', no('settings', false)],
  [400, 'BadRequestError', 'Missing personalisation: message', no('template', false)],
  [400, 'BadRequestError', 'Template has been deleted', no('template', false)],
  [403, 'AuthError', 'Error: Your system clock must be accurate to within 30 seconds', no('settings', true)],
  [429, 'RateLimitError', 'Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds', no('rate', true)],
  [500, 'Exception', 'Internal server error', no('passing', true)],
])('%i %s: %s', (status, error, message, expected) => {
  expect(refusal(answered(status, error, message))).toEqual(expected);
});

test('the allowance of a day is not asked for again at once', () => {
  const day = answered(429, 'TooManyRequestsError', 'Exceeded send limits (sms: 250000) for today');
  expect(refusal(day)).toEqual({ ok: false, retry: true, code: 'rate', pauseMs: 600_000 });
});

test('an answer that is no JSON, or from something in between', () => {
  expect(refusal({ response: { status: 502, data: '<html>' } })).toEqual(no('passing', true));
  expect(refusal(new Error('socket hang up'))).toEqual(no('passing', true));
});

test('text that was sent often is sent a little different', async () => {
  const sender = carrier();
  for (let n = 0; n < 12; n += 1) await sender.send(posted('Which of these?'));
  const shown = world.notify.reached.map(({ text }) => text);
  expect(new Set(shown.slice(0, 10)).size).toBe(1);
  expect(shown.slice(10)).toEqual(['Which of these? (11)', 'Which of these? (12)']);
});
