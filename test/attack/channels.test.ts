import { MORE_EVENT } from '../../adapters/contract';
import { split } from '../../adapters/phone/split';
import { KNOCK_EVENT } from '../../bots/outbox';
import { openBots, talk, until, worker } from '../bots/world';

/** What could go wrong where Natter has to send, tried on purpose. */

const HOUR = 60 * 60_000;
/** Generous: what costs the square of its length takes a minute and more. */
const SOON_MS = 10_000;
type Bots = ReturnType<typeof openBots>;

/** What has gone out so far, once everything that is due has gone. */
async function sent(bots: Bots): Promise<string[]> {
  await until(async () => {
    bots.sender.wake();
    return (await bots.store.outgoing('c')).every(({ state, dueAt }) => state !== 'waiting' || dueAt > bots.clock.now);
  });
  return bots.posted.map(({ activity }) => activity.text ?? activity.name ?? '');
}

async function withWorker(bots: Bots): Promise<void> {
  for (const text of ['person', 'Yes, ask a worker', 'skip', 'skip', 'skip']) await bots.texts('c', text);
  await bots.desk.claim('c', worker('Sam'));
  await sent(bots);
}

/** A reply that WhatsApp's window keeps back. */
async function keptBack(bots: Bots, text: string): Promise<void> {
  bots.answers.push({ ok: false, retry: false, code: 'window-closed' });
  await bots.desk.say('c', worker('Sam'), text, text);
  await sent(bots);
  await until(async () => (await bots.memory('c')).held.length > 0);
}

describe('after STOP', () => {
  test('nothing goes out that was still waiting to be sent', async () => {
    const bots = openBots();
    await bots.texts('c', 'hello');
    await sent(bots);
    bots.answers.push({ ok: false, retry: true, code: 'passing' });
    await bots.texts('c', 'money');
    await until(async () =>
      (await bots.store.outgoing('c')).some(({ attempts, state }) => attempts === 1 && state === 'waiting'),
    );
    const before = bots.posted.length;
    await bots.texts('c', 'STOP');
    await bots.later(HOUR);
    expect((await sent(bots)).slice(before)).toEqual([expect.stringMatching(/no more messages/)]);
  });

  test('news of a message that the window kept back makes no knock', async () => {
    const bots = openBots();
    await withWorker(bots);
    await bots.desk.say('c', worker('Sam'), 'Are you there?', 'm1');
    await sent(bots);
    const row = bots.posted.at(-1)?.row ?? '';
    await bots.texts('c', 'STOP');
    const before = (await sent(bots)).length;
    await bots.conversations.delivered({ row, state: 'failed', code: 'window-closed' });
    expect((await sent(bots)).slice(before)).toEqual([]);
    expect((await bots.memory('c')).held).toEqual([]);
  });

  test('it holds even when the turn fails on a fault of ours', async () => {
    let broken = false;
    const bots = openBots(undefined, {
      ...talk.understanding,
      read: async (text) => {
        if (broken) throw new Error('a fault');
        return talk.understanding.read(text);
      },
    });
    await bots.texts('c', 'hello');
    const before = (await sent(bots)).length;
    broken = true;
    await bots.texts('c', 'STOP', { optOut: 'stop', told: true });
    await until(async () => (await bots.memory('c')).stopped);
    broken = false;
    await bots.texts('c', 'are you there');
    expect((await sent(bots)).slice(before)).toEqual([]);
  });
});

test('"delete" does not bring out what the window had kept back', async () => {
  const bots = openBots();
  await withWorker(bots);
  await keptBack(bots, 'About your rent');
  const before = (await sent(bots)).length;
  await bots.texts('c', 'delete what I said');
  expect((await sent(bots)).slice(before).join('\n')).not.toMatch(/rent/);
});

test('asking for the rest of a list brings out what the window had kept back', async () => {
  const bots = openBots();
  await withWorker(bots);
  await keptBack(bots, 'About your rent');
  const before = (await sent(bots)).length;
  await bots.conversations.receive({
    id: 'more-1',
    channel: 'sms',
    conversation: 'c',
    activity: { type: 'event', name: MORE_EVENT, value: { from: 9 } },
  });
  expect((await sent(bots)).slice(before)).toEqual(['About your rent']);
});

describe('photos', () => {
  test('an album of twenty is not answered twenty times, and not for ever either', async () => {
    const bots = openBots();
    await bots.texts('c', 'hello');
    const before = (await sent(bots)).length;
    for (let n = 0; n < 20; n += 1) await bots.texts('c', '', { sent: 'photo' });
    const answers = (await sent(bots)).slice(before).filter((text) => /photo/i.test(text));
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.length).toBeLessThan(8);
    await bots.later(15_000);
    expect((await sent(bots)).at(-1)).toMatch(/Money worries|own words|pick/);
  });

  test('as the first message of all is answered with who is speaking', async () => {
    const bots = openBots();
    await bots.texts('c', '', { sent: 'voice' });
    const said = (await sent(bots)).join('\n');
    expect(said).toMatch(/voice notes/i);
    expect(said).toMatch(/computer program, not a person/);
  });

  test('with words about danger beside one: help comes first', async () => {
    const bots = openBots();
    await bots.texts('c', 'hello');
    const before = (await sent(bots)).length;
    await bots.texts('c', 'I want to kill myself', { sent: 'photo' });
    expect((await sent(bots))[before]).not.toMatch(/photo/i);
  });

  test('after hours do not bring back what was said before', async () => {
    const bots = openBots();
    await bots.texts('c', 'my rent is late and he shouts at me');
    await bots.texts('c', 'what do you know about me');
    await bots.later(9 * HOUR);
    const before = (await sent(bots)).length;
    await bots.texts('c', '', { sent: 'photo' });
    expect((await sent(bots)).slice(before).join('\n')).not.toMatch(/rent|shouts/);
    await bots.texts('c', 'me again');
    expect((await sent(bots)).slice(before).join('\n')).toMatch(/carry on/i);
  });
});

