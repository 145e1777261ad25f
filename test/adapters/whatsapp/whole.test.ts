import { openWhatsApp } from '../../../adapters/whatsapp';
import { allBlocks, stepsOf } from '../../../dialogs/inspect/site';
import { startMeta } from '../../../tools/stand-ins/meta';
import { messageHook, signed } from '../../../tools/stand-ins/meta-webhooks';
import type { Reached } from '../../../tools/stand-ins/types';
import { talk, worker } from '../../bots/world';
import { startWhole, until, type Whole } from '../whole';
import { account, settings, silent, words } from './world';

const SAM = '+447700900001';

let whole: Whole;
async function start(library = talk.library) {
  const meta = await startMeta({ ...account, now: () => whole.clock.now, random: () => 0.5 });
  whole = await startWhole(meta, openWhatsApp({ ...settings, apiUrl: meta.url }, { log: silent }, words), library);
}
beforeEach(() => start());
afterEach(() => whole.close());

const choice = (label: RegExp) => {
  for (const message of whole.phone(SAM).toReversed()) {
    const found = message.choices.find((each) => label.test(each.label));
    if (found) return [SAM, message.id, found.id] as const;
  }
  throw new Error(`There is no choice ${label}.`);
};
async function tap(label: RegExp, answer: RegExp) {
  const before = whole.phone(SAM).length;
  expect(await whole.standIn.tap(...choice(label))).toBe(200);
  return whole.reaches(SAM, answer, before);
}
async function write(text: string, answer: RegExp) {
  const before = whole.phone(SAM).length;
  expect(await whole.standIn.write(SAM, text)).toBe(200);
  return whole.reaches(SAM, answer, before);
}
const conversation = async () => (await whole.store.conversations(null, 10)).ids;
const entries = async () => {
  const [id = ''] = await conversation();
  return (await whole.store.transcript(id, 0, 1_000)).map(({ from, body }) => [from, JSON.parse(body).text ?? '']);
};

/** Asks for a worker, and gets one. */
async function withWorker(): Promise<string> {
  await write('I am behind with the rent', /./);
  await write('person', /./);
  for (const text of ['Yes, ask a worker', 'skip', 'skip', 'skip']) await write(text, /./);
  await until(async () => (await whole.desk.list()).length === 1);
  const [{ id } = { id: '' }] = await whole.desk.list();
  const before = whole.phone(SAM).length;
  expect(await whole.desk.claim(id, worker('Alex'))).toEqual({ ok: true });
  await whole.reaches(SAM, /Alex/, before);
  return id;
}

test('hello, a list, a tap and an answer', async () => {
  const hello = await write('hi', /./);
  expect(hello.choices.length).toBeGreaterThan(1);
  const before = (await entries()).length;
  const [, , picked] = choice(/./);
  await tap(/./, /./);
  // What was picked is what is kept, whole, whatever the title looked like.
  expect((await entries()).slice(before)[0]).toEqual(['person', picked]);
});

test('a list too long for one message goes on with every "More", and what is picked there counts', async () => {
  await whole.close();
  const library = structuredClone(talk.library);
  const lists = stepsOf(library).flatMap(({ flow, step }) => (flow.name === 'start' ? allBlocks(step.blocks) : []));
  for (const block of lists) {
    const [first] = block.type === 'choices' ? block.choices : [];
    if (block.type === 'choices' && first)
      block.choices = Array.from({ length: 21 }, (_, n) => ({ ...first, label: `Topic ${n + 1}` }));
  }
  await start(library);
  const labels = ({ choices }: Reached) => choices.map(({ label }) => label);
  const topics = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => `Topic ${from + n}`);
  expect(labels(await write('hi', /./))).toEqual([...topics(1, 9), words.more]);
  expect(labels(await tap(/See more/, /./))).toEqual([...topics(10, 18), words.more]);
  expect(labels(await tap(/See more/, /./))).toEqual(topics(19, 21));
  await tap(/Topic 20/, /./);
  expect(await entries()).toContainEqual(['person', 'Topic 20']);
});

