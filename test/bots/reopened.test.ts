import { REOPEN_MS } from '../../handoff/ended';
import type { Outcome, Role } from '../../handoff/types';
import type { Store } from '../../store/contract';
import { onBothStores } from './both-stores';
import { openBots, until, worker } from './world';

const MINUTE = 60_000;
const SAM = worker('Sam');
const KIM = worker('Kim');
const lead = (role: Role) => ({ ...worker('Lee'), role });

type Channel = 'web' | 'sms' | 'whatsapp';

/** Somebody whom Sam has talked with and then ended. */
async function ended(store: Store, channel: Channel = 'web', outcome: Outcome = 'connected') {
  const bots = openBots(store);
  const say = (text: string) => bots.says('jo', text, undefined, channel);
  for (const text of ['my bills are piling up', 'person', 'Yes, ask a worker', 'skip', 'skip', 'skip']) await say(text);
  await bots.desk.claim('jo', SAM);
  await bots.desk.say('jo', SAM, 'Hello, I have read that.', 'm-1');
  await say('they come at four');
  const before = await bots.desk.view('jo', SAM);
  bots.clock.now += MINUTE;
  await bots.desk.end('jo', SAM, outcome, { promised: 'a call on Friday' });
  const told = async () =>
    (await bots.seen('jo')).flatMap(({ from, text }) => (from?.id !== 'person' && text ? [text] : []));
  return {
    ...bots,
    say,
    before,
    told,
    times: async (words: string) => (await told()).filter((text) => text.includes(words)).length,
    row: async () => (await bots.desk.list()).find(({ id }) => id === 'jo'),
    texts: async () => (await bots.desk.view('jo', SAM))?.entries.map(({ text }) => text) ?? [],
  };
}

