import type { Activity } from 'botbuilder';
import { openSqliteStore } from '../../store/sqlite/store';
import { openBots, talk, withDrafts, worker } from './world';

/** With the drafts served. */
const open = () => openBots(openSqliteStore(':memory:'), talk.understanding, talk.library, talk.near, withDrafts);
const labels = (said: Partial<Activity>[]) =>
  said.findLast(({ suggestedActions }) => suggestedActions)?.suggestedActions?.actions.map(({ title }) => title) ?? [];
const phrase = (language: string, id: string) =>
  withDrafts.translations.get(language)?.library.phrases[id]?.variants[0]?.join(' ') ?? '';

const IN_WELSH = 'dwi angen help, does gen i ddim arian';
const IN_ARABIC = 'أحتاج مساعدة، ليس عندي مال';

describe('drafts are not served', () => {
  test('nothing is offered, and nothing is named', () => {
    expect(talk.translations.size + talk.languageNames.size).toBe(0);
    expect([...withDrafts.translations.keys()]).toEqual(['cy', 'ar']);
  });

  test.each([IN_WELSH, IN_ARABIC, 'cymraeg', 'العربية', 'welsh'])('"%s" changes no language', async (text) => {
    const bots = openBots();
    await bots.opens('c');
    await bots.says('c', text);
    expect((await bots.memory('c')).speaks).toBeNull();
    expect((await bots.answer('c')).join('\n')).not.toMatch(/Helo, Natter|مرحبا، هنا Natter/);
  });

  test('nor does a page that asks for it', async () => {
    const bots = openBots();
    const activity = { type: 'conversationUpdate', membersAdded: [{ id: 'person', name: '' }], locale: 'cy' };
    await bots.conversations.receive({ id: 'start:c', channel: 'web', conversation: 'c', activity });
    expect((await bots.seen('c'))[0]?.text).toMatch(/^Hello, this is Natter/);
  });
});

describe('they come to a language', () => {
  test.each([
    ['cy', IN_WELSH, /Helo, Natter sydd yma/],
    ['ar', IN_ARABIC, /مرحبا، هنا Natter/],
  ])('by writing in it: hello in %s, and what they wrote is kept', async (code, text, hello) => {
    const bots = open();
    await bots.opens('c');
    await bots.says('c', text);
    const answer = (await bots.answer('c')).join('\n');
    expect(answer).toMatch(hello);
    expect(answer).toContain(phrase(code, 'in-your-language'));
    expect(await bots.memory('c')).toMatchObject({ speaks: code, story: { lines: [{ text }] } });
  });

  test.each([
    ['Cymraeg', 'cy'],
    ['welsh', 'cy'],
    ['العربية', 'ar'],
    ['arabic.', 'ar'],
  ])('by "%s", which is nothing to keep', async (text, code) => {
    const bots = open();
    await bots.opens('c');
    await bots.says('c', text);
    expect(await bots.memory('c')).toMatchObject({ speaks: code, story: { lines: [] } });
    expect(labels(await bots.seen('c'))).toHaveLength(9);
  });

  test.each(['english', 'Saesneg', 'الإنجليزية'])('and back by "%s"', async (text) => {
    const bots = open();
    await bots.opens('c');
    await bots.says('c', 'welsh');
    await bots.says('c', text);
    expect(await bots.memory('c')).toMatchObject({ speaks: null, language: null });
    expect((await bots.answer('c'))[0]).toMatch(/^Hello, this is Natter/);
  });

  test('in the middle of something they go on where they were', async () => {
    const bots = open();
    await bots.opens('c');
    await bots.says('c', 'Who will see this?');
    await bots.says('c', 'cymraeg');
    expect((await bots.memory('c')).engine.at).toEqual({ flow: 'who-can-see', step: 'who-can-see-this' });
    expect(labels(await bots.seen('c'))).toContain('Mynd ymlaen');
  });

  test('a page opened in it says hello in it, and one opened again changes it', async () => {
    const bots = open();
    const opens = (id: string, locale: string) => {
      const activity = { type: 'conversationUpdate', membersAdded: [{ id: 'person', name: '' }], locale };
      return bots.conversations.receive({ id, channel: 'web', conversation: 'c', activity });
    };
    await opens('start:c', 'ar');
    expect((await bots.seen('c'))[0]?.text).toMatch(/^مرحبا/);
    const before = (await bots.seen('c')).length;
    await opens('start:c:1', 'ar');
    expect(await bots.seen('c')).toHaveLength(before);
    await opens('start:c:2', 'cy');
    expect((await bots.seen('c'))[before]?.text).toMatch(/^Helo/);
    await opens('start:c:3', 'xx');
    expect((await bots.memory('c')).speaks).toBe('cy');
  });
});