test('a photo is answered kindly, and the worker sees that there was one', async () => {
  await write('hi', /./);
  const before = whole.phone(SAM).length;
  await whole.standIn.attach(SAM, 'voice');
  await whole.reaches(SAM, /voice notes/i, before);
  const id = await withWorker();
  await whole.standIn.attach(SAM, 'photo');
  await until(async () => (await whole.desk.view(id))?.entries.some(({ sent }) => sent === 'photo') ?? false);
});

test('ticks reach the desk: delivered, then read', async () => {
  const id = await withWorker();
  await whole.desk.say(id, worker('Alex'), 'How are you today?', 'm1');
  const message = await whole.reaches(SAM, /How are you today/);
  const delivery = async () =>
    (await whole.desk.view(id))?.entries.find(({ text }) => /How are you/.test(text))?.delivery;
  await until(async () => (await delivery()) === 'delivered');
  await whole.standIn.report(message.id, 'read');
  await until(async () => (await delivery()) === 'read');
  await whole.standIn.report(message.id, 'delivered');
  expect(await delivery()).toBe('read');
});

test('outside the window they are asked with a neutral template, and get the reply when they open it', async () => {
  const id = await withWorker();
  whole.standIn.faults.windowClosed = true;
  await whole.desk.say(id, worker('Alex'), 'I rang the housing team for you.', 'm1');
  const knock = await whole.reaches(SAM, /You have a reply/);
  expect(knock).toMatchObject({ kind: 'template', text: account.template });
  const before = whole.phone(SAM).length;
  await whole.standIn.tap(SAM, knock.id, knock.choices[0]?.id ?? '');
  const reply = await whole.reaches(SAM, /I rang the housing team/, before);
  await until(() => reply.state === 'delivered');
});

test('somebody who has not told their number is answered all the same', async () => {
  await whole.standIn.write('GB.424242', 'hello');
  await whole.reaches('GB.424242', /./);
});

test('whoever has a new number stays the same person, and is answered there', async () => {
  const id = await withWorker();
  const moved = { type: 'system', system: { type: 'user_changed_number', wa_id: '447700900009' } };
  const webhook = messageHook(account, { from: SAM.slice(1) }, 'wamid.moved', whole.clock.now, moved);
  const { headers, body } = signed(account.appSecret, webhook);
  expect((await fetch(`${whole.url}/channels/whatsapp`, { method: 'POST', headers, body })).status).toBe(200);
  await whole.desk.say(id, worker('Alex'), 'Are you still there?', 'm1');
  await whole.reaches('+447700900009', /still there/);
  await whole.standIn.write('+447700900009', 'yes, I am');
  await until(async () => (await whole.desk.view(id))?.entries.some(({ text }) => text === 'yes, I am') ?? false);
  expect((await whole.store.conversations(null, 10)).ids).toEqual([id]);
});

test('STOP: one acknowledgement, then silence whatever is typed, until START', async () => {
  await write('hi', /./);
  await write('STOP', /./);
  const silentAt = whole.phone(SAM).length;
  for (const text of ['hello', 'person', 'I want to talk', 'stop']) await whole.standIn.write(SAM, text);
  await write('start', /./);
  expect(whole.phone(SAM)[silentAt - 1]?.text).toMatch(/START/);
  await until(async () => (await entries()).some(([, text]) => text === 'start'));
  const during = (await entries()).slice((await entries()).findIndex(([, text]) => text === 'STOP') + 2);
  expect(during.slice(0, 5).map(([from]) => from)).toEqual(['person', 'person', 'person', 'person', 'person']);
});

test('what is refused as too many goes out later, once', async () => {
  await write('hi', /./);
  whole.standIn.faults.tooMany = 2;
  const before = whole.phone(SAM).length;
  await whole.standIn.write(SAM, 'money');
  for (let tries = 0; whole.phone(SAM).length === before && tries < 200; tries += 1) {
    await whole.later(500);
    await new Promise((done) => {
      setTimeout(done, 50);
    });
  }
  expect(whole.phone(SAM).length).toBe(before + 1);
});
