import { PATIENCE } from '../../handoff/patience';
import type { PauseFor } from '../../handoff/types';
import type { Store } from '../../store/contract';
import { onBothStores } from './both-stores';
import { openBots, TUESDAY_10AM, talk, worker } from './world';

const MINUTE = 60_000;
const SAM = worker('Sam');
const KIM = worker('Kim');
const LEE = { ...worker('Lee'), role: 'lead' as const };
const CLOSED = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const TOLD = 'plans to be back';

/** Somebody whom Sam has picked up and written to. Nobody's page is open: he has closed the laptop. */
async function withSam(store: Store, channel: 'web' | 'sms' = 'web') {
  const bots = openBots(store);
  const say = (text: string) => bots.says('jo', text, undefined, channel);
  for (const text of ['my bills are piling up', 'person', 'Yes, ask a worker', 'skip', 'skip', 'skip']) await say(text);
  await bots.desk.claim('jo', SAM);
  await bots.desk.say('jo', SAM, 'Hello, I have read that.', 'm-1');
  const told = async () =>
    (await bots.seen('jo')).flatMap(({ from, text }) => (from?.id !== 'person' && text ? [text] : []));
  return {
    ...bots,
    say,
    pauses: (wanted: PauseFor = '30-minutes') => bots.desk.pause('jo', SAM, wanted),
    /** Minutes pass as the clock of a server that runs tells them. */
    async pass(minutes: number, meanwhile: () => Promise<void> = async () => undefined) {
      for (let left = minutes; left > 0; left -= 1) {
        await meanwhile();
        await bots.later(MINUTE);
      }
    },
    row: async () => (await bots.desk.list()).find(({ id }) => id === 'jo'),
    /** Everything Natter and the workers said to them. */
    told,
    /** How often something was said to them. */
    times: async (words: string) => (await told()).filter((text) => text.includes(words)).length,
  };
}

