import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Beside, Delivery } from '../../../adapters/contract';
import { type Request, startServer } from './server';

const FOLDER = join(__dirname, 'payloads');
const SAM = '+447700900123';
const SAM_ON_WHATSAPP = `whatsapp:${SAM}`;
const ID = 'GB.13491208655302741918';
const LONG = 'I do not know where to start. '.repeat(60).trim();

/** What must come of a payload. Nothing that is not here may happen. Every request is acknowledged. */
interface Expected {
  /** The words that arrive, on which channel, from whom; and what is beside them. */
  arrives?: { text: string; channel: 'sms' | 'whatsapp'; from: string; names?: string[]; beside?: Beside }[];
  news?: Delivery[];
  /** What the log says of each request that is no message. */
  unread?: string[];
}

const sms = (text: string, beside: Beside = {}, from = SAM): Expected => ({
  arrives: [{ text, channel: 'sms', from, beside }],
});
const whatsapp = (text: string, beside: Beside = {}): Expected => ({
  arrives: [{ text, channel: 'whatsapp', from: SAM_ON_WHATSAPP, beside }],
});
const news = (state: Delivery['state'], code: Delivery['code'] = null, row = 'abc|12'): Expected => ({
  news: [{ row, state, code }],
});
const nothing: Expected = {};

const expected: Record<string, Expected> = {
  text: sms("I can’t pay my rent & I'm scared + tired ☹"),
  'text-whatsapp': whatsapp('hello'),
  'text-empty': sms(''),
  'text-long': sms(LONG),
  'unknown-parameters': sms('hello'),
  button: whatsapp('Open'),
  list: whatsapp('Money worries'),
  image: whatsapp('', { sent: 'photo' }),
  'image-with-words': whatsapp('this came today', { sent: 'photo' }),
  'image-mms': sms('look', { sent: 'photo' }),
  voice: whatsapp('', { sent: 'voice' }),
  video: whatsapp('', { sent: 'video' }),
  sticker: whatsapp('', { sent: 'sticker' }),
  file: whatsapp('letter.pdf', { sent: 'file' }),
  contact: whatsapp('', { sent: 'contact' }),
  location: whatsapp('', { sent: 'location' }),
  unsupported: whatsapp('', { sent: 'other' }),
  duplicate: sms('hello'),
  echo: { unread: ['echo', 'echo'] },
  'no-phone': {
    arrives: [
      { text: 'hello', channel: 'whatsapp', from: `whatsapp:${ID}`, names: [ID] },
      { text: 'hello again', channel: 'whatsapp', from: `whatsapp:${ID}`, names: [ID] },
    ],
  },
  'phone-and-id': { arrives: [{ text: 'hello', channel: 'whatsapp', from: SAM_ON_WHATSAPP, names: [ID, SAM] }] },
  malformed: { unread: ['no-sender', 'no-sender', 'no-id', 'no-id', 'no-id'] },
  'short-code': { unread: ['not-a-phone'] },
  'name-as-sender': { unread: ['not-a-phone'] },
  'number-that-cannot-be': { unread: ['not-a-phone', 'not-a-phone', 'not-a-phone'] },
  'number-of-guernsey': sms('hello', {}, '+447911123456'),
  'other-channel': { unread: ['channel', 'channel'] },
  stop: sms(' Stop ', { optOut: 'stop', told: true }),
  'stop-cancel': sms('CANCEL', { optOut: 'stop', told: true }),
  'stop-in-a-sentence': sms('please stop'),
  'stop-short-code-of-ours': sms('STOP', { optOut: 'stop', told: false }),
  'stop-whatsapp': whatsapp('STOP'),
  'end-whatsapp': whatsapp('end'),
  start: sms('START', { optOut: 'start', told: true }),
  'opt-out-marked': {
    arrives: [
      { text: 'STOPP', channel: 'sms', from: SAM, beside: { optOut: 'stop', told: true } },
      { text: 'stop', channel: 'whatsapp', from: SAM_ON_WHATSAPP, beside: { optOut: 'stop', told: true } },
      { text: 'jestem', channel: 'sms', from: SAM, beside: { optOut: 'start', told: true } },
    ],
  },
  'help-marked': sms('HELP'),
  'status-queued': nothing,
  'status-sent': nothing,
  'status-delivered': news('delivered'),
  'status-read': news('read'),
  'status-undelivered': news('failed', 'unreachable'),
  'status-landline': news('failed', 'landline'),
  'status-expired': news('failed', 'expired'),
  'status-window-closed': news('failed', 'window-closed'),
  'status-blocked': news('failed', 'blocked'),
  'status-opted-out': news('failed', 'opted-out'),
  'status-of-a-knock': news('delivered', null, 'abc|12.knock'),
  'status-unknown-code': news('failed', 'refused'),
  'status-unknown': nothing,
  'status-of-a-message-not-ours': { unread: ['no-row'] },
  'status-at-the-wrong-address': { unread: ['status'] },
};

