import { openTwilio } from '../../../adapters/sms/twilio';
import { startTwilio } from '../../../tools/stand-ins/twilio';
import { worker } from '../../bots/world';
import { seeded } from '../seeded';
import { startWhole, until, type Whole } from '../whole';
import { PUBLIC_URL, settings } from './server';

/** All of Natter, with a stand-in for Twilio in front of it. */

const SAM = '+447700900001';
const SAM_ON_WHATSAPP = `whatsapp:${SAM}`;
const KNOCK = 'Natter: you have a reply. Answer OPEN to read it.';
const silent = { warn: () => undefined } as never;

let whole: Whole;
beforeEach(() => open());
afterEach(() => whole.close());

async function open(changes: Partial<typeof settings> = {}): Promise<void> {
  const { accountSid, authToken } = settings;
  const standIn = await startTwilio({
    accountSid,
    authToken,
    number: '+447700900000',
    whatsappNumber: '+447700900005',
    template: KNOCK,
    publicUrl: PUBLIC_URL,
    now: () => whole.clock.now,
    random: seeded(4),
  });
  const channel = openTwilio({ ...settings, apiUrl: standIn.url, ...changes }, { publicUrl: PUBLIC_URL, log: silent });
  whole = await startWhole(standIn, channel);
}

async function write(person: string, text: string, answer: RegExp) {
  const before = whole.phone(person).length;
  expect(await whole.standIn.write(person, text)).toBe(200);
  return whole.reaches(person, answer, before);
}
const ids = async () => (await whole.store.conversations(null, 10)).ids;
const heard = async (id: string) =>
  (await whole.store.transcript(id, 0, 1_000)).flatMap(({ from, body }) =>
    from === 'person' ? [JSON.parse(body).text] : [],
  );

/** Asks for a worker, and gets one. */
async function withWorker(person: string): Promise<string> {
  for (const text of ['I am behind with the rent', 'person', 'Yes, ask a worker', 'skip', 'skip', 'skip'])
    await write(person, text, /./);
  await until(async () => (await whole.desk.list()).length === 1);
  const [{ id } = { id: '' }] = await whole.desk.list();
  const before = whole.phone(person).length;
  expect(await whole.desk.claim(id, worker('Alex'))).toEqual({ ok: true });
  await whole.reaches(person, /Alex/, before);
  return id;
}

test.each([SAM, SAM_ON_WHATSAPP])('hello, a number for a choice, and an answer: %s', async (person) => {
  const hello = await write(person, 'hello', /\n1\. /);
  expect(hello.text).toMatch(/\n2\. /);
  const answer = await write(person, '1', /./);
  expect(answer.text).not.toBe(hello.text);
  await until(() => answer.state === 'delivered');
  expect(whole.phone(person)).toHaveLength(2);
});

test('a text and a WhatsApp of one number are two conversations', async () => {
  await write(SAM, 'hello', /./);
  await write(SAM_ON_WHATSAPP, 'hello', /./);
  const found = await ids();
  expect(found).toHaveLength(2);
  expect(found.join()).not.toContain('7700900001');
});

test('a voice note is answered kindly', async () => {
  await write(SAM_ON_WHATSAPP, 'hello', /./);
  const before = whole.phone(SAM_ON_WHATSAPP).length;
  await whole.standIn.attach(SAM_ON_WHATSAPP, 'voice');
  await whole.reaches(SAM_ON_WHATSAPP, /voice note/i, before);
});

test('a worker sees that a message was delivered, or that it was not', async () => {
  const id = await withWorker(SAM);
  const tick = async (words: string) =>
    (await whole.desk.view(id))?.entries.find(({ text }) => text.includes(words))?.delivery;
  await whole.desk.say(id, worker('Alex'), 'How are you today?', 'm1');
  await until(async () => (await tick('How are you')) === 'delivered');
  whole.standIn.faults.undelivered = true;
  await whole.desk.say(id, worker('Alex'), 'Are you still there?', 'm2');
  await until(async () => (await tick('still there')) === 'failed');
});