onBothStores((open) => {
  describe('a worker who steps away', () => {
    test('whoever asks for somebody else when the team has gone home is told when they are back', async () => {
      const { pauses, say, told, clock } = await withSam(await open());
      await pauses('tomorrow');
      clock.now += 12 * 60 * MINUTE;
      await say('person');
      expect((await told()).at(-1)).toContain('They are back Wednesday at 9am');
    });

    test('while the team is there nobody is told that it is not', async () => {
      const { pauses, say, times } = await withSam(await open());
      await pauses();
      await say('person');
      expect(await times('The team is not there right now')).toBe(0);
    });

    test.each(['web', 'sms'] as const)(
      'is named once, with when they are back, what happens until then, and how to get somebody sooner (%s)',
      async (channel) => {
        const { pauses, told, times, posted, say, row } = await withSam(await open(), channel);
        const before = posted.length;
        expect(await pauses()).toEqual({ ok: true });
        const words = (await told()).slice(-2).join('\n');
        expect(words).toContain('Sam has to step away for a while, and plans to be back today at 10:30am');
        expect(words).toMatch(/go on writing\. Nothing is lost/);
        expect(words).toContain('write "person"');
        if (channel === 'sms') expect(posted.length).toBeGreaterThan(before);
        await say('ok');
        await say('take your time');
        expect(await times(TOLD)).toBe(1);
        expect(await row()).toMatchObject({ owner: 'worker', pausedUntil: TUESDAY_10AM + 30 * MINUTE });
      },
    );

    test.each<[PauseFor, string, number]>([
      ['10-minutes', 'today at 10:10am', 10 * MINUTE],
      ['30-minutes', 'today at 10:30am', 30 * MINUTE],
      ['hour', 'today at 11am', 60 * MINUTE],
      ['tomorrow', 'Wednesday at 9am', 23 * 60 * MINUTE],
    ])('(%s) says "%s"', async (wanted, when, ms) => {
      const { pauses, told, row } = await withSam(await open());
      await pauses(wanted);
      expect((await told()).join('\n')).toContain(`plans to be back ${when}`);
      expect((await row())?.pausedUntil).toBe(TUESDAY_10AM + ms);
    });

    test('and presses twice has stepped away once; for longer, the person is told anew', async () => {
      const { pauses, times, clock, row } = await withSam(await open());
      await pauses();
      clock.now += 3_000;
      await pauses();
      expect(await times(TOLD)).toBe(1);
      await pauses('hour');
      expect(await times(TOLD)).toBe(2);
      expect((await row())?.pausedUntil).toBe(clock.now + 60 * MINUTE);
    });

    test('keeps whom they have, with no page open, until they said; what was written meanwhile is there', async () => {
      const { pauses, pass, say, row, desk, times } = await withSam(await open());
      await pauses();
      await pass(15);
      await say('my sister rang');
      await pass(15);
      expect(await row()).toMatchObject({ owner: 'worker', worker: { name: 'Sam' } });
      expect((await row())?.away).toBeUndefined();
      await desk.say('jo', SAM, 'I am here again.', 'm-2');
      expect((await desk.view('jo', SAM))?.entries.map(({ text }) => text)).toContain('my sister rang');
      expect((await row())?.pausedUntil).toBeUndefined();
      expect(await times('is back with you')).toBe(0);
    });

    test('and comes back without a word: the person is told once', async () => {
      const { pauses, pass, row, desk, times } = await withSam(await open());
      await pauses();
      await pass(5);
      expect(await desk.back('jo', SAM)).toEqual({ ok: true });
      expect(await desk.back('jo', SAM)).toEqual({ ok: true });
      expect(await times('Sam is back with you now.')).toBe(1);
      expect((await row())?.pausedUntil).toBeUndefined();
    });

    test('is looked for again once back', async () => {
      const { pauses, pass, row, desk } = await withSam(await open());
      await pauses();
      await pass(5);
      await desk.back('jo', SAM);
      await pass(5);
      expect(await row()).toMatchObject({ owner: 'waiting', leftBy: 'Sam' });
    });

    test('and was not there just before has a moment once back, as always', async () => {
      const { pauses, pass, row, desk, presence, later, memory } = await withSam(await open());
      await pass(2);
      expect((await memory('jo')).missing).toMatchObject([{ worker: 'sam' }]);
      await pauses('10-minutes');
      await pass(10);
      await desk.back('jo', SAM);
      await presence.end('sam');
      await later(0);
      expect(await row()).toMatchObject({ owner: 'worker', worker: { name: 'Sam' } });
      await pass(3);
      expect(await row()).toMatchObject({ owner: 'waiting', leftBy: 'Sam' });
    });

    test('a note for the team is no coming back', async () => {
      const { pauses, desk, row } = await withSam(await open());
      await pauses();
      await desk.note('jo', SAM, 'rang the school', 'n-1');
      expect((await row())?.pausedUntil).toBeDefined();
    });

    test('nobody is asked whether they are still there, not even once the worker is back', async () => {
      const { pauses, pass, times, desk, presence } = await withSam(await open());
      await pauses('hour');
      await pass(59);
      await desk.back('jo', SAM);
      await pass(90, () => presence.renew('sam'));
      expect(await times('Are you still there?')).toBe(0);
    });

    test('whoever asks when the worker comes back is told again', async () => {
      const { pauses, say, times } = await withSam(await open());
      await pauses();
      await say('are you there');
      expect(await times(TOLD)).toBe(2);
    });
  });

  describe('when the time is over', () => {
    test('there are five more minutes, and then they are at the front again, told by name and only once', async () => {
      const { pauses, pass, row, times, memory, presence } = await withSam(await open());
      await pauses();
      // A page that is open is not somebody who is back.
      await pass(30 + PATIENCE.backMs / MINUTE - 1, () => presence.renew('sam'));
      expect(await row()).toMatchObject({ owner: 'worker', pausedUntil: expect.any(Number) });
      await pass(1, () => presence.renew('sam'));
      expect(await row()).toMatchObject({ owner: 'waiting', leftBy: 'Sam' });
      expect((await row())?.pausedUntil).toBeUndefined();
      expect((await memory('jo')).paused).toBeNull();
      await pass(9);
      expect(await times('Sam is not back yet. Nothing you wrote is lost.')).toBe(1);
    });

    test('that a pause was made longer counts, and no timer is left', async () => {
      const { pauses, pass, row, store, clock, desk } = await withSam(await open());
      await pauses('10-minutes');
      await pass(5);
      await pauses('hour');
      await pass(30);
      expect(await row()).toMatchObject({ owner: 'worker' });
      await desk.back('jo', SAM);
      expect((await store.due(clock.now + 24 * 60 * MINUTE, 10)).map(({ id }) => id)).not.toContain('paused');
    });

    test('a timer that rings late, for a pause that is over, does nothing and does not ring again', async () => {
      const { pauses, desk, turns, row, store, clock } = await withSam(await open());
      await pauses();
      await desk.back('jo', SAM);
      const activity = { type: 'event', name: 'natter/timer', value: { id: 'paused' } };
      await turns.receive({ id: 'late', channel: 'web', conversation: 'jo', activity });
      expect(await row()).toMatchObject({ owner: 'worker' });
      expect((await store.due(clock.now + 24 * 60 * MINUTE, 10)).map(({ id }) => id)).not.toContain('paused');
    });
  });

  describe('a pause hides nothing', () => {
    test('words about danger: the usual answer, and they are urgent, at the front, for everybody', async () => {
      const { pauses, say, answer, desk, asksForAPerson, row } = await withSam(await open());
      await asksForAPerson('longest');
      await pauses('tomorrow');
      await say('i want to kill myself');
      const said = (await answer('jo')).join('\n');
      expect(said).toContain('999');
      expect(said).toContain('Samaritans');
      expect(said).toContain('Sam is away for now. Nothing you wrote is lost.');
      expect((await desk.list()).map(({ id }) => id)).toEqual(['jo', 'longest']);
      expect(await row()).toMatchObject({ owner: 'waiting', urgent: true, leftBy: 'Sam', worker: null });
      expect(await desk.claim('jo', KIM)).toEqual({ ok: true });
      expect((await desk.view('jo', KIM))?.flags.map(({ text }) => text)).toEqual(['i want to kill myself']);
    });

    test.each(['i cant do this anymore', 'help now'])(
      'what may be about danger does not wait for anybody either: "%s"',
      async (text) => {
        const { pauses, say, row } = await withSam(await open());
        await pauses();
        await say(text);
        expect(await row()).toMatchObject({ owner: 'waiting', leftBy: 'Sam', urgent: false });
      },
    );

    test('whoever asks for somebody else is at the front with all that was said', async () => {
      const { pauses, say, desk, asksForAPerson, times, clock } = await withSam(await open());
      clock.now -= 60 * MINUTE;
      await asksForAPerson('longest');
      clock.now += 60 * MINUTE;
      await pauses();
      await say('they come at four');
      await say('person');
      expect(await times('Sam is away for now.')).toBe(1);
      expect((await desk.list()).map(({ id }) => id)).toEqual(['jo', 'longest']);
      await desk.claim('jo', KIM);
      const view = await desk.view('jo', KIM);
      expect(view?.shared.map(({ text }) => text)).toContain('my bills are piling up');
      expect(view?.entries.map(({ text }) => text)).toEqual(
        expect.arrayContaining(['Hello, I have read that.', 'they come at four', 'person']),
      );
      expect(await desk.say('jo', SAM, 'back', 'm-2')).toEqual({ ok: false, why: 'not-yours' });
      expect(await desk.back('jo', SAM)).toEqual({ ok: false, why: 'not-yours' });
    });

    test('asking for a person is for the worker again, once they are back', async () => {
      const { pauses, say, desk, row } = await withSam(await open());
      await pauses();
      await desk.back('jo', SAM);
      await say('are you a real person');
      await say('person');
      expect(await row()).toMatchObject({ owner: 'worker', worker: { name: 'Sam' } });
    });

    test('words about danger after STOP, when nobody else could write to them: whoever has them does not seem to be away', async () => {
      const { pauses, say, row, posted } = await withSam(await open(), 'sms');
      await pauses();
      await say('STOP');
      const before = posted.length;
      await say('i want to kill myself');
      expect(await row()).toMatchObject({ owner: 'worker', urgent: true });
      expect((await row())?.pausedUntil).toBeUndefined();
      expect(posted).toHaveLength(before);
    });
  });

  describe('refused, with nothing said', () => {
    const refusals: [string, string, (bots: Awaited<ReturnType<typeof withSam>>) => Promise<unknown>][] = [
      ['who does not have them', 'not-yours', ({ desk }) => desk.pause('jo', KIM, 'hour')],
      ['who looks after all, and does not have them', 'not-yours', ({ desk }) => desk.pause('jo', LEE, 'hour')],
      [
        'whose person has asked for no more messages',
        'stopped',
        async ({ say, pauses }) => {
          await say('STOP');
          return pauses();
        },
      ],
      [
        'who has a second one beside them',
        'taken',
        async ({ desk, pauses }) => {
          await desk.ask('jo', SAM, { to: { kind: 'anyone', id: '', name: '' }, why: 'second' });
          await desk.join('jo', KIM);
          return pauses();
        },
      ],
      [
        'whose person has gone',
        'gone',
        async ({ say, pauses }) => {
          await say('end chat');
          return pauses();
        },
      ],
    ];
    test.each(refusals)('to somebody %s: %s', async (_, why, does) => {
      const bots = await withSam(await open());
      expect(await does(bots)).toEqual({ ok: false, why });
      expect(await bots.times(TOLD)).toBe(0);
      expect((await bots.row())?.pausedUntil).toBeUndefined();
    });
  });

  test('until tomorrow, where nobody says when the place opens', async () => {
    const { pauses, desk, times } = await withSam(await open());
    const hours = jest.replaceProperty(talk.place, 'hours', CLOSED);
    try {
      expect(desk.pauses().map(({ for: wanted }) => wanted)).toEqual(['10-minutes', '30-minutes', 'hour']);
      expect(await pauses('tomorrow')).toEqual({ ok: false, why: 'no-hours' });
      expect(await times(TOLD)).toBe(0);
    } finally {
      hours.restore();
    }
  });

  test.each(['end', 'hand back', 'move', 'end chat', 'delete'])(
    '%s: the pause is over, and no timer left',
    async (how) => {
      const { pauses, pass, say, desk, memory, times, store, clock } = await withSam(await open());
      await pauses();
      if (how === 'end') await desk.end('jo', SAM, 'connected');
      else if (how === 'hand back') await desk.handBack('jo', SAM);
      else if (how === 'move') await desk.release('jo', LEE);
      else await say(how === 'delete' ? 'delete what I said' : how);
      expect((await memory('jo')).paused).toBeNull();
      expect((await store.due(clock.now + 24 * 60 * MINUTE, 10)).map(({ id }) => id)).not.toContain('paused');
      await pass(40);
      expect(await times('is not back yet')).toBe(0);
    },
  );

  describe('somebody who was asked to come while the worker is away', () => {
    async function withBoth(why: 'take-over' | 'second') {
      const bots = await withSam(await open());
      await bots.desk.ask('jo', SAM, { to: { kind: 'anyone', id: '', name: '' }, why });
      await bots.pauses();
      await bots.desk.join('jo', KIM);
      return bots;
    }

    test.each(['take-over', 'second'] as const)('is introduced as what they are (%s)', async (why) => {
      const { answer } = await withBoth(why);
      const words = (await answer('jo')).join('\n');
      expect(words).toContain('Kim is here now, and Kim is a person too. Sam asked Kim to be with you.');
      expect(words).not.toContain('Sam stays');
    });

    test('cannot leave them alone, and takes over when the other does not come back', async () => {
      const { desk, pass, presence, row } = await withBoth('second');
      expect(await desk.stepOut('jo', KIM)).toEqual({ ok: false, why: 'alone' });
      await pass(36, () => presence.renew('kim'));
      expect(await row()).toMatchObject({ owner: 'worker', worker: { name: 'Kim' }, beside: null });
      expect((await row())?.pausedUntil).toBeUndefined();
    });

    test('and goes as well leaves them to whoever is free: they are told, and do not wait for nobody', async () => {
      const { pass, row, times } = await withBoth('second');
      await pass(6);
      expect(await row()).toMatchObject({ owner: 'waiting', leftBy: 'Sam', beside: null });
      expect(await times('Sam is away for now.')).toBe(1);
    });

    test('writes without the other seeming to be back', async () => {
      const { desk, row } = await withBoth('second');
      expect(await desk.say('jo', KIM, 'Hello from me too.', 'k-1')).toEqual({ ok: true });
      expect((await row())?.pausedUntil).toBeDefined();
    });
  });

  test('a phone that may ring at one time only does not ring for it; they are told when they write', async () => {
    const { desk, say, told, later, clock, times, row, pauses } = await withSam(await open(), 'sms');
    await desk.release('jo', LEE);
    await say('call me back');
    await say('today from 2pm to 2.30pm');
    await later(Date.parse('2026-06-16T13:35:00Z') - clock.now);
    await desk.claim('jo', SAM);
    const before = await told();
    expect(await pauses()).toEqual({ ok: true });
    expect((await row())?.pausedUntil).toBeDefined();
    await later(MINUTE);
    expect(await told()).toEqual(before);
    await say('hello?');
    expect(await times(TOLD)).toBe(1);
  });
});