const files = readdirSync(FOLDER).map((name) => name.replace(/\.json$/, ''));

test('every payload has an expectation, and every expectation a payload', () => {
  expect(files.sort()).toEqual(Object.keys(expected).sort());
});

test.each(files)('%s', async (name) => {
  const { arrives = [], news = [], unread = [] } = expected[name] ?? {};
  const requests = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Request[];
  const natter = await startServer();
  for (const request of requests) {
    expect(await natter.hook(request)).toEqual({ status: 200, type: 'text/xml', text: '<Response/>' });
  }
  const { arrivals, deliveries, asked } = natter.to;
  expect(
    arrivals.map(({ activity, channel, address, beside }) => ({
      activity,
      channel,
      from: address?.person,
      provider: address?.provider,
      beside,
    })),
  ).toEqual(
    arrives.map(({ text, channel, from, beside = {} }) => ({
      activity: { type: 'message', text },
      channel,
      from,
      provider: 'twilio',
      beside,
    })),
  );
  expect(distinct(asked)).toEqual(
    distinct(
      arrives.map(({ channel, from, names = [from.replace('whatsapp:', '')] }, index) => [
        channel,
        arrivals[index]?.address?.ours,
        ...names,
      ]),
    ),
  );
  expect(deliveries).toEqual(news);
  const logged = natter.logged();
  expect([...logged.matchAll(/"why":"([^"]*)"/g)].map(([, why]) => why)).toEqual(unread);
  for (const { form } of requests) expect(private_(form).filter((value) => logged.includes(value))).toEqual([]);
  await natter.close();
});

const distinct = (list: unknown[]) => [...new Set(list.map((each) => JSON.stringify(each)))];

/** What may be in no log. */
const private_ = (form: Record<string, string>): string[] =>
  ['From', 'To', 'Body', 'WaId', 'ExternalUserId', 'ProfileName', 'MessageSid', 'Latitude', 'Label'].flatMap((name) => {
    const value = form[name]?.replace('whatsapp:', '').trim();
    return value && value.length > 2 ? [value] : [];
  });

test('what is said beside a location is not even read', async () => {
  const natter = await startServer();
  const requests = JSON.parse(readFileSync(join(FOLDER, 'location.json'), 'utf8')) as Request[];
  for (const request of requests) await natter.hook(request);
  expect(JSON.stringify(natter.to.arrivals)).not.toMatch(/51\.50|0\.127|High Street|Home/);
  await natter.close();
});

test('20 messages within a moment all arrive, each once', async () => {
  const natter = await startServer();
  const [text] = JSON.parse(readFileSync(join(FOLDER, 'text.json'), 'utf8')) as [Request];
  const all = Array.from({ length: 20 }, (_, n) => ({
    ...text,
    form: { ...text.form, MessageSid: `SM${n}`, Body: `line ${n}` },
  }));
  await Promise.all([...all, ...all].map((request) => natter.hook(request)));
  expect(natter.to.arrivals.map(({ activity }) => activity.text).sort()).toEqual(
    all.map(({ form }) => form.Body).sort(),
  );
  await natter.close();
});

test.each(['text', 'status-delivered'])('what cannot be kept is asked for again: %s', async (name) => {
  const natter = await startServer();
  const [request] = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as [Request];
  natter.to.broken = true;
  const refused = await natter.hook(request);
  expect(refused.status).toBe(503);
  expect(refused.text + natter.logged()).not.toContain('secret detail');
  natter.to.broken = false;
  expect((await natter.hook(request)).status).toBe(200);
  expect(natter.to.arrivals.length + natter.to.deliveries.length).toBe(1);
  await natter.close();
});
