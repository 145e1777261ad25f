import type { Activity } from 'botbuilder';
import { openBots, talk, worker } from './world';

const { languages, english } = talk.languages;
const inPolish = languages.find(({ code }) => code === 'pl');
const inUrdu = languages.find(({ code }) => code === 'ur');
if (!inPolish || !inUrdu?.latin) throw new Error('The languages cannot be read.');

const HELP = 'potrzebuję pomocy, nie mam pieniędzy na czynsz';
const labels = (said: Partial<Activity>[]) =>
  said.findLast(({ suggestedActions }) => suggestedActions)?.suggestedActions?.actions.map(({ title }) => title);

test.each(languages.map(({ code, help, reply, person }) => [code, help[0] ?? '', reply, person] as const))(
  'who writes in %s is told so in it, and offered a person',
  async (_code, help, reply, person) => {
    const bots = openBots();
    await bots.opens('c');
    await bots.says('c', help);
    expect(await bots.answer('c')).toEqual(reply);
    expect(labels(await bots.seen('c'))).toEqual([person, english.own]);
    await bots.says('c', person);
    expect((await bots.desk.list()).map(({ id }) => id)).toEqual(['c']);
  },
);

test('in Latin letters, who types Urdu so', async () => {
  const bots = openBots();
  await bots.opens('c');
  await bots.says('c', 'mujhe madad chahiye');
  expect(await bots.answer('c')).toEqual(inUrdu.latin?.reply);
});

test('the whole of it is said once, then a short line in turn, and every word is kept for the worker', async () => {
  const bots = openBots();
  await bots.opens('c');
  const said = [HELP, 'mój mąż stracił pracę', 'boję się o dzieci', 'co mam robić, proszę'];
  const answers: string[][] = [];
  for (const text of said) {
    await bots.says('c', text);
    answers.push(await bots.answer('c'));
  }
  expect(answers).toEqual([inPolish.reply, [inPolish.again[0]], [inPolish.again[1]], [inPolish.again[0]]]);
  await bots.says('c', inPolish.person);
  expect((await bots.answer('c'))[0]).toBe(inPolish.asked);
  const view = await bots.desk.view('c');
  expect(view?.shared.map(({ text }) => text)).toEqual(said);
  expect(view?.language).toBe('Polish');
  expect((await bots.desk.list())[0]?.language).toBe('Polish');
});

test.each([
  ['typed otherwise', inPolish.person.toUpperCase()],
  ['its number', '1'],
])('a person is asked for by %s, by text message', async (_way, text) => {
  const bots = openBots();
  await bots.texts('c', HELP);
  expect(await bots.answer('c')).toEqual(inPolish.reply);
  await bots.texts('c', text);
  expect((await bots.answer('c'))[0]).toBe(inPolish.asked);
  expect((await bots.desk.list()).map(({ id }) => id)).toEqual(['c']);
});

test('a person is asked for when the choice was never on offer', async () => {
  const bots = openBots();
  await bots.opens('c');
  await bots.says('c', inPolish.person);
  expect((await bots.desk.list()).map(({ id }) => id)).toEqual(['c']);
});

test('a person is asked for later: first they see what they told in between', async () => {
  const bots = openBots();
  await bots.opens('c');
  await bots.says('c', HELP);
  await bots.says('c', 'my landlord shouts at me');
  await bots.says('c', inPolish.person);
  expect((await bots.answer('c')).join('\n')).toContain('my landlord shouts at me');
  expect(await bots.desk.list()).toEqual([]);
  await bots.says('c', inPolish.person);
  expect((await bots.desk.list()).map(({ id }) => id)).toEqual(['c']);
});

test('English goes on where they were', async () => {
  const bots = openBots();
  await bots.opens('c');
  await bots.says('c', 'Money worries');
  const { at } = (await bots.memory('c')).engine;
  await bots.says('c', HELP);
  await bots.says('c', english.own);
  expect((await bots.memory('c')).engine.at).toEqual(at);
  expect((await bots.answer('c')).length).toBeGreaterThan(0);
  await bots.says('c', HELP);
  expect(await bots.answer('c')).toEqual(expect.arrayContaining(inPolish.reply));
});

test('by text message English begins with hello, and who is speaking', async () => {
  const bots = openBots();
  await bots.texts('c', HELP);
  await bots.texts('c', english.own);
  expect((await bots.answer('c')).join('\n')).toMatch(/this is Natter/);
});

test('what they told in English before is shown before it is passed on', async () => {
  const bots = openBots();
  await bots.opens('c');
  await bots.says('c', 'I owe money to my brother');
  await bots.says('c', HELP);
  expect((await bots.answer('c')).join('\n')).toContain('I owe money to my brother');
});

test('the answer to an open question is kept as its answer', async () => {
  const bots = openBots();
  await bots.opens('c');
  await bots.says('c', 'Money worries');
  await bots.says('c', 'Let me say it my way');
  const { asked } = (await bots.memory('c')).engine;
  await bots.says('c', HELP);
  expect((await bots.memory('c')).story.lines).toMatchObject([{ question: asked?.question, text: HELP }]);
});

test('on the way to a person, an answer may be in any language', async () => {
  const bots = openBots();
  await bots.opens('c');
  for (const text of ['person', 'Yes, ask a worker', 'mój mąż nie może się o tym dowiedzieć', 'Małgorzata', 'skip'])
    await bots.says('c', text);
  expect((await bots.desk.list()).map(({ id }) => id)).toEqual(['c']);
});

test('while they wait, or a worker is there, the words are theirs, and the language is seen', async () => {
  const bots = openBots();
  await bots.asksForAPerson('c');
  await bots.desk.claim('c', worker('Sam'));
  await bots.says('c', HELP);
  expect(await bots.answer('c')).toEqual([]);
  expect((await bots.desk.view('c'))?.language).toBe('Polish');
});

describe('words about danger', () => {
  test.each([
    ['mąż mnie bije', 'abuse'],
    ['moje dziecko nie oddycha', 'medical'],
    ['chcę umrzeć', 'suicide'],
  ])('%s: 999 first, in their language, then where help is', async (text, kind) => {
    const bots = openBots();
    await bots.opens('c');
    await bots.says('c', text);
    const [first, ...rest] = await bots.answer('c');
    expect(first).toBe(inPolish.reply.find((line) => line.includes('999')));
    expect(rest.join('\n')).toMatch(/999/);
    expect((await bots.memory('c')).story.flags).toMatchObject([{ text, kinds: [kind] }]);
    expect(labels(await bots.seen('c'))?.[0]).toBe(inPolish.person);
    await bots.says('c', '1');
    expect((await bots.desk.list())[0]).toMatchObject({ id: 'c', urgent: true, language: 'Polish' });
  });

  test('while a worker is there', async () => {
    const bots = openBots();
    await bots.asksForAPerson('c');
    await bots.desk.claim('c', worker('Sam'));
    await bots.says('c', 'mąż mnie bije');
    expect((await bots.answer('c'))[0]).toMatch(/999/);
    expect((await bots.desk.view('c'))?.urgent).toBe(true);
  });
});

test('a language nothing is written for is answered in English, and named for the worker', async () => {
  const bots = openBots();
  await bots.opens('c');
  await bots.says('c', 'ik heb geen geld en ik weet niet wat ik moet doen');
  expect(await bots.answer('c')).toEqual(english.reply);
  await bots.says('c', english.person);
  expect((await bots.desk.view('c'))?.language).toBe('Dutch');
});
