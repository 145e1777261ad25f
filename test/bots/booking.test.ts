import { openBots, TUESDAY_10AM, worker } from './world';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** When the example place has been closed for hours. */
const TUESDAY_10PM = TUESDAY_10AM + 12 * HOUR;
/** Half past three in the afternoon of the Tuesday after. */
const AFTER_SCHOOL = TUESDAY_10AM + 7 * DAY + 5.5 * HOUR;

/** Somebody who waits. */
async function waiting(channel: 'web' | 'sms' = 'web', now = TUESDAY_10AM) {
  const bots = openBots();
  bots.clock.now = now;
  const say = async (text: string) => {
    await bots.says('someone', text, undefined, channel);
    return (await bots.answer('someone')).join('\n');
  };
  for (const text of ['my bills are piling up', 'person', 'Yes, ask a worker', 'skip', 'skip', 'skip']) await say(text);
  return {
    ...bots,
    say,
    first: async () => (await bots.desk.list())[0],
    /** As whoever has them, or may take them up, reads it. */
    booked: async () => (await bots.desk.view('someone'))?.booked,
  };
}

test('out of hours, in British words: asked once, said back, and kept with their own words', async () => {
  const { say, first, booked } = await waiting('web', TUESDAY_10PM);
  expect(await say('call me back')).toContain('When and how is it safe to reach you?');
  const told = await say('tues after school, text only');
  expect(told).toContain('Tuesday 23 June, from 3:30pm');
  expect(told).toContain('"tues after school, text only"');
  expect(await first()).toMatchObject({
    owner: 'waiting',
    later: true,
    booked: { from: AFTER_SCHOOL, to: null },
  });
  expect((await booked())?.words).toBe('tues after school, text only');
  // The list is for everybody at the desk: how it is safe to reach somebody is not.
  expect(JSON.stringify(await first())).not.toContain('text only');
});

test('those who are told that nobody is there are told of it too', async () => {
  const { say } = await waiting('web', TUESDAY_10PM);
  expect(await say('how long')).toContain('call me back');
});

test.each([
  ['web', 'on this page'],
  ['sms', 'to this number'],
] as const)('on %s they are told how a worker can write: %s', async (channel, how) => {
  const { say } = await waiting(channel);
  await say('call me back');
  expect(await say('tomorrow at 2pm')).toContain(how);
});

test('the time can come with the asking', async () => {
  const { say, first } = await waiting();
  expect(await say('can you text me on tues after school')).toContain('Tuesday 23 June, from 3:30pm');
  expect((await first())?.later).toBe(true);
});

test.each(['dad comes home on tues after school', 'he said call me back tomorrow at 5'])(
  'words for the worker that only have a time in them book nothing: %s',
  async (text) => {
    const { say, first } = await waiting();
    await say(text);
    expect((await first())?.booked).toBeUndefined();
  },
);

test('whoever asked before they waited is asked when they do', async () => {
  const { says, answer } = openBots();
  for (const text of ['my bills are piling up', 'call me back', 'Yes, ask a worker', 'skip', 'skip', 'skip'])
    await says('someone', text);
  expect((await answer('someone')).join('\n')).toContain('When and how is it safe to reach you?');
});

test('whoever went off to something else before they waited is not asked when they do', async () => {
  const { says, answer } = openBots();
  for (const text of ['my bills are piling up', 'call me back', 'start again', 'person']) await says('someone', text);
  for (const text of ['Yes, ask a worker', 'skip', 'skip', 'skip']) await says('someone', text);
  expect((await answer('someone')).join('\n')).not.toContain('When and how is it safe to reach you?');
});

test('whoever is to be reached is not forgotten before, however short things are kept', async () => {
  const aWeek = { unclaimed: 7, claimed: 7 };
  const { asksForAPerson, says, store, clock } = openBots(
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    aWeek,
  );
  const kept = async () => ((await store.load('someone')).conversation?.expiresAt ?? 0) - clock.now;
  await asksForAPerson('someone');
  expect(await kept()).toBe(7 * 24 * HOUR);
  await says('someone', 'text me in two weeks at 2pm');
  expect(await kept()).toBe(15 * 24 * HOUR + 4 * HOUR);
});

