import { PATIENCE } from '../../handoff/patience';
import type { Role } from '../../handoff/types';
import { openBots, until, worker } from './world';

const { presentMs, lookMs, awayMs, quietMs } = PATIENCE;
/** By then somebody whose worker was not seen any more is back in the queue, and not long before. */
const LEFT_BY_NOW = presentMs + lookMs + awayMs;
const SAM = worker('Sam');
const KIM = worker('Kim');
const lead = (role: Role) => ({ ...worker('Lee'), role });

/** Somebody whom Sam has picked up and talked with. */
async function withSam(channel: 'web' | 'sms' = 'web') {
  const bots = openBots();
  const say = (text: string) => bots.says('jo', text, undefined, channel);
  for (const text of ['my bills are piling up', 'person', 'Yes, ask a worker', 'skip', 'skip', 'skip']) await say(text);
  await bots.desk.claim('jo', SAM);
  await bots.desk.say('jo', SAM, 'Hello, I have read that.', 'm-1');
  return {
    ...bots,
    say,
    /** Time passes as the clock of a server that runs tells it. */
    async pass(ms: number, meanwhile: () => Promise<void> = async () => undefined) {
      for (let left = ms; left > 0; left -= 10_000) {
        await meanwhile();
        await bots.later(Math.min(left, 10_000));
      }
    },
    row: async () => (await bots.desk.list()).find(({ id }) => id === 'jo'),
  };
}

test('a worker who is there keeps whom they have, however long nobody says anything', async () => {
  const { pass, presence, row, answer } = await withSam();
  const before = await answer('jo');
  await pass(60 * 60_000, () => presence.renew('sam'));
  expect(await row()).toMatchObject({ owner: 'worker', worker: { name: 'Sam' } });
  expect((await row())?.away).toBeUndefined();
  expect((await answer('jo')).slice(0, before.length)).toEqual(before);
  expect((await answer('jo')).join('\n')).not.toContain('connected');
});

test('as long as the worker is there, looking writes nothing', async () => {
  const { pass, presence, store } = await withSam();
  const written = async () => {
    const { conversation } = await store.load('jo');
    expect(conversation).not.toBeNull();
    return [conversation?.version, conversation?.expiresAt];
  };
  // The question whether they are still there is a turn, and comes once.
  await pass(quietMs + lookMs, () => presence.renew('sam'));
  const before = await written();
  await pass(60 * 60_000, () => presence.renew('sam'));
  expect(await written()).toEqual(before);
});

test('a worker who acts is there, with or without a page that is open', async () => {
  const { pass, desk, row } = await withSam();
  let n = 0;
  await pass(20 * 60_000, async () => void (await desk.say('jo', SAM, 'Still here.', `still-${n++}`)));
  expect(await row()).toMatchObject({ owner: 'worker', worker: { name: 'Sam' } });
});

test.each(['web', 'sms'] as const)(
  'a worker who is gone: the person is told once, kindly, and waits at the front again (%s)',
  async (channel) => {
    const { pass, row, answer, desk, store } = await withSam(channel);
    const since = (await row())?.waitingSince;
    await pass(LEFT_BY_NOW);
    expect(await row()).toMatchObject({ owner: 'waiting', worker: null, leftBy: 'Sam', waitingSince: since });
    const told = (await answer('jo')).filter((text) => text.includes('Sam is not connected any more'));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/Nothing you wrote is lost/);
    expect((await store.load('jo')).conversation?.worker).toBeNull();
    await pass(5 * 60_000);
    expect((await answer('jo')).filter((text) => text.includes('Sam is not connected'))).toHaveLength(1);
    const seen = (await desk.view('jo'))?.entries ?? [];
    expect(seen.filter(({ from }) => from === 'desk').map(({ text }) => text)).toEqual([
      'Sam is not with them any more. They are back at the front of the queue.',
    ]);
  },
);

