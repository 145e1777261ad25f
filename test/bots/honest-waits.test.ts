import { usualWords } from '../../bots/expect';
import { openBots, TUESDAY_10AM, talk, worker } from './world';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TUESDAY_10PM = TUESDAY_10AM + 12 * HOUR;

/** So many people whom Sam picked up after so many minutes, one after the other, a day ago; he has gone since. */
async function after(waits: number[]) {
  const bots = openBots();
  const { clock, desk, presence, asksForAPerson } = bots;
  clock.now -= 24 * HOUR;
  for (const [n, minutes] of waits.entries()) {
    await asksForAPerson(`before-${n}`);
    clock.now += minutes * MINUTE;
    await desk.claim(`before-${n}`, worker('Sam'));
    await desk.end(`before-${n}`, worker('Sam'), 'connected');
    clock.now -= minutes * MINUTE;
  }
  clock.now = TUESDAY_10AM;
  await presence.end('sam');
  return {
    ...bots,
    /** What somebody new is told of the wait: before they decide, and once they wait. */
    async told(): Promise<[string, string]> {
      await bots.says('new', 'person');
      const before = (await bots.answer('new')).join('\n');
      for (const text of ['Yes, ask a worker', 'skip', 'skip', 'skip']) await bots.says('new', text);
      return [before, (await bots.answer('new')).join('\n')];
    },
  };
}

const TEN = [6, 6, 7, 8, 9, 10, 11, 12, 12, 40];

test('where enough waits are known: how long most people wait', async () => {
  const [before, waiting] = await (await after(TEN)).told();
  expect(before).toContain('between 5 and 15 minutes');
  expect(before).toContain('until 5pm');
  expect(waiting).toContain('between 5 and 15 minutes');
});

test('from seven waits no figure is made', async () => {
  const [before, waiting] = await (await after(TEN.slice(0, 7))).told();
  expect(before + waiting).not.toMatch(/\d+ (and \d+ )?minutes|Most people/);
  expect(before).toMatch(/open until 5pm|here until 5pm/);
});

test('while a worker at the desk is free, that is what is said', async () => {
  const { told, presence } = await after(TEN);
  await presence.renew('kim');
  const [before, waiting] = await told();
  expect(before).toMatch(/worker (is )?here now/);
  expect(waiting).toContain('one is here');
  expect(before + waiting).not.toContain('minutes');
});

test('while those who are there have somebody, or somebody waits for them: how long most people wait', async () => {
  const talking = await after(TEN);
  await talking.asksForAPerson('other');
  await talking.desk.claim('other', worker('Kim'));
  const [before, waiting] = await talking.told();
  expect(before).toContain('between 5 and 15 minutes');
  expect(waiting).toContain('between 5 and 15 minutes');

  const waitedFor = await after(TEN);
  await waitedFor.presence.renew('kim');
  await waitedFor.asksForAPerson('other');
  expect((await waitedFor.told()).join('\n')).toContain('between 5 and 15 minutes');
});

test('while those who are there have somebody, and no figure is known: that they are there', async () => {
  const { told, asksForAPerson, desk } = await after([]);
  await asksForAPerson('other');
  await desk.claim('other', worker('Kim'));
  expect((await told())[0]).toMatch(/worker (is )?here now/);
});

test('whoever asked to be reached later is not waited for', async () => {
  const { told, presence, asksForAPerson, says } = await after(TEN);
  await presence.renew('kim');
  await asksForAPerson('other');
  for (const text of ['call me back', 'tomorrow at 3pm']) await says('other', text);
  expect((await told())[0]).toMatch(/worker (is )?here now/);
});

test('a worker who is there outside the hours is there', async () => {
  const { told, presence, clock } = await after([]);
  clock.now = TUESDAY_10PM;
  await presence.renew('kim');
  expect((await told())[0]).toMatch(/worker (is )?here now/);
});

test('closed: when it opens and where help is tonight, and no figure from the day', async () => {
  const { told, clock } = await after(TEN);
  clock.now = TUESDAY_10PM;
  const [before, waiting] = await told();
  expect(before).toContain('Wednesday at 9am');
  expect(before).toContain('help now');
  expect(waiting).toContain('help now');
  expect(before + waiting).not.toContain('minutes');
});

test('whoever asks how long it will be while they wait is told the same', async () => {
  const { told, says, answer } = await after(TEN);
  await told();
  await says('new', 'how long');
  expect((await answer('new')).join('\n')).toContain('between 5 and 15 minutes');
});

test('a claim that is made twice, or refused, is one wait', async () => {
  const bots = openBots();
  for (const n of [1, 2, 3, 4]) {
    await bots.asksForAPerson(`c-${n}`);
    await Promise.all(['Sam', 'Sam', 'Kim'].map((name) => bots.desk.claim(`c-${n}`, worker(name))));
  }
  expect((await bots.store.records.list('wait', bots.clock.now)).length).toBeLessThanOrEqual(4);
});

test('whoever was left by a worker, and is picked up by the next, is no second wait', async () => {
  const { asksForAPerson, desk, clock, store } = openBots();
  await asksForAPerson('c');
  clock.now += 5 * MINUTE;
  await desk.claim('c', worker('Sam'));
  await desk.release('c', { ...worker('Lee'), role: 'lead' });
  clock.now += 2 * HOUR;
  await desk.claim('c', worker('Kim'));
  expect((await store.records.list('wait', clock.now)).map(({ body }) => body)).toEqual(['5']);
});

test('when it cannot be read just now, they are told what is known for certain', async () => {
  const { told, store } = await after(TEN);
  store.records.list = () => Promise.reject(new Error('away'));
  store.desk = () => Promise.reject(new Error('away'));
  const [before, waiting] = await told();
  expect(before).toMatch(/until 5pm/);
  expect(waiting).toContain('stop waiting');
});

test.each([
  [{ from: 5, to: 15 }, 'between 5 and 15 minutes'],
  [{ from: 10, to: 30 }, 'between 10 minutes and half an hour'],
  [{ from: 30, to: 45 }, 'between half an hour and 45 minutes'],
  [{ from: 20, to: 60 }, 'between 20 minutes and an hour'],
  [{ from: 60, to: 180 }, 'between an hour and 3 hours'],
  [{ from: null, to: 10 }, 'up to 10 minutes'],
  [{ from: null, to: 60 }, 'up to an hour'],
])('%j is said as "%s"', (usual, words) => {
  expect(usualWords(talk.library, usual)).toBe(words);
});
