import type { Worker } from '../../handoff/types';
import { openBots, worker } from './world';

const TOLD = 'my bills are piling up';
const PEER = "someone who's been through it";
const ASKED = /May they read what you told me too\?/;
const ali: Worker = { ...worker('Ali'), role: 'peer' };
const [sam, lee] = [worker('Sam'), { ...worker('Lee'), role: 'lead' as const }];

/** Somebody who has told something and said yes to passing it on, up to the question whom they would rather talk with. */
async function asks(wish: string, channel: 'web' | 'sms' = 'web', told = TOLD) {
  const bots = openBots();
  // Nobody types all of it at once: by text that would be a burst.
  const say = (text: string) => {
    bots.clock.now += 30_000;
    return bots.says('someone', text, undefined, channel);
  };
  for (const text of [told, 'person', 'Yes, ask a worker', 'skip', 'skip', wish]) await say(text);
  const agreed = async () => (await bots.memory('someone')).peersMayRead;
  const owner = async () => (await bots.store.load('someone')).conversation?.owner;
  const heard = async () => (await bots.answer('someone')).join('\n');
  const view = (who: Worker) => bots.desk.view('someone', who);
  /** Texts that this worker finds anywhere in what the desk gives them. */
  const given = async (who: Worker) => JSON.stringify([await view(who), await bots.desk.list(who)]);
  return { ...bots, say, agreed, owner, heard, view, given };
}

async function agrees(answer: string, channel: 'web' | 'sms' = 'web', told = TOLD) {
  const bots = await asks(PEER, channel, told);
  await bots.say(answer);
  return bots;
}

describe('the question', () => {
  test('is put to whoever would rather talk with somebody who has been through it, and waits for an answer', async () => {
    const { heard, owner } = await asks(PEER);
    expect(await heard()).toMatch(ASKED);
    expect(await owner()).toBe('bot');
  });

  test.each(['skip', 'a woman', 'someone from money please', "not someone who's been through it"])(
    'is not put to whoever says "%s": they wait at once',
    async (wish) => {
      const { heard, owner, agreed } = await asks(wish);
      expect(await heard()).not.toMatch(ASKED);
      expect(await owner()).toBe('waiting');
      expect(await agreed()).toBe(false);
    },
  );

  test('comes after the lines were seen and passed on, with buttons on the web and numbers by text', async () => {
    const web = await asks(PEER);
    const offered = (await web.seen('someone')).at(-1)?.suggestedActions?.actions.map(({ title }) => title);
    expect(offered).toEqual(['Yes, they can', 'No, only workers']);
    const sms = await agrees('1', 'sms');
    expect(await sms.agreed()).toBe(true);
  });
});

describe.each(['web', 'sms'] as const)('answered on %s', (channel) => {
  test.each(['Yes, they can', 'yes they can', '1', 'yes', 'yeah ok', 'yep fine', 'the first one'])(
    '"%s" is a yes',
    async (answer) => {
      const { agreed, owner, heard } = await agrees(answer, channel);
      expect(await agreed()).toBe(true);
      expect(await owner()).toBe('waiting');
      expect(await heard()).toMatch(/they can read it too/);
    },
  );

  test.each([
    ...['No, only workers', 'no', '2', 'nah', 'only workers', 'rather not', 'skip'],
    ...["don't let them read it", 'they can read some of it', 'yes but not the bit about mum', 'yes only workers'],
    ...['not sure', 'maybe', 'why?', 'thanks', 'what do you mean', 'Nie rozumiem tego pytania, prosze o pomoc'],
  ])('"%s" is none, and they wait all the same', async (answer) => {
    const { agreed, owner, heard } = await agrees(answer, channel);
    expect(await agreed()).toBe(false);
    expect(await owner()).toBe('waiting');
    expect(await heard()).toMatch(/only workers read it/);
  });
});

test('words that answer nothing are kept for the worker, with the question', async () => {
  const { view } = await agrees('my sister has been through it as well');
  expect((await view(sam))?.shared).toContainEqual(
    expect.objectContaining({ text: 'my sister has been through it as well', question: expect.stringMatching(ASKED) }),
  );
});

