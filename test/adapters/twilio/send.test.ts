import type { Posted } from '../../../adapters/contract';
import { openTwilio } from '../../../adapters/sms/twilio';
import { failCode, refusal } from '../../../adapters/sms/twilio-codes';
import { startTwilio } from '../../../tools/stand-ins/twilio';
import type { StandIn } from '../../../tools/stand-ins/types';
import { PUBLIC_URL, settings } from './server';

/** The real package `twilio` sends to a stand-in for Twilio. */

const { accountSid, authToken } = settings;
const log = { warn: () => undefined } as never;
const SAM = '+447700900123';

let twilio: StandIn;
beforeEach(async () => {
  twilio = await startTwilio({
    accountSid,
    authToken,
    number: '+447700900000',
    whatsappNumber: '+447700900005',
    template: 'You have a reply.',
    now: () => 7,
    random: () => 0.5,
  });
});
afterEach(() => twilio.close());

/** No news reaches a Natter that listens nowhere. */
const carrierOf = (changes: Partial<typeof settings> = {}) => {
  twilio.natter('http://127.0.0.1:9');
  return openTwilio({ ...settings, apiUrl: twilio.url, ...changes }, { publicUrl: PUBLIC_URL, log }).carrier;
};
const posted = (
  person = SAM,
  text = 'Hello',
  ours = person.startsWith('whatsapp:') ? 'whatsapp:+447700900005' : '+447700900000',
): Posted => ({
  row: 'abc|12',
  conversation: 'abc',
  address: { provider: 'twilio', person, ours },
  activity: { type: 'message', text },
  attempts: 0,
});

test('a text goes out from the number they wrote to', async () => {
  const sent = await carrierOf().send(posted(SAM, 'Hello + goodbye & £5'));
  expect(sent).toEqual({ ok: true, providerId: twilio.reached[0]?.id });
  expect(twilio.reached).toMatchObject([{ to: SAM, text: 'Hello + goodbye & £5', kind: 'text', segments: 1, at: 7 }]);
});

test('WhatsApp goes out the same way, and asks with the approved text', async () => {
  const carrier = carrierOf();
  await carrier.send(posted(`whatsapp:${SAM}`));
  expect(await carrier.knock?.(posted(`whatsapp:${SAM}`))).toMatchObject({ ok: true });
  expect(twilio.reached.map(({ kind, to, text }) => [kind, to, text])).toEqual([
    ['text', `whatsapp:${SAM}`, 'Hello'],
    ['template', `whatsapp:${SAM}`, 'You have a reply.'],
  ]);
});

test('without an approved text there is nothing to ask with', () => {
  expect(carrierOf({ whatsappTemplate: null }).knock).toBeUndefined();
});

test('too many at once: later', async () => {
  twilio.faults.tooMany = 1;
  const carrier = carrierOf();
  expect(await carrier.send(posted())).toEqual({ ok: false, retry: true, code: 'rate' });
  expect(await carrier.send(posted())).toMatchObject({ ok: true });
});

test('an answer that is never heard is thrown, to be tried again', async () => {
  twilio.faults.lostAnswers = 1;
  await expect(carrierOf().send(posted())).rejects.toThrow();
  expect(twilio.reached).toHaveLength(1);
});

test('nobody there is thrown, to be tried again', async () => {
  await expect(carrierOf({ apiUrl: 'http://127.0.0.1:9' }).send(posted())).rejects.toThrow();
});

test.each<[string, () => Posted, Partial<typeof settings>, string]>([
  ['no number at all', () => posted('12345'), {}, 'bad-address'],
  ['a number that is not ours', () => posted(SAM, 'Hello', '+447700900999'), {}, 'settings'],
  ['another token', () => posted(), { authToken: 'wrong' }, 'settings'],
  ['too long', () => posted(SAM, 'a'.repeat(1601)), {}, 'refused'],
])('%s: given up', async (_what, message, changes, code) => {
  expect(await carrierOf(changes).send(message())).toEqual({ ok: false, retry: false, code });
  expect(twilio.reached).toEqual([]);
});

test('whoever told Twilio to stop gets nothing, until they say start', async () => {
  const carrier = carrierOf();
  void twilio.write(SAM, 'STOP');
  expect(await carrier.send(posted())).toEqual({ ok: false, retry: false, code: 'opted-out' });
  void twilio.write(SAM, 'start');
  expect(await carrier.send(posted())).toMatchObject({ ok: true });
});

test.each<[number, string, boolean, number | undefined]>([
  [21610, 'opted-out', false, undefined],
  [21211, 'bad-address', false, undefined],
  [21635, 'landline', false, undefined],
  [30003, 'unreachable', true, 60_000],
  [30036, 'expired', false, undefined],
  [14107, 'rate', true, 30_000],
  [20429, 'rate', true, undefined],
  [63016, 'window-closed', false, undefined],
  [63014, 'blocked', false, undefined],
  [63018, 'rate', true, undefined],
  [20003, 'settings', false, undefined],
  [63027, 'template', false, undefined],
  [20503, 'passing', true, undefined],
  [99999, 'refused', false, undefined],
])('%i means %s, in an answer and in a status', (number, code, retry, pauseMs) => {
  expect(refusal(number, 400)).toEqual({ ok: false, retry, code, ...(pauseMs ? { pauseMs } : {}) });
  expect(failCode(String(number))).toBe(code);
});

test.each<[number, string, boolean]>([
  [429, 'rate', true],
  [500, 'passing', true],
  [503, 'passing', true],
  [401, 'settings', false],
  [400, 'refused', false],
])('an answer without a number of Twilio: %i is %s', (status, code, retry) => {
  expect(refusal(undefined, status)).toEqual({ ok: false, retry, code });
});

test('a status without a number is a refusal', () => {
  expect(failCode(null)).toBe('refused');
});