test('not a moment too soon: a laptop that sleeps for a minute or two loses nobody', async () => {
  const { pass, row } = await withSam();
  await pass(presentMs + awayMs - lookMs);
  expect(await row()).toMatchObject({ owner: 'worker', away: true });
});

test('who comes back in time starts from the beginning: two short breaks are not one long one', async () => {
  const { pass, presence, row } = await withSam();
  await pass(presentMs + lookMs + 30_000);
  expect(await row()).toMatchObject({ away: true });
  await presence.renew('sam');
  expect((await row())?.away).toBeUndefined();
  await pass(presentMs + lookMs + 30_000);
  expect(await row()).toMatchObject({ owner: 'worker' });
});

test('after an hour in which nothing of ours ran, everybody has time to come back', async () => {
  const { later, pass, presence, row } = await withSam();
  await later(60 * 60_000);
  expect(await row()).toMatchObject({ owner: 'worker', away: true });
  await presence.renew('sam');
  await pass(lookMs);
  expect(await row()).toMatchObject({ owner: 'worker', worker: { name: 'Sam' } });
});

test('they come before everyone who is not in danger, though another has waited longer', async () => {
  const { pass, desk, says, asksForAPerson, clock } = await withSam();
  clock.now -= 60 * 60_000;
  await asksForAPerson('longest');
  clock.now += 60 * 60_000;
  await asksForAPerson('in danger');
  await says('in danger', 'i want to kill myself');
  expect((await desk.list()).map(({ id }) => id)).toEqual(['in danger', 'longest', 'jo']);
  await pass(LEFT_BY_NOW);
  expect((await desk.list()).map(({ id }) => id)).toEqual(['in danger', 'jo', 'longest']);
});

test('whoever picks them up reads everything, what they wrote meanwhile too, and nobody asks again', async () => {
  const { pass, say, desk, answer, row } = await withSam();
  await say('are you there sam');
  await pass(LEFT_BY_NOW);
  await say('they come at four');
  expect((await answer('jo')).join('\n')).toMatch(/kept|added|goes to the worker/i);
  expect(await desk.claim('jo', KIM)).toEqual({ ok: true });
  const view = await desk.view('jo');
  const texts = view?.entries.map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(['Hello, I have read that.', 'are you there sam', 'they come at four']));
  expect(view?.shared.map(({ text }) => text)).toContain('my bills are piling up');
  expect(view?.leftBy).toBeUndefined();
  expect((await answer('jo')).at(-2)).toContain('Kim is here now');
  expect(await row()).toMatchObject({ owner: 'worker', worker: { name: 'Kim' } });
});

test('the worker who comes back too late finds that they are not theirs any more, and can pick them up again', async () => {
  const { pass, desk } = await withSam();
  await pass(LEFT_BY_NOW);
  expect(await desk.say('jo', SAM, 'sorry, my train', 'm-2')).toEqual({ ok: false, why: 'not-yours' });
  expect((await desk.view('jo'))?.entries.map(({ text }) => text)).not.toContain('sorry, my train');
  expect(await desk.claim('jo', SAM)).toEqual({ ok: true });
  expect(await desk.say('jo', SAM, 'sorry, my train', 'm-2')).toEqual({ ok: true });
});

test('the next worker is looked for in the same way', async () => {
  const { pass, desk, row } = await withSam();
  await pass(LEFT_BY_NOW);
  await desk.claim('jo', KIM);
  await pass(LEFT_BY_NOW);
  expect(await row()).toMatchObject({ owner: 'waiting', leftBy: 'Kim' });
});

test('while they wait again they hear from us, as in any wait', async () => {
  const { pass, answer } = await withSam();
  await pass(LEFT_BY_NOW);
  const before = (await answer('jo')).length;
  await pass(10 * 60_000);
  expect((await answer('jo')).length).toBeGreaterThan(before);
});

test('they can stop waiting, and are in nobody’s way', async () => {
  const { pass, say, desk, memory } = await withSam();
  await pass(LEFT_BY_NOW);
  await say('stop waiting');
  expect(await desk.list()).toEqual([]);
  expect((await memory('jo')).leftBy).toBeNull();
});