test('words about danger in its place are answered first, and then it is asked again', async () => {
  const { say, heard, agreed } = await agrees('he is outside with a knife');
  expect(await heard()).toContain('999');
  await say('carry on');
  expect(await heard()).toMatch(ASKED);
  await say('Yes, they can');
  expect(await agreed()).toBe(true);
});

describe('it can be changed', () => {
  test('by asking for a person again: it is asked again, and what was said last holds', async () => {
    const { say, heard, agreed } = await agrees('yes');
    for (const text of ['stop waiting', 'person', 'Yes, ask a worker']) await say(text);
    expect(await heard()).toMatch(ASKED);
    await say('no');
    expect(await agreed()).toBe(false);
  });

  test('a yes of before is none for what was told since', async () => {
    const { say, agreed, desk } = await agrees('yes');
    await desk.claim('someone', sam);
    await desk.end('someone', sam, 'connected');
    for (const text of ['person', 'Yes, ask a worker', 'what?']) await say(text);
    expect(await agreed()).toBe(false);
  });

  test('whoever strikes the wish is not asked, and nobody may read', async () => {
    const { say, heard, agreed } = await agrees('yes');
    for (const text of ['stop waiting', 'person', 'leave out 2', 'Yes, ask a worker']) await say(text);
    expect(await heard()).not.toMatch(ASKED);
    expect(await agreed()).toBe(false);
  });

  test('deleting what they said takes it back', async () => {
    const { say, agreed } = await agrees('yes');
    for (const text of ['delete', 'Yes, delete it all']) await say(text);
    expect(await agreed()).toBe(false);
  });
});

describe('a peer', () => {
  test('who may read is given what a worker is', async () => {
    const { view, say } = await agrees('yes');
    await say('I forgot to say that the rent is late');
    expect(await view(ali)).toEqual({ ...(await view(sam)), forYou: false });
    expect((await view(ali))?.shared).toContainEqual(expect.objectContaining({ text: TOLD }));
  });

  test('who may not is given none of what was told, before they come or after', async () => {
    const { given, say, desk } = await agrees('no');
    await say('I forgot to say that the rent is late');
    for (const words of [TOLD, PEER, 'the rent is late', 'only workers read it']) {
      expect(await given(sam)).toContain(words);
      expect(await given(lee)).toContain(words);
      expect(await given(ali)).not.toContain(words);
    }
    await desk.claim('someone', ali);
    await say('hello Ali');
    expect(await given(ali)).toContain('hello Ali');
    for (const words of [TOLD, PEER, 'the rent is late']) expect(await given(ali)).not.toContain(words);
  });

  test('sees words about danger in any case, and the person is told so', async () => {
    const { desk, given, seen, say } = await asks('skip', 'web', 'my husband hits me');
    await desk.claim('someone', ali);
    expect(await given(ali)).toContain('my husband hits me');
    const texts = (await seen('someone')).map(({ text }) => text).join('\n');
    expect(texts).toMatch(/Whoever talks with you sees those just as you wrote them/);
    expect(texts).toMatch(/Ali has not read what you told me.*Ali sees only the words about danger/s);
    await say('he has a knife');
    expect((await desk.view('someone', ali))?.flags).toHaveLength(2);
  });

  test('still comes first for whoever would rather talk with one', async () => {
    const { desk, presence, workers } = await agrees('no');
    workers.push(ali, sam);
    await presence.renew('ali');
    expect(await desk.list(ali)).toMatchObject([{ ratherPeer: true, yourTeam: true }]);
  });

  test('knows when and how it is safe to reach them', async () => {
    const { say, view } = await agrees('no');
    for (const text of ['call me back', 'text only, tomorrow at 11am']) await say(text);
    expect((await view(ali))?.booked?.words).toBe('text only, tomorrow at 11am');
    expect((await view(ali))?.entries).toEqual([]);
  });
});

describe('the words with which a peer is introduced', () => {
  test.each([
    ['yes', ali, /Ali is here now.*what you agreed to share/, /has not read/],
    ['no', ali, /Ali has not read what you told me. Tell Ali as much or as little as you like/, /agreed to share/],
    ['no', sam, /Sam is here now.*what you agreed to share/, /has not read/],
  ])('after "%s" (%#)', async (answer, who, honest, not) => {
    const { desk, heard } = await agrees(answer);
    await desk.claim('someone', who);
    expect(await heard()).toMatch(honest);
    expect(await heard()).not.toMatch(not);
  });

  test('say nothing of danger where there was none', async () => {
    const { desk, heard } = await agrees('no');
    await desk.claim('someone', ali);
    expect(await heard()).not.toMatch(/sees only the words about danger/);
  });
});

