import { KNOCK_EVENT } from '../../bots/outbox';
import { NOT_WORDS } from '../../handoff/types';
import { openBots, talk, until, worker } from './world';

/** What is different where Natter has to send: on text messages and WhatsApp. */

const HOUR = 60 * 60_000;
const flows = Object.values(talk.library.flows);
type Bots = ReturnType<typeof openBots>;

/** What has gone out so far, once everything that is due has gone. */
async function sent(bots: Bots): Promise<string[]> {
  await until(async () => {
    bots.sender.wake();
    return (await bots.store.outgoing('c')).every(({ state, dueAt }) => state !== 'waiting' || dueAt > bots.clock.now);
  });
  return bots.posted.map(({ activity }) => activity.text ?? activity.name ?? '');
}

async function asksForAPerson(bots: Bots): Promise<void> {
  for (const text of ['person', 'Yes, ask a worker', 'skip', 'skip', 'skip']) await bots.texts('c', text);
  expect((await bots.desk.list()).map(({ id }) => id)).toEqual(['c']);
}

/** The acknowledgement has come, and then nothing does, whatever is typed. */
async function staysSilent(bots: Bots): Promise<void> {
  const before = (await sent(bots)).length;
  for (const text of ['hello?', 'person', 'help now', 'i want to die', '1', 'unstop me', 'end'])
    await bots.texts('c', text);
  await bots.later(2 * HOUR);
  expect(await sent(bots)).toHaveLength(before);
  await bots.texts('c', 'START');
  expect((await sent(bots)).length).toBeGreaterThan(before);
}

describe('the first message', () => {
  test('is answered with who is speaking, and that the number can be seen', async () => {
    const bots = openBots();
    await bots.texts('c', 'skint till friday');
    const said = (await sent(bots)).join('\n');
    expect(said).toMatch(/computer program, not a person/);
    expect(said).toMatch(/We can see your number/);
    expect(said).toMatch(/Money worries/);
  });

  test('with words about danger in it is answered with where help is, before anything else', async () => {
    const bots = openBots();
    await bots.texts('c', 'I want to kill myself');
    expect((await sent(bots))[0]).not.toMatch(/computer program/);
    const said = (await sent(bots)).join('\n');
    expect(said).toMatch(/116 123.*a computer program, not a person\. We can see your number/s);
    await bots.texts('c', 'there is nobody i can ring, i want to die');
    expect((await sent(bots)).join('\n').match(/a computer program/g)).toHaveLength(1);
  });

  test('that is not clear is asked about, and told who asks', async () => {
    const bots = openBots();
    await bots.texts('c', "i don't see the point in anything");
    const said = (await sent(bots)).join('\n');
    expect(said).toMatch(/a computer program, not a person.*Write STOP.*ending your life/s);
  });

  test('in a language that cannot be read is told so in that language, once', async () => {
    const bots = openBots();
    await bots.texts('c', 'pomocy, chcę się zabić');
    const said = (await sent(bots)).join('\n');
    expect(said).toMatch(/116 123/);
    expect(said).not.toMatch(/I am Natter/);
  });
});