test('the other side of the desk is told, so that a client does not think the worker is still there', async () => {
  const { pass, seen } = await withSam();
  await pass(LEFT_BY_NOW);
  const events = (await seen('jo')).filter(({ type }) => type === 'event');
  expect(events.map(({ name, value }) => [name, (value as { state?: string })?.state])).toEqual([
    ['handoff.initiate', undefined],
    ['handoff.status', 'accepted'],
    ['handoff.status', 'failed'],
    ['handoff.initiate', undefined],
  ]);
});

test('somebody who wants no more messages is told nothing, and nobody is asked to write to them', async () => {
  const { pass, say, desk, posted } = await withSam('sms');
  await say('STOP');
  const before = posted.length;
  await pass(LEFT_BY_NOW);
  expect(posted).toHaveLength(before);
  expect(await desk.list()).toEqual([]);
});

test.each(['end', 'hand back', 'delete'])('%s: nobody is looked for any more, and no timer is left', async (how) => {
  const { pass, say, desk, store, answer, clock } = await withSam();
  if (how === 'end') await desk.end('jo', SAM, 'connected');
  if (how === 'hand back') await desk.handBack('jo', SAM);
  if (how === 'delete') await say('delete what I said');
  await pass(LEFT_BY_NOW);
  expect((await answer('jo')).join('\n')).not.toContain('connected any more');
  expect(await store.due(clock.now + 24 * 60 * 60_000, 10)).toEqual([]);
});

test('one who cannot be looked at keeps nobody else waiting for a worker who is gone', async () => {
  const bots = await withSam();
  await bots.asksForAPerson('kit');
  await bots.desk.claim('kit', SAM);
  const { receive } = bots.turns;
  bots.turns.receive = (arrival) =>
    arrival.id.startsWith('look:jo:') ? Promise.reject(new Error('a fault')) : receive.call(bots.turns, arrival);
  for (let left = LEFT_BY_NOW; left > 0; left -= 10_000) await bots.later(10_000).catch(() => undefined);
  expect((await bots.desk.list()).find(({ id }) => id === 'kit')).toMatchObject({ owner: 'waiting', leftBy: 'Sam' });
});

test('whoever was put back is not looked for any more', async () => {
  const { pass, store, clock } = await withSam();
  await pass(LEFT_BY_NOW);
  const left = await store.due(clock.now + 24 * 60 * 60_000, 10);
  expect(left.map(({ id }) => id).filter((id) => !id.startsWith('still-waiting'))).toEqual([]);
});

test('a phone that may ring at one time only does not ring at another', async () => {
  const { pass, say, desk, row, posted, clock, later } = await withSam('sms');
  await desk.release('jo', lead('lead'));
  await say('call me back');
  await say('today from 2pm to 2.30pm');
  await later(Date.parse('2026-06-16T13:05:00Z') - clock.now);
  await desk.claim('jo', SAM);
  await desk.say('jo', SAM, 'Hello, is now still good?', 'm-3');
  await pass(26 * 60_000);
  // Within their time they hear that they still wait. It is sent beside everything else.
  await until(async () => {
    await later(1_000);
    return posted.some(({ activity }) => activity.text?.startsWith('No worker has joined yet'));
  });
  const before = posted.length;
  await pass(LEFT_BY_NOW + 60 * 60_000);
  expect(await row()).toMatchObject({ owner: 'waiting' });
  expect(posted.slice(before).map(({ activity }) => activity.text)).toEqual([]);
});

