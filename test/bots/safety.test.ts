import { DANGERS, type Danger, type Understanding } from '../../understanding/types';
import { openBots, talk, worker } from './world';

/** Said plainly: how well danger is heard is understanding's business. Here it is what happens then. */
const WORDS: Record<Danger, string> = {
  suicide: 'I want to kill myself',
  'self-harm': 'I keep cutting myself',
  abuse: 'my husband hits me',
  child: 'my uncle touches me and I am 12',
  danger: 'he has a knife and he is outside my door now',
  medical: 'I took 30 paracetamol an hour ago',
  'harm-to-others': 'I am going to stab him',
};

const flows = Object.values(talk.library.flows).filter(({ topic }) => topic !== null);
const help: Record<Danger, RegExp> = {
  suicide: /116 123|0800/,
  'self-harm': /999|0800|85258/,
  abuse: /0808 2000 247/,
  child: /999|0800 1111/,
  danger: /999/,
  medical: /999/,
  'harm-to-others': /999|0808/,
};

test('there is a flow for each topic of the first issue', () => {
  expect(flows.map(({ topic }) => topic)).toEqual(expect.arrayContaining(['money', 'parenting', 'feelings']));
});

describe.each([...DANGERS])('words about danger: %s', (kind) => {
  test.each(flows.map(({ name, title }) => [name, title]))('in the middle of "%s"', async (_name, title) => {
    const bots = openBots();
    await bots.opens('c');
    await bots.says('c', title);
    await bots.says('c', WORDS[kind]);
    const answer = (await bots.answer('c')).join('\n');
    expect(answer).toMatch(help[kind]);
    const { story } = await bots.memory('c');
    expect(story.flags).toMatchObject([{ text: WORDS[kind], kinds: expect.arrayContaining([kind]) }]);
    await bots.says('c', 'Carry on');
    expect((await bots.memory('c')).engine.at?.flow).toBe(_name);
  });

  test('while a worker has the conversation', async () => {
    const bots = openBots();
    await bots.asksForAPerson('c');
    await bots.desk.claim('c', worker('Sam'));
    await bots.says('c', WORDS[kind]);
    expect((await bots.answer('c')).join('\n')).toMatch(help[kind]);
    const view = await bots.desk.view('c');
    expect(view?.urgent).toBe(true);
    expect(view?.flags).toMatchObject([{ text: WORDS[kind] }]);
    expect(view?.entries.map(({ text }) => text)).toContain(WORDS[kind]);
  });

  test('while waiting for a worker: first in the queue', async () => {
    const bots = openBots();
    await bots.asksForAPerson('earlier');
    bots.clock.now += 60_000;
    await bots.asksForAPerson('c');
    expect((await bots.desk.list()).map(({ id }) => id)).toEqual(['earlier', 'c']);
    await bots.says('c', WORDS[kind]);
    expect((await bots.desk.list()).map(({ id }) => id)).toEqual(['c', 'earlier']);
  });
});

test('words about danger as the answer to a question are kept as the answer, and it is not asked again', async () => {
  const bots = openBots();
  await bots.opens('c');
  await bots.says('c', 'Money worries');
  await bots.says('c', 'Let me say it my way');
  const asked = (await bots.memory('c')).engine.asked;
  expect(asked).not.toBeNull();
  await bots.says('c', WORDS.suicide);
  expect((await bots.memory('c')).engine.answers[asked?.as ?? '']).toBe(WORDS.suicide);
  await bots.says('c', 'Carry on');
  expect((await bots.memory('c')).engine.asked?.as).not.toBe(asked?.as);
});

test('a child sees the lines made for children first', async () => {
  const bots = openBots();
  await bots.says('c', 'im 13 and i want to die');
  const answer = (await bots.answer('c')).join('\n');
  expect(answer).toMatch(/Childline/);
  expect(answer.indexOf('Childline')).toBeLessThan(
    answer.indexOf('116 123') < 0 ? Number.MAX_SAFE_INTEGER : answer.indexOf('116 123'),
  );
});

test('picking it from a list says it as plainly as writing it', async () => {
  const bots = openBots();
  await bots.opens('c');
  await bots.says('c', 'help now');
  const { engine } = await bots.memory('c');
  const picked = engine.offered.find(({ to }) => to.kind === 'step' && to.flow === 'safety');
  expect(picked).toBeDefined();
  await bots.says('c', picked?.label ?? '');
  const { story } = await bots.memory('c');
  expect(story.flags).toMatchObject([{ text: picked?.label }]);
});