test('somebody whose number changed before they ever wrote is told who is speaking', async () => {
  const bots = openBots();
  await bots.conversations.receive({
    id: 'moved-1',
    channel: 'sms',
    conversation: 'c',
    activity: { type: 'event', name: 'natter/moved' },
    address: { provider: 'twilio', person: '+447700900001', ours: '+447700900000' },
  });
  await bots.texts('c', 'skint till friday');
  expect((await sent(bots)).join('\n')).toMatch(/computer program, not a person/);
});

test('nobody is knocked for twice before they answer', async () => {
  const bots = openBots();
  await withWorker(bots);
  await keptBack(bots, 'One');
  await keptBack(bots, 'Two');
  await until(async () => (await bots.memory('c')).held.length === 2);
  expect((await sent(bots)).filter((text) => text === KNOCK_EVENT)).toHaveLength(1);
});

test('a question whether they want to read a reply that cannot be asked: the worker sees it, and it may mean STOP', async () => {
  const bots = openBots();
  await withWorker(bots);
  bots.answers.push({ ok: false, retry: false, code: 'window-closed' }, { ok: false, retry: false, code: 'opted-out' });
  await bots.desk.say('c', worker('Sam'), 'About your rent', 'm1');
  await until(async () => (await bots.memory('c')).stopped);
  const lines = (await bots.desk.view('c'))?.entries ?? [];
  expect(lines.find(({ text }) => text === 'About your rent')?.delivery).toBe('failed');
});

test('START while a worker has them is acknowledged, and asks nothing', async () => {
  const bots = openBots();
  await withWorker(bots);
  await bots.texts('c', 'STOP');
  const before = (await sent(bots)).length;
  await bots.texts('c', 'START');
  expect((await sent(bots)).slice(before)).toEqual([expect.stringMatching(/Messages are back on/)]);
});

test('what the window kept back comes out in the order it was said, whatever order the news came in', async () => {
  const bots = openBots();
  await withWorker(bots);
  const rows: string[] = [];
  for (const text of ['One', 'Two', 'Three']) {
    await bots.desk.say('c', worker('Sam'), text, text);
    await sent(bots);
    rows.push(bots.posted.at(-1)?.row ?? '');
  }
  for (const row of rows.toReversed())
    await bots.conversations.delivered({ row, state: 'failed', code: 'window-closed' });
  await sent(bots);
  const before = bots.posted.length;
  await bots.texts('c', 'OPEN');
  expect((await sent(bots)).slice(before)).toEqual(['One', 'Two', 'Three']);
  await bots.conversations.delivered({ row: bots.posted.at(-3)?.row ?? '', state: 'delivered', code: null });
  const lines = (await bots.desk.view('c'))?.entries ?? [];
  expect(lines.filter(({ delivery }) => delivery).map(({ text }) => text)).toEqual(['One']);
});

test('a message of several parts has not arrived when one of them has not', async () => {
  const bots = openBots();
  await withWorker(bots);
  await bots.desk.say('c', worker('Sam'), 'a long story', 'm1');
  await sent(bots);
  const row = bots.posted.at(-1)?.row ?? '';
  await bots.conversations.delivered({ row: `${row}.1`, state: 'failed', code: 'expired' });
  await bots.conversations.delivered({ row, state: 'delivered', code: null });
  expect((await bots.desk.view('c'))?.entries.at(-1)?.delivery).toBe('failed');
  await bots.conversations.delivered({ row: `${row}.1`, state: 'delivered', code: null });
  expect((await bots.desk.view('c'))?.entries.at(-1)?.delivery).toBe('delivered');
});

test.each(
  Object.entries({
    words: 'ab ',
    lines: 'a line\n',
    'one word': 'x',
    pictures: '\u{1F642}\u{1F642} ',
    sentences: 'So it is. ',
  }),
)('a story that went on for very long (%s) is soon cut, and nothing of it is lost', (_name, sign) => {
  const text = sign.repeat(600_000 / sign.length);
  const before = performance.now();
  const pieces = split(text, 918);
  expect(performance.now() - before).toBeLessThan(SOON_MS);
  expect(pieces.every((piece) => piece.length > 0 && piece.length <= 918)).toBe(true);
  expect(pieces.join('').replace(/\s/g, '') === text.replace(/\s/g, '')).toBe(true);
});