describe('STOP', () => {
  test.each(flows.map(({ name }) => name))(
    'in the middle of "%s": one acknowledgement, then silence until START',
    async (flow) => {
      const bots = openBots();
      await bots.texts('c', 'hello');
      const { conversation } = await bots.store.load('c');
      const memory = await bots.memory('c');
      memory.engine.at = { flow, step: talk.library.flows[flow]?.steps[0]?.id ?? '' };
      const taken = await bots.store.take('c', bots.clock.now, 1000);
      if (!conversation || !taken) throw new Error('There is no conversation.');
      await bots.store.commit({
        ...{
          lease: taken.lease,
          now: bots.clock.now,
          expected: conversation.version,
          arrived: [],
          done: [],
          transcript: [],
        },
        ...{ outbox: [], timers: { set: [], cancel: [] }, forget: false },
        conversation: { ...conversation, body: JSON.stringify(memory) },
      });
      const before = (await sent(bots)).length;
      await bots.texts('c', 'STOP');
      expect((await sent(bots)).slice(before)).toEqual([expect.stringMatching(/no more messages/)]);
      await staysSilent(bots);
    },
  );

  test('while waiting: nobody waits for them any more', async () => {
    const bots = openBots();
    await asksForAPerson(bots);
    const before = (await sent(bots)).length;
    await bots.texts('c', 'stop', { optOut: 'stop' });
    expect((await sent(bots)).slice(before)).toEqual([expect.stringMatching(/no more messages/)]);
    expect(await bots.desk.list()).toEqual([]);
    await staysSilent(bots);
  });

  test('with a worker: the worker sees it, can send nothing, and can say how it ended', async () => {
    const bots = openBots();
    await asksForAPerson(bots);
    await bots.desk.claim('c', worker('Sam'));
    await bots.texts('c', 'STOP');
    const entries = (await bots.desk.view('c'))?.entries ?? [];
    expect(entries.map(({ text }) => text)).toContain('STOP');
    expect(entries.filter(({ from }) => from === 'desk').at(-1)?.text).toMatch(/no more messages/);
    expect(await bots.desk.say('c', worker('Sam'), 'are you ok?', 'm1')).toEqual({ ok: false, why: 'stopped' });
    await staysSilentWith(bots);
    expect(await bots.desk.end('c', worker('Sam'), 'unreachable')).toEqual({ ok: true });
    expect((await sent(bots)).at(-1)).not.toMatch(/ended/);
  });

  test('that the phone company has answered itself is not answered again', async () => {
    const bots = openBots();
    await bots.texts('c', 'hello');
    const before = (await sent(bots)).length;
    await bots.texts('c', 'cancel', { optOut: 'stop', told: true });
    expect((await sent(bots)).length).toBe(before);
    await bots.texts('c', 'hello');
    expect((await sent(bots)).length).toBe(before);
  });

  test('that only the phone company knows of is learnt from its answer', async () => {
    const bots = openBots();
    bots.answers.push({ ok: false, retry: false, code: 'opted-out' });
    await bots.texts('c', 'hello');
    await until(async () => (await bots.memory('c'))?.stopped === true);
  });
});

async function staysSilentWith(bots: Bots): Promise<void> {
  const before = (await sent(bots)).length;
  await bots.texts('c', 'still there?');
  expect(await sent(bots)).toHaveLength(before);
}

describe('what is not words', () => {
  test.each([...NOT_WORDS])('%s: not kept, answered kindly, and the choices are still there', async (what) => {
    const bots = openBots();
    await bots.texts('c', 'hello');
    const offered = (await bots.memory('c')).engine.offered;
    const before = (await sent(bots)).length;
    await bots.texts('c', '', { sent: what });
    const answer = (await sent(bots)).slice(before);
    expect(answer[0]).toMatch(/word|typ|town/i);
    expect((await bots.memory('c')).engine.offered).toEqual(offered);
    expect((await bots.memory('c')).story.lines).toEqual([]);
  });

  test('a worker sees that a photo was sent', async () => {
    const bots = openBots();
    await asksForAPerson(bots);
    await bots.desk.claim('c', worker('Sam'));
    await bots.texts('c', 'look at this', { sent: 'photo' });
    expect((await bots.desk.view('c'))?.entries.at(-2)).toMatchObject({ text: 'look at this', sent: 'photo' });
    expect((await sent(bots)).at(-1)).toMatch(/words/);
  });

  test('words beside it are heard, danger too', async () => {
    const bots = openBots();
    await bots.texts('c', 'i took 30 paracetamol an hour ago', { sent: 'photo' });
    expect((await sent(bots)).join('\n')).toMatch(/999/);
  });
});

describe('coming back after hours', () => {
  test('asks whether to carry on, keeps the words, and repeats nothing that was said before', async () => {
    const bots = openBots();
    await bots.texts('c', 'i owe money to everyone and i am ashamed');
    await sent(bots);
    bots.clock.now += 9 * HOUR;
    const before = (await sent(bots)).length;
    await bots.texts('c', 'me again');
    const answer = (await sent(bots)).slice(before).join('\n');
    expect(answer).toMatch(/carry on from before, or start fresh/);
    expect(answer).not.toMatch(/money|ashamed/i);
    expect((await bots.memory('c')).story.lines.map(({ text }) => text)).toContain('me again');
  });

  test('words about danger are answered at once', async () => {
    const bots = openBots();
    await bots.texts('c', 'money worries');
    bots.clock.now += 9 * HOUR;
    const before = (await sent(bots)).length;
    await bots.texts('c', 'I want to kill myself');
    expect((await sent(bots)).slice(before).join('\n')).toMatch(/116 123/);
  });
});