onBothStores((open) => {
  describe('what a worker has ended', () => {
    test('is in their list with when and how, and nobody else’s; no words are in it', async () => {
      const { desk, clock } = await ended(await open(), 'sms');
      const list = await desk.ended(SAM);
      expect(list).toEqual([
        { id: 'jo', channel: 'sms', at: clock.now, outcome: 'connected', worker: { id: 'sam', name: 'Sam' } },
      ]);
      expect(await desk.ended(KIM)).toEqual([]);
      for (const role of ['lead', 'admin'] as const) expect(await desk.ended(lead(role))).toEqual(list);
    });

    test('is kept without a word that was said', async () => {
      const { store, clock } = await ended(await open());
      const kept = JSON.stringify(await store.records.list('reopenable', clock.now));
      expect(kept).toContain('connected');
      for (const words of ['bills', 'four', 'read that', 'Friday']) expect(kept).not.toContain(words);
    });

    test('goes out of it after twelve hours, and the latest is first', async () => {
      const { desk, clock, asksForAPerson, store } = await ended(await open());
      clock.now += REOPEN_MS - MINUTE;
      await asksForAPerson('second');
      await desk.claim('second', SAM);
      await desk.end('second', SAM, 'elsewhere');
      expect((await desk.ended(SAM)).map(({ id }) => id)).toEqual(['second', 'jo']);
      clock.now += MINUTE;
      expect((await desk.ended(SAM)).map(({ id }) => id)).toEqual(['second']);
      expect(await store.records.list('reopenable', clock.now + REOPEN_MS)).toEqual([]);
    });

    test('is removed with what was said, when the person deletes that', async () => {
      const { desk, say, store, clock } = await ended(await open());
      await say('delete what I said');
      await say('yes');
      expect(await store.records.list('reopenable', clock.now)).toEqual([]);
      expect(await desk.ended(SAM)).toEqual([]);
    });

    test('a record that came late, after a deletion, is not shown', async () => {
      const { desk, say, store, clock } = await ended(await open());
      const [record] = await store.records.list('reopenable', clock.now);
      await say('delete what I said');
      await store.records.put('reopenable', 'jo', record?.body ?? '', clock.now + REOPEN_MS);
      expect(await desk.ended(SAM)).toEqual([]);
    });

    test('a record that cannot be kept keeps nobody from ending', async () => {
      const { desk, say, store } = await ended(await open());
      for (const text of ['person', 'Yes, ask a worker']) await say(text);
      await say('skip');
      await desk.claim('jo', SAM);
      const put = store.records.put;
      store.records.put = (kind, ...rest) =>
        kind === 'reopenable' ? Promise.reject(new Error('away')) : put.call(store.records, kind, ...rest);
      expect(await desk.end('jo', SAM, 'connected')).toEqual({ ok: true });
    });

    test('a deletion waits until the record is gone: nothing of it is left behind', async () => {
      const { desk, say, store, memory, faults } = await ended(await open());
      const { take } = store.records;
      store.records.take = () => Promise.reject(new Error('away'));
      await say('delete what I said').catch(() => undefined);
      await until(async () => faults.length > 0);
      expect((await memory('jo')).outcomes).toHaveLength(1);
      store.records.take = take;
      await say('delete what I said');
      await until(async () => (await memory('jo')).outcomes.length === 0);
      expect(await desk.ended(SAM)).toEqual([]);
    });
  });

  describe('opened again', () => {
    test.each(['web', 'sms'] as const)('the person is told once, kindly, by name (%s)', async (channel) => {
      const { desk, times, row, before, store, clock } = await ended(await open(), channel);
      clock.now += 60 * MINUTE;
      expect(await desk.reopen('jo', SAM)).toEqual({ ok: true });
      expect(await desk.reopen('jo', SAM)).toEqual({ ok: true });
      expect(await times('Sam is here again')).toBe(1);
      expect(await times('you do not have to answer')).toBe(1);
      expect(await times('words about danger. Sam can see those words')).toBe(0);
      expect(await row()).toMatchObject({
        owner: 'worker',
        worker: { id: 'sam', name: 'Sam' },
        waitingSince: before?.waitingSince,
      });
      expect(await desk.ended(SAM)).toEqual([]);
      expect(await store.records.list('reopenable', clock.now)).toEqual([]);
    });

    test('a peer who may not read it is not said to see what they shared', async () => {
      const bots = openBots(await open());
      const peer = { ...SAM, role: 'peer' as const };
      for (const text of ['my bills are piling up', 'person', 'Yes, ask a worker', 'skip', 'skip', 'skip'])
        await bots.says('kit', text);
      await bots.desk.claim('kit', peer);
      await bots.desk.end('kit', peer, 'connected');
      await bots.desk.reopen('kit', peer);
      const said = (await bots.answer('kit')).join('\n');
      expect(said).toContain('Sam sees what you two wrote before, and not what you told me');
      expect(said).not.toContain('what you shared with them before');
      expect((await bots.desk.view('kit', peer))?.shared).toEqual([]);
    });

    test('the worker sees what they saw, and what is said from then on', async () => {
      const { desk, say, before, texts } = await ended(await open());
      await desk.reopen('jo', SAM);
      const view = await desk.view('jo', SAM);
      expect(view?.shared).toEqual(before?.shared);
      expect(view?.flags).toEqual(before?.flags);
      expect(view?.entries.slice(0, before?.entries.length)).toEqual(before?.entries);
      expect(view?.earlier).toMatchObject([{ promised: 'a call on Friday' }]);
      await say('oh good');
      expect((await texts()).at(-1)).toBe('oh good');
      expect(await desk.say('jo', SAM, 'I forgot one thing.', 'm-2')).toEqual({ ok: true });
    });

    /** What they tell Natter in between: words, and words about danger. */
    async function withBetween() {
      const bots = await ended(await open());
      await bots.say('he drinks every night');
      await bots.say(DANGER);
      return bots;
    }
    const BETWEEN = ['he drinks every night'];
    const DANGER = 'i want to kill myself';
    const wordsOf = (view: unknown) => BETWEEN.filter((text) => JSON.stringify(view).includes(text));

    test('what was told to Natter in between is not shown; words about danger are, as they always are', async () => {
      const { desk, before, times } = await withBetween();
      expect(await desk.reopen('jo', SAM)).toEqual({ ok: true });
      // And they know it.
      expect(await times('words about danger. Sam can see those words')).toBe(1);
      const view = await desk.view('jo', SAM);
      expect(wordsOf(view)).toEqual([]);
      expect(view?.shared).toEqual(before?.shared);
      expect(view).toMatchObject({ urgent: true, flags: [{ text: DANGER }] });
      expect(view?.entries.map(({ text }) => text)).not.toContain(DANGER);
    });

    test('words about danger after it are shown as always', async () => {
      const { desk, say } = await withBetween();
      await desk.reopen('jo', SAM);
      await say('i am going to end my life');
      expect((await desk.view('jo', SAM))?.flags.map(({ text }) => text)).toEqual([
        DANGER,
        'i am going to end my life',
      ]);
    });

    test('nor is it shown to whoever comes next, or after a second time', async () => {
      const { desk, say, clock } = await withBetween();
      await desk.reopen('jo', SAM);
      await say('i can talk now');
      await desk.release('jo', lead('lead'));
      await desk.claim('jo', KIM);
      expect(wordsOf(await desk.view('jo', KIM))).toEqual([]);
      clock.now += MINUTE;
      await desk.end('jo', KIM, 'connected');
      await say('my mum is ill');
      await desk.reopen('jo', KIM);
      const view = await desk.view('jo', KIM);
      expect(wordsOf(view)).toEqual([]);
      expect(JSON.stringify(view)).not.toContain('my mum is ill');
      expect(view?.entries.map(({ text }) => text)).toContain('i can talk now');
    });

    test('what they put in other words since is shown in neither', async () => {
      const { desk, say } = await ended(await open());
      await say('what do you know about me');
      await say('change 1 to i owe my brother');
      await desk.reopen('jo', SAM);
      const view = await desk.view('jo', SAM);
      expect(view?.shared.map(({ text }) => text)).not.toEqual(expect.arrayContaining(['i owe my brother']));
      expect(view?.shared.map(({ text }) => text)).not.toEqual(expect.arrayContaining(['my bills are piling up']));
    });

    test('a peer who comes then sees words about danger, and the person knows it', async () => {
      const { desk, times } = await withBetween();
      await desk.reopen('jo', SAM);
      await desk.ask('jo', SAM, { to: { kind: 'anyone', id: '', name: '' }, why: 'second' });
      const peer = { ...KIM, role: 'peer' as const };
      await desk.join('jo', peer);
      expect(wordsOf(await desk.view('jo', peer))).toEqual([]);
      expect(await times('Kim sees only the words about danger')).toBe(1);
    });

    test('is in no list of what was ended, though the record could not be removed', async () => {
      const { desk, store } = await ended(await open());
      store.records.take = () => Promise.reject(new Error('away'));
      expect(await desk.reopen('jo', SAM)).toEqual({ ok: true });
      expect(await desk.ended(SAM)).toEqual([]);
    });

    test('it is shown once they share it', async () => {
      const { desk, say } = await withBetween();
      await desk.reopen('jo', SAM);
      await desk.handBack('jo', SAM);
      for (const text of ['person', 'Yes, ask a worker', 'skip', 'skip', 'skip']) await say(text);
      await desk.claim('jo', SAM);
      expect(wordsOf(await desk.view('jo', SAM))).toEqual(BETWEEN);
    });

    test('their booking is before the worker again', async () => {
      const bots = openBots(await open());
      await bots.asksForAPerson('jo');
      await bots.says('jo', 'call me back');
      await bots.says('jo', 'on friday at 3pm');
      await bots.desk.claim('jo', SAM);
      const { booked } = (await bots.desk.view('jo', SAM)) ?? {};
      expect(booked).toBeDefined();
      await bots.desk.end('jo', SAM, 'unreachable');
      await bots.desk.reopen('jo', SAM);
      expect((await bots.desk.view('jo', SAM))?.booked).toEqual(booked);
    });

    test('whoever is not there any more is looked for as always', async () => {
      const { desk, later, row } = await ended(await open());
      await desk.reopen('jo', SAM);
      for (let minutes = 0; minutes < 6; minutes += 1) await later(MINUTE);
      expect(await row()).toMatchObject({ owner: 'waiting', leftBy: 'Sam' });
    });

    test('the other side of the desk is told', async () => {
      const { desk, seen } = await ended(await open());
      await desk.reopen('jo', SAM);
      const states = (await seen('jo')).flatMap(({ name, value }) => (name === 'handoff.status' ? [value.state] : []));
      expect(states).toEqual(['accepted', 'completed', 'accepted']);
    });

    test.each(['lead', 'admin'] as const)('a %s may, and says who they are', async (role) => {
      const { desk, row, told } = await ended(await open());
      expect(await desk.reopen('jo', lead(role))).toEqual({ ok: true });
      expect(await row()).toMatchObject({ owner: 'worker', worker: { name: 'Lee' } });
      expect((await told()).join('\n')).toContain('Lee is here now, and Lee is a person.');
    });

    test('on WhatsApp, after its day, they are asked whether they want to read it', async () => {
      const { desk, answers, sender, store, posted, clock } = await ended(await open(), 'whatsapp');
      const everythingSent = () =>
        until(async () => {
          sender.wake();
          return (await store.outgoing('jo')).every(({ state }) => state !== 'waiting');
        });
      await everythingSent();
      clock.now += 60 * MINUTE;
      const closed = { ok: false, retry: false, code: 'window-closed' } as const;
      answers.push(closed, closed);
      const before = posted.length;
      expect(await desk.reopen('jo', SAM)).toEqual({ ok: true });
      await until(async () => {
        await everythingSent();
        return posted.slice(before).some(({ row }) => row.endsWith('.knock'));
      });
      expect((await desk.view('jo', SAM))?.reach).toMatchObject({ held: 1, asks: true });
    });
  });

  describe('refused, with nothing said and nothing changed', () => {
    type Bots = Awaited<ReturnType<typeof ended>>;
    const asksAgain = async ({ say }: Bots) => {
      for (const text of ['person', 'Yes, ask a worker', 'skip', 'skip', 'skip']) await say(text);
    };
    const refusals: [string, string, (bots: Bots) => Promise<unknown>, { channel?: Channel; outcome?: Outcome }?][] = [
      ['they deleted what they said', 'deleted', ({ say }) => say('delete what I said')],
      ['they want no more messages', 'stopped', ({ say }) => say('STOP'), { channel: 'sms' }],
      ['they wait for a person again', 'asked-again', asksAgain],
      [
        'they are with somebody else',
        'taken',
        async (bots) => {
          await asksAgain(bots);
          await bots.desk.claim('jo', KIM);
        },
      ],
      [
        'they were with somebody else since',
        'asked-again',
        async (bots) => {
          await asksAgain(bots);
          await bots.desk.claim('jo', KIM);
          await bots.desk.handBack('jo', KIM);
        },
      ],
      [
        'they have asked again, and then stopped waiting',
        'asked-again',
        async (bots) => {
          await asksAgain(bots);
          await bots.say('stop waiting');
        },
      ],
      ['they are just looking at what would be passed on', 'asked-again', ({ say }) => say('person')],
      ['they chose not to go on', 'their-choice', async () => undefined, { outcome: 'declined' }],
      ['it was more than twelve hours ago', 'too-late', ({ later }) => later(REOPEN_MS + 1)],
    ];
    test.each(refusals)('%s: %s', async (_, why, does, { channel = 'web', outcome = 'connected' } = {}) => {
      const bots = await ended(await open(), channel, outcome);
      await does(bots);
      const [told, row] = [await bots.told(), await bots.row()];
      expect(await bots.desk.reopen('jo', SAM)).toEqual({ ok: false, why });
      expect(await bots.told()).toEqual(told);
      expect(await bots.row()).toEqual(row);
    });

    test.each(['worker', 'peer'] as const)('it was another worker’s, and this is a %s', async (role) => {
      const { desk, told, row } = await ended(await open());
      const before = await told();
      expect(await desk.reopen('jo', { ...KIM, role })).toEqual({ ok: false, why: 'role' });
      expect(await told()).toEqual(before);
      expect(await row()).toBeUndefined();
    });

    test('whoever may not is told nothing else about them', async () => {
      const { desk, say } = await ended(await open(), 'sms', 'declined');
      await say('STOP');
      expect(await desk.reopen('jo', KIM)).toEqual({ ok: false, why: 'role' });
    });

    test.each(['today from 2pm to 2.30pm', 'only when he is out'])(
      'their phone may not ring now: "%s"',
      async (when) => {
        const bots = openBots(await open());
        const say = (text: string) => bots.texts('jo', text);
        for (const text of ['my bills are piling up', 'person', 'Yes, ask a worker', 'skip', 'skip', 'skip'])
          await say(text);
        await say('call me back');
        await say(when);
        if (!when.startsWith('today')) await say(when);
        await bots.desk.claim('jo', SAM);
        await bots.desk.end('jo', SAM, 'connected');
        const before = (await bots.seen('jo')).length;
        expect(await bots.desk.reopen('jo', SAM)).toEqual({ ok: false, why: 'unsafe' });
        expect((await bots.seen('jo')).length).toBe(before);
      },
    );

    test('nobody knows them, or no worker ended it', async () => {
      const { desk, says } = openBots(await open());
      await says('new', 'hello');
      for (const who of [SAM, lead('lead')]) {
        expect(await desk.reopen('new', who)).toEqual({ ok: false, why: 'deleted' });
        for (const id of ['nobody', '__proto__'])
          expect(await desk.reopen(id, who)).toEqual({ ok: false, why: 'gone' });
      }
    });

    test('of two who open it at once, one does', async () => {
      const { desk, times } = await ended(await open());
      const results = await Promise.all([desk.reopen('jo', SAM), desk.reopen('jo', lead('lead'))]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results).toContainEqual({ ok: false, why: 'taken' });
      expect((await times('Sam is here again')) + (await times('Lee is here now'))).toBe(1);
    });
  });
});