describe('in a translation', () => {
  const inWelsh = async () => {
    const bots = open();
    await bots.opens('c');
    await bots.says('c', 'cymraeg');
    return bots;
  };

  test('English words are read as English, and words that work anywhere work in both', async () => {
    const bots = await inWelsh();
    await bots.says('c', 'I am behind with the rent');
    const { story, unread } = await bots.memory('c');
    expect(story.lines).toMatchObject([{ text: 'I am behind with the rent' }]);
    expect(unread).toBe(0);
    await bots.says('c', 'help now');
    expect((await bots.memory('c')).engine.at?.flow).toBe('help-now');
    await bots.says('c', 'pwy sy’n gweld hyn');
    expect((await bots.memory('c')).engine.at?.flow).toBe('who-can-see');
  });

  test('a choice can be picked by its English words too', async () => {
    const bots = await inWelsh();
    await bots.says('c', 'Talk with a person');
    await bots.says('c', 'yes ask a worker');
    expect((await bots.memory('c')).engine.at).toEqual({ flow: 'person', step: 'who-must-not-know' });
  });

  test('they are told before something is shown in English', async () => {
    const bots = await inWelsh();
    await bots.says('c', 'Poeni am arian');
    const [news, ...rest] = await bots.answer('c');
    expect(news).toBe(phrase('cy', 'in-english'));
    expect(rest[0]).toMatch(/^Money worries/);
  });

  test.each(['dwi eisiau marw', 'I want to die'])('"%s" is answered at once, in their language', async (text) => {
    const bots = await inWelsh();
    await bots.says('c', text);
    const answer = await bots.answer('c');
    expect(answer[0]).toMatch(/^Rwy'n falch/);
    expect(answer.join('\n')).toMatch(/Samaritans: Ffoniwch 116 123/);
    expect((await bots.memory('c')).story.flags).toMatchObject([{ text, kinds: ['suicide'] }]);
  });

  test('words about danger come before hello', async () => {
    const bots = open();
    await bots.texts('c', 'زوجي يضربني');
    expect((await bots.answer('c'))[0]).toMatch(/^يسعدني أنك أخبرتني/);
    expect((await bots.memory('c')).speaks).toBe('ar');
  });

  test('to the desk it is English, and the desk knows what they read', async () => {
    const bots = await inWelsh();
    for (const text of ['person', 'Ie, gofyn i weithiwr', 'hepgor', 'Dafydd', 'hepgor']) await bots.says('c', text);
    expect((await bots.desk.list())[0]?.language).toBe('Welsh');
    await bots.desk.claim('c', worker('Sam'));
    expect((await bots.answer('c')).join('\n')).toMatch(/Mae Sam yma nawr/);
    await bots.says('c', 'gorffen sgwrs');
    const desk = (await bots.store.transcript('c', 0, 100)).filter(({ from }) => from === 'desk');
    expect(desk.map(({ body }) => JSON.parse(body).text)).toContain('They ended the conversation.');
  });

  test('another language that cannot be read is told so, and English from there is English', async () => {
    const bots = await inWelsh();
    await bots.says('c', 'potrzebuję pomocy, nie mam pieniędzy na czynsz');
    expect((await bots.answer('c'))[0]).toMatch(/po polsku/);
    await bots.says('c', 'English');
    expect((await bots.memory('c')).speaks).toBeNull();
  });

  test('after deleting, the language stays', async () => {
    const bots = await inWelsh();
    await bots.says('c', 'dileu');
    expect((await bots.answer('c'))[0]).toMatch(/wedi'i wneud/);
    expect(await bots.memory('c')).toMatchObject({ speaks: 'cy', story: { lines: [] } });
  });

  test('from right to left, the groups of a number to call stay in their order', async () => {
    const bots = open();
    await bots.opens('c');
    await bots.says('c', 'زوجي يضربني');
    const answer = (await bots.answer('c')).join('\n');
    expect(answer).toContain('خط National Domestic Abuse Helpline: الهاتف \u20660808 2000 247\u2069');
    expect(answer).toContain('\u20660800 1111\u2069');
    expect(answer.replace(/\u2066[^\u2069]*\u2069/g, '')).not.toMatch(/\d \d/);
  });

  test('hours are said in its words', async () => {
    const bots = await inWelsh();
    bots.clock.now = Date.parse('2026-06-21T09:00:00Z');
    await bots.says('c', 'person');
    expect((await bots.answer('c')).join('\n')).toContain("'n ôl ddydd Llun am 9yb");
  });
});