test('of twenty messages in two seconds all are kept, and the last are answered together', async () => {
  const bots = openBots();
  for (let n = 1; n <= 20; n += 1) {
    bots.clock.now += 100;
    await bots.texts('c', `and another thing number ${n} about the damp`);
  }
  const answered = (await bots.memory('c')).spokeAt.length;
  expect(answered).toBeLessThanOrEqual(6);
  expect((await bots.memory('c')).story.lines).toHaveLength(20);
  const before = (await sent(bots)).length;
  await bots.later(11_000);
  expect((await sent(bots)).slice(before)[0]).toMatch(/all of that|every one of those/);
});

describe("WhatsApp's window", () => {
  test('keeps a reply back, asks once with no word of what it is about, and delivers when they write', async () => {
    const bots = openBots();
    await asksForAPerson(bots);
    await bots.desk.claim('c', worker('Sam'));
    const before = (await sent(bots)).length;
    bots.answers.push({ ok: false, retry: false, code: 'window-closed' });
    await bots.desk.say('c', worker('Sam'), 'about your rent: ring me', 'm1');
    await until(async () => (await sent(bots)).includes(KNOCK_EVENT));
    bots.answers.push({ ok: false, retry: false, code: 'window-closed' });
    await bots.desk.say('c', worker('Sam'), 'any time before five', 'm2');
    await until(async () => (await bots.memory('c')).held.length === 2);
    expect((await sent(bots)).slice(before).filter((text) => text === KNOCK_EVENT)).toHaveLength(1);
    const knocked = (await sent(bots)).length;
    await bots.texts('c', 'OPEN');
    expect((await sent(bots)).slice(knocked)).toEqual(['about your rent: ring me', 'any time before five']);
  });
});

describe('news of a message', () => {
  test('only moves forwards, and reaches the desk', async () => {
    const bots = openBots();
    await asksForAPerson(bots);
    await bots.desk.claim('c', worker('Sam'));
    await bots.desk.say('c', worker('Sam'), 'hello, I am Sam', 'm1');
    await sent(bots);
    const row = bots.posted.at(-1)?.row ?? '';
    await bots.conversations.delivered({ row, state: 'read', code: null });
    await bots.conversations.delivered({ row, state: 'delivered', code: null });
    expect((await bots.desk.view('c'))?.entries.at(-1)).toMatchObject({ text: 'hello, I am Sam', delivery: 'read' });
  });

  test('a worker sees what did not arrive, and what comes after it is still sent', async () => {
    const bots = openBots();
    await asksForAPerson(bots);
    await bots.desk.claim('c', worker('Sam'));
    await sent(bots);
    bots.answers.push({ ok: false, retry: false, code: 'landline' });
    await bots.desk.say('c', worker('Sam'), 'hello, I am Sam', 'm1');
    await bots.desk.say('c', worker('Sam'), 'are you there?', 'm2');
    await until(
      async () => (await bots.desk.view('c'))?.entries.some(({ delivery }) => delivery === 'failed') === true,
    );
    expect(await sent(bots)).toContain('are you there?');
  });

  test('of nobody we know changes nothing', async () => {
    const bots = openBots();
    await bots.conversations.delivered({ row: 'somebody|3', state: 'failed', code: 'blocked' });
    await bots.conversations.delivered({ row: 'nonsense', state: 'read', code: null });
    expect((await bots.store.load('somebody')).conversation).toBeNull();
  });
});

describe('numbers', () => {
  test('make the same conversation again, cannot be read from it, and a second name leads to it too', async () => {
    const bots = openBots();
    const { conversationOf } = bots.conversations;
    const first = await conversationOf('whatsapp', 'ours', ['+447700900123']);
    expect(await conversationOf('whatsapp', 'ours', ['+447700900123'])).toBe(first);
    expect(await conversationOf('whatsapp', 'ours', ['GB.1349', '+447700900123'])).toBe(first);
    expect(await conversationOf('whatsapp', 'ours', ['GB.1349'])).toBe(first);
    expect(await conversationOf('sms', 'ours', ['+447700900123'])).not.toBe(first);
    expect(first).not.toMatch(/7700/);
  });

  test('are in no id that is kept', async () => {
    const bots = openBots();
    await bots.says('c', 'hello', 'wamid.447700900001', 'whatsapp');
    await sent(bots);
    expect(
      JSON.stringify(await bots.store.outgoing('c').then((rows) => rows.map(({ body: _, ...row }) => row))),
    ).not.toMatch(/7700/);
  });
});