describe('until their time comes', () => {
  test('nobody tells them that no worker has joined', async () => {
    const { say, later, answer } = await waiting();
    await say('call me back');
    await say('tomorrow at 2pm');
    const before = await answer('someone');
    await later(10 * MINUTE);
    await later(HOUR);
    expect(await answer('someone')).toEqual(before);
    expect(await say('I forgot to say it is about the gas')).toContain('with the time you gave');
    expect(await say('how long')).toContain('Wednesday 17 June, from 2pm');
  });

  test('they stand after everybody who waits, the earliest time first', async () => {
    const { says, say, asksForAPerson, desk, clock } = await waiting();
    await say('text me on friday at 2pm');
    await asksForAPerson('sooner');
    await says('sooner', 'text me tomorrow at 2pm');
    clock.now += HOUR;
    await asksForAPerson('waits');
    expect((await desk.list()).map(({ id }) => id)).toEqual(['waits', 'sooner', 'someone']);
  });

  test('words about danger wait for no time', async () => {
    const { say, first } = await waiting();
    await say('text me on friday at 2pm');
    await say('I want to kill myself');
    expect(await first()).toMatchObject({ urgent: true });
    expect((await first())?.later).toBeUndefined();
  });

  test('what they write after words about danger is no answer about times', async () => {
    const { say, first } = await waiting();
    await say('call me back');
    await say('I want to kill myself');
    await say('tomorrow at 2pm');
    expect((await first())?.booked).toBeUndefined();
  });
});

describe('when their time comes', () => {
  test('they are at the front, and are told so on the page', async () => {
    const { say, asksForAPerson, desk, later, answer } = await waiting();
    await say('text me tomorrow at 2pm');
    await asksForAPerson('waits');
    await later(DAY + 4 * HOUR);
    expect(await desk.list()).toMatchObject([{ id: 'someone' }, { id: 'waits' }]);
    expect((await desk.list())[0]?.later).toBeUndefined();
    expect((await answer('someone')).at(-1)).toContain('the time you asked for');
  });

  test('the desk is woken', async () => {
    const { say, desk, later } = await waiting('sms');
    await say('text me tomorrow at 2pm');
    const woken: string[] = [];
    desk.watch((id) => void woken.push(id));
    await later(DAY + 4 * HOUR);
    expect(woken).toContain('someone');
  });

  test('nothing is sent to a phone: a worker writes', async () => {
    const { say, later, seen } = await waiting('sms');
    await say('text me tomorrow at 2pm');
    const before = (await seen('someone')).length;
    await later(DAY + 4 * HOUR);
    expect(await seen('someone')).toHaveLength(before);
  });

  test('an earlier time that was changed rings for nobody', async () => {
    const { say, later, first, answer } = await waiting();
    await say('text me tomorrow at 2pm');
    await say('change the time');
    await say('friday at 2pm');
    const before = await answer('someone');
    await later(DAY + 5 * HOUR);
    expect((await first())?.later).toBe(true);
    expect(await answer('someone')).toEqual(before);
  });
});

test('a worker who picks them up sees when and how, and it is over when the talk is', async () => {
  const { say, desk, later, memory, answer } = await waiting();
  await say('text me tomorrow at 2pm, not in front of my mum');
  await desk.claim('someone', worker('Sam'));
  const before = await answer('someone');
  await later(DAY + 4 * HOUR);
  expect(await answer('someone')).toEqual(before);
  expect((await desk.view('someone'))?.booked?.words).toContain('not in front of my mum');
  await desk.end('someone', worker('Sam'), 'connected');
  expect((await memory('someone')).booked).toBeNull();
});