test('the gentle question that nobody heard, because a worker had the conversation, is still asked later', async () => {
  const unsure: Understanding = {
    ...talk.understanding,
    read: async (text) => ({
      ...(await talk.understanding.read(text)),
      safety: text.includes('unsure') ? { tier: 'check', kinds: ['suicide'] } : { tier: 'none', kinds: [] },
    }),
  };
  const bots = openBots(undefined, unsure);
  await bots.asksForAPerson('c');
  await bots.desk.claim('c', worker('Sam'));
  await bots.says('c', 'unsure words');
  expect(await bots.answer('c')).toEqual([]);
  await bots.desk.end('c', worker('Sam'), 'connected');
  await bots.says('c', 'unsure words again');
  expect((await bots.memory('c')).engine.at).toEqual({ flow: 'safety', step: 'check' });
  await bots.says('c', 'unsure words once more');
  expect((await bots.memory('c')).checked).toBe(true);
});

test('words about danger after "stop" get no message, and are there for a worker if they come back', async () => {
  const bots = openBots();
  await bots.says('c', 'stop');
  await bots.says('c', WORDS.suicide);
  expect(await bots.answer('c')).toEqual([]);
  expect((await bots.memory('c')).story.flags).toMatchObject([{ text: WORDS.suicide }]);
});

test('whoever fears for their children is told about that, and not asked about danger first', async () => {
  const bots = openBots();
  await bots.opens('c');
  await bots.says('c', 'will you take my kids if i tell you');
  const answer = (await bots.answer('c')).join('\n');
  expect(answer).toMatch(/children/);
  expect(answer).not.toMatch(/999|ending your life/);
});

const UNSURE = "i don't see the point in anything";
const PICKED = { text: 'Talk with a person', kind: 'choice' };

describe('the gentle question, left open', () => {
  test.each([
    ['person', PICKED],
    ['6', PICKED],
    ['Talk with a person', PICKED],
    ['menu', { text: 'menu', kind: 'words' }],
  ])('by "%s": whoever talks with them will see that', async (said, line) => {
    const bots = openBots();
    await bots.opens('c');
    await bots.says('c', UNSURE);
    expect((await bots.memory('c')).engine.at).toEqual({ flow: 'safety', step: 'check' });
    await bots.says('c', said);
    const { lines } = (await bots.memory('c')).story;
    expect(lines.at(-1)).toMatchObject({ question: expect.stringMatching(/ending your life/), ...line });
  });

  test('once only, however often they come back to it', async () => {
    const bots = openBots();
    await bots.opens('c');
    for (const said of [UNSURE, 'person', 'back', '6']) await bots.says('c', said);
    const { lines } = (await bots.memory('c')).story;
    expect(lines.filter(({ question }) => question?.includes('ending your life'))).toHaveLength(1);
  });

  test('where nothing was asked, asking for a person is nothing to keep', async () => {
    const bots = openBots();
    await bots.opens('c');
    await bots.says('c', 'person');
    expect((await bots.memory('c')).story.lines).toEqual([]);
  });
});

describe('what is asked gently fits what the words may be about', () => {
  const unsureOf = (kinds: Danger[]): Understanding => ({
    ...talk.understanding,
    read: async (text) => ({
      ...(await talk.understanding.read(text)),
      safety: text.includes('like that') ? { tier: 'check', kinds } : { tier: 'none', kinds: [] },
    }),
  });
  test.each<[Danger[], string, RegExp]>([
    [['suicide'], 'check', /ending your life/],
    [['abuse', 'self-harm'], 'check', /ending your life/],
    [['medical'], 'check-hurt', /very ill or badly hurt/],
    [['abuse'], 'check-safe', /hurting or scaring you/],
    [['child', 'medical'], 'check-safe', /hurting or scaring you/],
    [['danger'], 'check-safe', /hurting or scaring you/],
    [['harm-to-others'], 'check-safe', /hurting or scaring you/],
  ])('%s: "%s"', async (kinds, asked, words) => {
    const bots = openBots(undefined, unsureOf(kinds));
    await bots.opens('c');
    await bots.says('c', 'it is like that again');
    expect((await bots.memory('c')).engine.at).toEqual({ flow: 'safety', step: asked });
    expect((await bots.answer('c')).join('\n')).toMatch(words);
    await bots.says('c', 'i mean the neighbours');
    expect((await bots.answer('c')).join('\n')).not.toMatch(words);
    expect((await bots.memory('c')).engine.at?.flow).not.toBe('safety');
  });

  test('nobody asks a child a leading question about that', async () => {
    const bots = openBots(undefined, unsureOf(['abuse']));
    await bots.opens('c');
    await bots.says('c', 'im 12');
    await bots.says('c', 'it is like that again');
    expect((await bots.answer('c')).join('\n')).toMatch(/How safe do you feel right now\?/);
  });
});