describe('a peer in company', () => {
  const NOTE = 'she said that her brother drinks';
  async function withSam(answer: string, why: 'take-over' | 'second') {
    const bots = await agrees(answer);
    await bots.desk.claim('someone', sam);
    await bots.say('this is for you, Sam');
    await bots.desk.note('someone', sam, NOTE, 'n-1');
    await bots.desk.ask('someone', sam, { to: { kind: 'worker', id: 'ali', name: 'Ali' }, why });
    return bots;
  }

  test.each(['take-over', 'second'] as const)(
    'who was asked to come (%s) reads nothing before, or after',
    async (why) => {
      const { desk, given, heard, say } = await withSam('no', why);
      expect(await given(ali)).not.toMatch(new RegExp([TOLD, 'for you, Sam', NOTE].join('|')));
      await desk.join('someone', ali);
      expect(await heard()).toMatch(/Sam asked Ali to.*Ali has not read what you said before.*as much or as little/s);
      expect(await heard()).not.toMatch(/They have read/);
      await say('hello both');
      await desk.note('someone', sam, 'we three talked', 'n-2');
      expect(await given(ali)).toMatch(/hello both.*we three talked/s);
      expect(await given(ali)).not.toMatch(new RegExp([TOLD, 'for you, Sam', NOTE].join('|')));
    },
  );

  test('who may read is said to have read it, and reads the talk, but no note of before', async () => {
    const { desk, given, heard } = await withSam('yes', 'second');
    await desk.join('someone', ali);
    expect(await heard()).toMatch(/They have read what you shared/);
    expect(await given(ali)).toMatch(/for you, Sam/);
    expect(await given(ali)).toContain(TOLD);
    expect(await given(ali)).not.toContain(NOTE);
    expect(await given(sam)).toContain(NOTE);
  });

  test('who stays when Sam leaves goes on with what was said since they came', async () => {
    const { desk, given, say } = await withSam('no', 'take-over');
    await desk.join('someone', ali);
    await say('hello both');
    await desk.stepOut('someone', sam);
    await say('only us now');
    expect(await given(ali)).toMatch(/hello both.*only us now/s);
    expect(await given(ali)).not.toContain('for you, Sam');
  });

  test('who left is not there for what is said after', async () => {
    const { desk, given, say } = await withSam('no', 'second');
    await desk.join('someone', ali);
    await say('hello both');
    await desk.stepOut('someone', ali);
    await say('that was for Sam alone');
    expect(await given(ali)).not.toContain('that was for Sam alone');
    await desk.ask('someone', sam, { to: { kind: 'anyone', id: '', name: '' }, why: 'second' });
    await desk.join('someone', ali);
    expect(await given(ali)).toContain('hello both');
    expect(await given(ali)).not.toContain('that was for Sam alone');
  });

  test('whom a lead puts back in the queue is written to nobody who is not there', async () => {
    const { desk, given, say } = await agrees('no');
    await desk.claim('someone', ali);
    await say('hello Ali');
    await desk.release('someone', lee);
    await say('the rent is late as well');
    expect(await given(ali)).not.toContain('rent is late as well');
    await desk.claim('someone', ali);
    expect(await given(ali)).toContain('hello Ali');
    expect(await given(ali)).not.toContain('rent is late as well');
    expect(await given(sam)).toContain('rent is late as well');
  });
});

test('a peer who was a worker until now sees what is said from their next message on', async () => {
  const { desk, given, say } = await agrees('no');
  await desk.claim('someone', { ...ali, role: 'worker' });
  await say('this is for a worker');
  await desk.say('someone', ali, 'Hello, I am a peer now', 'p-1');
  await say('hello again then');
  expect(await given(ali)).toMatch(/I am a peer now.*hello again then/s);
  expect(await given(ali)).not.toContain('this is for a worker');
});
