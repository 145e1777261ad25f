import { openNotify } from '../../../adapters/sms/notify';
import { startNotify } from '../../../tools/stand-ins/notify';
import { worker } from '../../bots/world';
import { silent } from '../whatsapp/world';
import { startWhole, until, type Whole } from '../whole';
import { account, settings, words } from './world';

const SAM = '+447700900001';

let whole: Whole;
beforeEach(async () => {
  const notify = await startNotify({ ...account, now: () => whole.clock.now, random: () => 0.5 });
  const channel = openNotify({ ...settings, apiUrl: notify.url }, { now: () => whole.clock.now, log: silent }, words);
  whole = await startWhole(notify, channel);
});
afterEach(() => whole.close());

async function write(text: string, answer: RegExp) {
  const before = whole.phone(SAM).length;
  expect(await whole.standIn.write(SAM, text)).toBe(200);
  return whole.reaches(SAM, answer, before);
}

test('hello, a number for a choice, a worker, and ticks', async () => {
  await write('hi', /1\. /);
  await write('1', /./);
  for (const text of ['I am behind with the rent', 'person', 'Yes, ask a worker', 'skip', 'skip', 'skip'])
    await write(text, /./);
  const [{ id } = { id: '' }] = await whole.desk.list();
  const before = whole.phone(SAM).length;
  await whole.desk.claim(id, worker('Alex'));
  await whole.reaches(SAM, /Alex/, before);
  await whole.desk.say(id, worker('Alex'), 'Hello, I’m Alex \u{1F642}', 'm1');
  await whole.reaches(SAM, /^Hello, I'm Alex$/);
  const delivery = async () => (await whole.desk.view(id))?.entries.find(({ text }) => /I’m Alex/.test(text))?.delivery;
  await until(async () => (await delivery()) === 'delivered');
});

test('what does not arrive is shown to the worker', async () => {
  await write('hi', /./);
  for (const text of ['person', 'Yes, ask a worker', 'skip', 'skip', 'skip']) await write(text, /./);
  const [{ id } = { id: '' }] = await whole.desk.list();
  whole.standIn.faults.undelivered = true;
  await whole.desk.claim(id, worker('Alex'));
  await whole.desk.say(id, worker('Alex'), 'Are you there?', 'm1');
  const delivery = async () =>
    (await whole.desk.view(id))?.entries.find(({ text }) => text === 'Are you there?')?.delivery;
  await until(async () => (await delivery()) === 'failed');
});

test.each(['STOP', 'end', 'Cancel'])(
  '%s: one acknowledgement, then silence whatever is typed, until START',
  async (word) => {
    await write('hi', /./);
    const stopped = await write(word, /START/);
    const count = whole.phone(SAM).length;
    expect(whole.phone(SAM).at(-1)).toBe(stopped);
    for (const text of ['hello', 'person', 'yes', 'I want to talk', word]) await whole.standIn.write(SAM, text);
    const again = await write('START', /./);
    // Texts to one person go out in order: nothing was sent between the two.
    expect(whole.phone(SAM)[count]).toBe(again);
  },
);
