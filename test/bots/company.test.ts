import type { Asking } from '../../handoff/company';
import { openBots, worker } from './world';

const [sam, priya, kim] = [worker('Sam'), worker('Priya'), worker('Kim')];
const toPriya = { kind: 'worker', id: 'priya', name: 'Priya' } as const;
const takeOver: Pick<Asking, 'to' | 'why'> = { to: toPriya, why: 'take-over' };
const second: Pick<Asking, 'to' | 'why'> = { to: toPriya, why: 'second' };

async function withSam(channel: 'web' | 'sms' = 'web') {
  const bots = openBots();
  const say = (text: string) => bots.says('someone', text, undefined, channel);
  for (const text of ['my bills are piling up', 'person', 'Yes, ask a worker', 'skip', 'skip', 'skip']) await say(text);
  await bots.desk.claim('someone', sam);
  return {
    ...bots,
    say,
    ask: (what = takeOver, by = sam) => bots.desk.ask('someone', by, what),
    join: (who = priya) => bots.desk.join('someone', who),
    leave: (who = sam) => bots.desk.stepOut('someone', who),
    /** Texts that the person has seen, all in one. */
    heard: async () => (await bots.seen('someone')).map(({ text }) => text ?? '').join('\n'),
    one: async () => (await bots.desk.list())[0],
  };
}

describe('somebody else takes over', () => {
  test('asking changes nothing for the person: until somebody comes, Sam has them', async () => {
    const { ask, heard, one } = await withSam();
    const before = await heard();
    expect(await ask()).toEqual({ ok: true });
    expect(await heard()).toBe(before);
    expect(await one()).toMatchObject({
      worker: { name: 'Sam' },
      beside: null,
      asked: { ...takeOver, by: { name: 'Sam' } },
    });
  });

  test('when Priya joins, all three are there: the person is told who, and why, and need not say it again', async () => {
    const { ask, join, heard, one } = await withSam();
    await ask();
    expect(await join()).toEqual({ ok: true });
    expect(await heard()).toMatch(/Priya is here.*Sam asked.*carry on.*say it again/s);
    expect(await one()).toMatchObject({ worker: { name: 'Sam' }, beside: { name: 'Priya' }, asked: null });
  });

  test('both can write until Sam leaves; then Priya has them', async () => {
    const { desk, ask, join, leave, heard, one } = await withSam();
    await ask();
    await join();
    expect(await desk.say('someone', priya, 'Hello, I am Priya', 'p1')).toEqual({ ok: true });
    expect(await desk.say('someone', sam, 'Bye then', 's1')).toEqual({ ok: true });
    expect(await leave()).toEqual({ ok: true });
    expect(await heard()).toMatch(/Hello, I am Priya.*Bye then.*Sam has left.*Priya/s);
    expect(await one()).toMatchObject({ owner: 'worker', worker: { name: 'Priya' }, beside: null });
    expect(await desk.say('someone', sam, 'one more', 's2')).toEqual({ ok: false, why: 'not-yours' });
    expect(await desk.say('someone', priya, 'go on', 'p2')).toEqual({ ok: true });
  });

  test('on a phone every message says whose it is while there are two of them', async () => {
    const { desk, ask, join, posted, sender } = await withSam('sms');
    await desk.say('someone', sam, 'only me', 's0');
    await ask();
    await join();
    await desk.say('someone', priya, 'both of us', 'p1');
    sender.wake();
    await new Promise((done) => setTimeout(done, 100));
    const texts = posted.map(({ activity }) => activity.text);
    expect(texts).toContain('only me');
    expect(texts).toContain('Priya: both of us');
  });
});

describe('a second person', () => {
  test('comes, and goes again; Sam stays', async () => {
    const { ask, join, leave, heard, one } = await withSam();
    await ask(second);
    await join();
    expect(await heard()).toMatch(/Priya is here too/);
    expect(await leave(priya)).toEqual({ ok: true });
    expect(await heard()).toMatch(/Priya has left.*Sam is still here/s);
    expect(await one()).toMatchObject({ worker: { name: 'Sam' }, beside: null });
  });

  test('a team, or anyone: whoever of them comes first', async () => {
    const { ask, join } = await withSam();
    await ask({ to: { kind: 'team', id: 'money-and-home', name: 'Money and Home Team' }, why: 'second' });
    expect(await join(priya)).toEqual({ ok: false, why: 'not-asked' });
    expect(await join({ ...kim, teams: ['money-and-home'] })).toEqual({ ok: true });
    expect(await join({ ...priya, teams: ['money-and-home'] })).toEqual({ ok: false, why: 'taken' });
  });
});

describe('what is refused, and changes nothing', () => {
  test('asking for somebody who is with another, or with nobody', async () => {
    const { desk, ask } = await withSam();
    expect(await ask(takeOver, kim)).toEqual({ ok: false, why: 'not-yours' });
    expect(await desk.ask('nobody', sam, takeOver)).toEqual({ ok: false, why: 'gone' });
  });

  test('coming without having been asked, or after it was taken back', async () => {
    const { desk, ask, join } = await withSam();
    expect(await join()).toEqual({ ok: false, why: 'not-asked' });
    await ask();
    expect(await join(kim)).toEqual({ ok: false, why: 'not-asked' });
    expect(await desk.takeBack('someone', sam)).toEqual({ ok: true });
    expect(await join()).toEqual({ ok: false, why: 'not-asked' });
  });

  test('joining whom one has already', async () => {
    const { ask, join } = await withSam();
    await ask({ to: { kind: 'anyone', id: '', name: '' }, why: 'second' });
    expect(await join(sam)).toEqual({ ok: false, why: 'not-asked' });
  });

  test('leaving somebody who would be alone', async () => {
    const { leave, one } = await withSam();
    expect(await leave()).toEqual({ ok: false, why: 'alone' });
    expect(await one()).toMatchObject({ worker: { name: 'Sam' } });
  });

  test('ending is for the one who has them', async () => {
    const { desk, ask, join } = await withSam();
    await ask();
    await join();
    expect(await desk.end('someone', priya, 'connected')).toEqual({ ok: false, why: 'not-yours' });
  });
});

test.each(['end', 'handBack'] as const)('%s ends it for both: whoever comes next finds nobody', async (how) => {
  const { desk, ask, join, memory } = await withSam();
  await ask();
  await join();
  await (how === 'end' ? desk.end('someone', sam, 'connected') : desk.handBack('someone', sam));
  expect(await desk.say('someone', priya, 'hello?', 'p9')).toEqual({ ok: false, why: 'gone' });
  expect((await memory('someone')).company).toEqual({ beside: null, asked: null });
});

test('a person who ends the chat has left both, and waits for nobody', async () => {
  const { desk, ask, join, say, memory } = await withSam();
  await ask();
  await join();
  await say('end chat');
  expect(await desk.say('someone', priya, 'hello?', 'p9')).toEqual({ ok: false, why: 'gone' });
  expect((await memory('someone')).company).toEqual({ beside: null, asked: null });
});

test('somebody who wants no more messages is told nothing of who comes and goes', async () => {
  const { ask, join, leave, say, posted } = await withSam('sms');
  await ask();
  await say('STOP');
  const before = posted.length;
  expect(await join()).toEqual({ ok: true });
  expect(await leave()).toEqual({ ok: true });
  expect(posted).toHaveLength(before);
});