test('outside the window of WhatsApp they are asked first, and read the reply when they open it', async () => {
  const id = await withWorker(SAM_ON_WHATSAPP);
  whole.standIn.faults.windowClosed = true;
  await whole.desk.say(id, worker('Alex'), 'I rang the housing team for you.', 'm1');
  const knock = await whole.reaches(SAM_ON_WHATSAPP, /You have a reply/i);
  expect(knock.kind).toBe('template');
  const before = whole.phone(SAM_ON_WHATSAPP).length;
  await whole.standIn.tap(SAM_ON_WHATSAPP, knock.id, 'open');
  const reply = await whole.reaches(SAM_ON_WHATSAPP, /I rang the housing team/, before);
  await until(() => reply.state === 'delivered');
});

test('without an approved text nothing can be asked, and the worker sees that the message did not arrive', async () => {
  await whole.close();
  await open({ whatsappTemplate: null });
  const id = await withWorker(SAM_ON_WHATSAPP);
  whole.standIn.faults.windowClosed = true;
  await whole.desk.say(id, worker('Alex'), 'I rang the housing team for you.', 'm1');
  await until(async () => ((await whole.desk.view(id))?.entries ?? []).some(({ delivery }) => delivery === 'failed'));
  expect(whole.standIn.reached.some(({ kind }) => kind === 'template')).toBe(false);
});

test('STOP by text: Twilio says so, Natter says nothing, whatever is written but START', async () => {
  await write(SAM, 'hello', /./);
  const stopped = await write(SAM, 'STOP', /\(Twilio\)/);
  for (const text of ['hello', 'person', 'please help']) expect(await whole.standIn.write(SAM, text)).toBe(200);
  expect(whole.phone(SAM).at(-1)).toBe(stopped);
  await write(SAM, 'START', /\(Twilio\)/);
  await write(SAM, 'hello', /\n1\. /);
  const [id = ''] = await ids();
  expect(await heard(id)).toEqual(['hello', 'STOP', 'hello', 'person', 'please help', 'START', 'hello']);
});

test('STOP on WhatsApp, where Twilio says nothing: one answer of ours, then silence until START', async () => {
  await write(SAM_ON_WHATSAPP, 'hello', /./);
  const stopped = await write(SAM_ON_WHATSAPP, 'STOP', /START/);
  for (const text of ['hello', 'person', 'stop']) await whole.standIn.write(SAM_ON_WHATSAPP, text);
  expect(whole.phone(SAM_ON_WHATSAPP).at(-1)).toBe(stopped);
  await write(SAM_ON_WHATSAPP, 'start', /./);
});

test('everything late, twice and out of order: every message is heard once, every answer sent once', async () => {
  Object.assign(whole.standIn.faults, { duplicate: true, reorder: true, delayMs: 20 });
  const words = ['hello', 'I am behind with the rent', '1', 'back', 'thanks'];
  for (const text of words) await write(SAM, text, /./);
  const [id = ''] = await ids();
  expect(await heard(id)).toEqual(words);
  expect(whole.phone(SAM)).toHaveLength(words.length);
});

test('too many at once is tried again until it goes', async () => {
  await write(SAM, 'hello', /./);
  whole.standIn.faults.tooMany = 2;
  const before = whole.phone(SAM).length;
  await whole.standIn.write(SAM, '1');
  await until(async () => {
    await whole.later(500);
    return whole.phone(SAM).length > before;
  });
  expect(whole.phone(SAM)).toHaveLength(before + 1);
});

test('a message whose answer was lost is sent again: Twilio takes no key against it', async () => {
  await write(SAM, 'hello', /./);
  whole.standIn.faults.lostAnswers = 1;
  const before = whole.phone(SAM).length;
  await whole.standIn.write(SAM, '1');
  await until(async () => {
    await whole.later(500);
    return whole.phone(SAM).length > before + 1;
  });
  const [once, twice, ...more] = whole.phone(SAM).slice(before);
  expect([twice?.text, more]).toEqual([once?.text, []]);
});