describe('a lead', () => {
  test.each(['lead', 'admin'] as const)('(%s) moves somebody to the front, and they are told', async (role) => {
    const { desk, answer, row } = await withSam();
    expect(await desk.release('jo', lead(role))).toEqual({ ok: true });
    expect(await row()).toMatchObject({ owner: 'waiting', leftBy: 'Sam' });
    expect((await answer('jo')).at(-2)).toContain('Sam cannot go on with you right now');
    expect(await desk.say('jo', SAM, 'Hello?', 'm-2')).toEqual({ ok: false, why: 'not-yours' });
  });

  test.each(['worker', 'peer'] as const)('is not who is a %s: nothing happens', async (role) => {
    const { desk, answer, row } = await withSam();
    const before = await answer('jo');
    expect(await desk.release('jo', lead(role))).toEqual({ ok: false, why: 'role' });
    expect(await row()).toMatchObject({ owner: 'worker' });
    expect(await answer('jo')).toEqual(before);
  });

  test('who moves them twice tells them once', async () => {
    const { desk, answer } = await withSam();
    const results = await Promise.all([desk.release('jo', lead('lead')), desk.release('jo', lead('lead'))]);
    expect(results).toEqual(expect.arrayContaining([{ ok: true }, { ok: false, why: 'gone' }]));
    expect((await answer('jo')).filter((text) => text.includes('cannot go on'))).toHaveLength(1);
  });

  test('cannot move somebody who waits, who has left, or whom nobody knows', async () => {
    const { desk, asksForAPerson } = await withSam();
    await asksForAPerson('waits');
    for (const id of ['waits', 'nobody', '__proto__'])
      expect(await desk.release(id, lead('lead'))).toEqual({ ok: false, why: 'gone' });
  });
});

describe('with a second worker beside them', () => {
  async function withBoth() {
    const bots = await withSam();
    await bots.desk.ask('jo', SAM, { to: { kind: 'anyone', id: '', name: '' }, why: 'second' });
    await bots.desk.join('jo', KIM);
    return bots;
  }

  test('who is there, the person is not put back: the second one has them', async () => {
    const { pass, presence, row, answer } = await withBoth();
    await pass(LEFT_BY_NOW, () => presence.renew('kim'));
    expect(await row()).toMatchObject({ owner: 'worker', worker: { name: 'Kim' }, beside: null });
    expect((await answer('jo')).join('\n')).toMatch(/Sam has left this chat. Kim is still here/);
  });

  test('who is gone, the first one is told to the person, and has them alone', async () => {
    const { pass, presence, row, answer, desk } = await withBoth();
    await pass(LEFT_BY_NOW, () => presence.renew('sam'));
    expect(await row()).toMatchObject({ owner: 'worker', worker: { name: 'Sam' }, beside: null });
    expect((await answer('jo')).filter((text) => /Kim has left this chat. Sam is still here/.test(text))).toHaveLength(
      1,
    );
    expect(await desk.say('jo', KIM, 'sorry, my train', 'm-2')).toEqual({ ok: false, why: 'not-yours' });
  });

  test('who left and comes again has as long as anybody else', async () => {
    const { pass, presence, row, desk } = await withBoth();
    await pass(LEFT_BY_NOW, () => presence.renew('sam'));
    await desk.ask('jo', SAM, { to: { kind: 'anyone', id: '', name: '' }, why: 'second' });
    await desk.join('jo', KIM);
    await presence.end('kim');
    await pass(lookMs + 10_000, () => presence.renew('sam'));
    expect(await row()).toMatchObject({ beside: { name: 'Kim' } });
  });

  test('who is gone as well, they wait at the front, and nobody is beside them', async () => {
    const { pass, row } = await withBoth();
    await pass(LEFT_BY_NOW);
    expect(await row()).toMatchObject({ owner: 'waiting', worker: null, beside: null, asked: null, leftBy: 'Sam' });
  });
});

test('whoever wants no messages and deletes what they said is nobody’s any more, and is answered when they start again', async () => {
  const { say, row, desk, answer, store } = await withSam('sms');
  await desk.pause('jo', SAM, '10-minutes');
  await say('STOP');
  await say('delete what I said');
  expect(await row()).toBeUndefined();
  expect((await store.load('jo')).conversation).toMatchObject({ owner: 'bot', worker: null });
  await say('START');
  await say('my bills are piling up');
  expect((await answer('jo')).length).toBeGreaterThan(0);
});