test('it can be taken back: they wait as before', async () => {
  const { say, first } = await waiting();
  await say('text me tomorrow at 2pm');
  expect(await say('forget the time')).toContain('You wait for a worker');
  expect(await first()).toMatchObject({ owner: 'waiting' });
  expect((await first())?.booked).toBeUndefined();
});

test('"stop waiting" takes all of it back, and nothing rings', async () => {
  const { say, desk, later, answer } = await waiting();
  await say('text me tomorrow at 2pm');
  await say('stop waiting');
  const before = await answer('someone');
  await later(2 * DAY);
  expect(await desk.list()).toEqual([]);
  expect(await answer('someone')).toEqual(before);
});

describe('a time that does not do', () => {
  test.each([
    ['whenever mum is out', 'could not tell when'],
    ['yesterday', 'next four weeks'],
    ['25 december at 10am', 'next four weeks'],
    [
      'saturday at 11pm',
      'Saturday 20 June, from 11pm. The team is not there then. They are next there Monday 22 June, from 9am',
    ],
  ])('%s: asked once more, and the next answer counts', async (text, asked) => {
    const { say, booked } = await waiting();
    await say('call me back');
    expect(await say(text)).toContain(asked);
    expect(await say('tomorrow at 2pm')).toContain('Wednesday 17 June, from 2pm');
    expect((await booked())?.words).toBe(`${text}\ntomorrow at 2pm`);
  });

  test('asked no third time: their words are kept, and they wait in the queue', async () => {
    const { say, first, booked, later, answer } = await waiting();
    await say('call me back');
    await say('whenever mum is out');
    expect(await say('dunno, text only')).toContain('kept your words');
    expect(await booked()).toMatchObject({ from: null, words: 'whenever mum is out\ndunno, text only' });
    expect((await first())?.later).toBeUndefined();
    const before = await answer('someone');
    await later(HOUR);
    expect(await answer('someone')).toEqual(before);
  });

  test('whoever keeps to it has it, and knows that nobody is there then', async () => {
    const { say, first } = await waiting();
    await say('call me back');
    await say('saturday at 11pm');
    const told = await say('it has to be saturday at 11pm');
    expect(told).toContain('Saturday 20 June, from 11pm');
    expect(told).toContain('not there at that time');
    expect((await first())?.later).toBe(true);
  });

  test('a whole day is the hours in which the team is there', async () => {
    const { say } = await waiting();
    expect(await say('text me on thursday')).toContain('Thursday 18 June, between 9am and 5pm');
  });

  test('twenty thousand letters, and words with signs in them, stay words', async () => {
    const { say, memory } = await waiting();
    await say('call me back');
    await say(`<b>{place}</b> ${'x'.repeat(20_000)}`);
    expect(await say('<img src=x> {worker}')).toContain('<img src=x> {worker}');
    expect((await memory('someone')).booked?.words.length).toBeLessThan(1_100);
  });
});

test('the same message twice books once', async () => {
  const { says, say, booked, seen } = await waiting();
  await say('call me back');
  await says('someone', 'tomorrow at 2pm', 'once');
  const before = (await seen('someone')).length;
  await says('someone', 'tomorrow at 2pm', 'once');
  expect(await seen('someone')).toHaveLength(before);
  expect((await booked())?.words).toBe('tomorrow at 2pm');
});

test('a time that was chosen is no wait to learn from', async () => {
  const { say, desk, store, clock } = await waiting();
  await say('text me tomorrow at 2pm');
  clock.now += DAY + 4 * HOUR;
  await desk.claim('someone', worker('Sam'));
  expect(await store.records.list('wait', clock.now)).toEqual([]);
});

test('whoever says stop, or deletes what they said, is booked no more', async () => {
  for (const [channel, word] of [
    ['sms', 'STOP'],
    ['web', 'delete what i said'],
  ] as const) {
    const { say, memory, desk } = await waiting(channel);
    await say('text me tomorrow at 2pm');
    await say(word);
    if (word !== 'STOP') await say('Yes, delete it');
    expect((await memory('someone')).booked).toBeNull();
    expect(await desk.list()).toEqual([]);
  }
});
