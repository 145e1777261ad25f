import type { Store } from '../../store/contract';
import { UnavailableError } from '../../store/errors';
import { openRedisStore } from '../../store/redis/store';
import { openSqliteStore } from '../../store/sqlite/store';
import type { Understanding } from '../../understanding/types';
import { type RedisServer, startRedis } from '../redis';
import { openBots, talk, until, worker } from './world';

describe('taking messages in', () => {
  test('a message and its answer are in the transcript when it is acknowledged', async () => {
    const bots = openBots();
    expect(await bots.says('c', 'hello')).toBe('new');
    const seen = await bots.seen('c');
    expect(seen[0]).toMatchObject({ text: 'hello', from: { id: 'person' }, id: 'c|0000001' });
    expect(seen[1]?.from).toMatchObject({ id: 'natter', role: 'bot' });
  });

  test('a repeat is dropped', async () => {
    const bots = openBots();
    await bots.says('c', 'hello', 'one');
    const before = await bots.seen('c');
    expect(await bots.says('c', 'hello', 'one')).toBe('repeat');
    expect(await bots.seen('c')).toEqual(before);
  });

  test('the same id at the same moment counts once', async () => {
    const bots = openBots();
    await Promise.all(Array.from({ length: 10 }, () => bots.says('c', 'hello', 'one')));
    await until(async () => (await bots.store.unfinished(1)).length === 0);
    expect((await bots.seen('c')).filter(({ from }) => from?.id === 'person')).toHaveLength(1);
  });

  test('50 messages at once to one conversation: all kept, in order, all considered', async () => {
    const bots = openBots();
    const texts = Array.from({ length: 50 }, (_, index) => `message ${index}`);
    await Promise.all(texts.map((text) => bots.says('c', text)));
    await until(async () => (await bots.seen('c')).filter(({ from }) => from?.id === 'person').length === 50);
    expect((await bots.seen('c')).flatMap(({ from, text }) => (from?.id === 'person' ? [text] : []))).toEqual(texts);
    const { story } = await bots.memory('c');
    expect(story.lines.map(({ text }) => text)).toEqual(texts);
    expect(bots.faults).toEqual([]);
  });

  test('what is refused when its turn comes is done with, and holds up nobody', async () => {
    const bots = openBots();
    await bots.says('c', 'hello');
    const { take } = bots.store;
    // A round that never ended would leave no time for anything else, this test's own included.
    bots.store.take = async (...wanted) => {
      await new Promise(setImmediate);
      return take.apply(bots.store, wanted);
    };
    const before = await bots.memory('c');
    const value = { act: 'end', worker: worker('Sam'), outcome: 'connected', agreed: {} };
    const activity = { type: 'event', name: 'natter/desk', value };
    await bots.store.accept({
      ...{ id: 'refused', channel: 'web', conversation: 'c', at: bots.clock.now },
      body: JSON.stringify({ activity }),
    });
    await bots.turns.recover();
    await until(async () => (await bots.store.load('c')).pending.length === 0);
    expect(await bots.memory('c')).toEqual(before);
    await bots.says('c', 'are you there');
    expect((await bots.answer('c')).length).toBeGreaterThan(0);
    await bots.turns.close();
  });

  test('the greeting is said once, however often the conversation is opened', async () => {
    const bots = openBots();
    await Promise.all([bots.opens('c'), bots.opens('c'), bots.opens('c')]);
    await until(async () => (await bots.store.unfinished(1)).length === 0);
    const greetings = (await bots.seen('c')).filter(({ text }) => text?.startsWith('Hello, this is Natter'));
    expect(greetings).toHaveLength(1);
  });

  test('a greeting that comes after the first words is not said', async () => {
    const bots = openBots();
    await bots.says('c', 'hello');
    await bots.opens('c');
    expect((await bots.seen('c')).some(({ text }) => text?.startsWith('Hello, this is Natter'))).toBe(false);
  });

  test('what an earlier process took in but did not answer is answered', async () => {
    const bots = openBots();
    for (const n of [1, 2, 3]) {
      await bots.store.accept({
        id: `m${n}`,
        channel: 'web',
        conversation: 'c',
        at: bots.clock.now,
        body: JSON.stringify({ activity: { type: 'message', text: `words ${n}` } }),
      });
    }
    await bots.turns.recover();
    await until(async () => (await bots.store.unfinished(1)).length === 0);
    expect((await bots.seen('c')).flatMap(({ from, text }) => (from?.id === 'person' ? [text] : []))).toEqual([
      'words 1',
      'words 2',
      'words 3',
    ]);
  });
});

describe('a fault of ours', () => {
  const broken: Understanding = {
    ...talk.understanding,
    read: async (text) => {
      if (text === 'boom') throw new TypeError('boom secret-words');
      return talk.understanding.read(text);
    },
  };

  test('keeps the words, says so kindly, goes on, and logs nothing that was said', async () => {
    const bots = openBots(undefined, broken);
    expect(await bots.says('c', 'boom')).toBe('new');
    await until(async () => (await bots.store.unfinished(1)).length === 0);
    expect((await bots.seen('c'))[0]?.text).toBe('boom');
    expect((await bots.answer('c')).join(' ')).toMatch(/kept/);
    await bots.says('c', 'still here');
    expect(await bots.answer('c')).not.toEqual([]);
    expect(JSON.stringify(bots.faults)).not.toMatch(/boom|secret/);
    expect(bots.faults.length).toBeGreaterThan(0);
  });
});

/** Messages that a process took in and did not answer before it ended. */
async function leftWaiting(store: Store, conversation: string, texts: string[], now?: number): Promise<void> {
  const bots = openBots({ ...store, take: async () => null });
  bots.clock.now = now ?? bots.clock.now;
  for (const text of texts) await bots.says(conversation, text, `${conversation}: ${text}`);
  await bots.turns.close();
}

describe('how often a turn asks the store', () => {
  /** What is asked of the store, by name; wake-ups and reading the transcript aside. */
  function counted() {
    const asked: string[] = [];
    const store = openSqliteStore(':memory:');
    const count = (name: 'accept' | 'take' | 'renew' | 'release' | 'load' | 'commit') => ({
      [name]: (...args: unknown[]) => {
        asked.push(name);
        return (store[name] as (...all: unknown[]) => unknown)(...args);
      },
    });
    const names = ['accept', 'take', 'renew', 'release', 'load', 'commit'] as const;
    return { asked, bots: openBots(Object.assign({}, store, ...names.map(count)) as Store) };
  }

  test('twice, when it runs at once: to take it, and to commit it', async () => {
    const { asked, bots } = counted();
    await bots.says('c', 'hello');
    await bots.says('c', 'money');
    expect(asked).toEqual(['take', 'commit', 'take', 'commit']);
  });

  test('twice for each of those that wait, and twice more to find that nothing waits', async () => {
    const { asked, bots } = counted();
    await leftWaiting(bots.store, 'c', ['one', 'two', 'three']);
    asked.length = 0;
    bots.turns.wake('c');
    await bots.turns.close();
    expect(asked).toEqual(['take', 'commit', 'take', 'commit', 'take', 'commit', 'take', 'release']);
  });

  test('a message known already gives the turn back', async () => {
    const { asked, bots } = counted();
    await bots.says('c', 'hello', 'one');
    asked.length = 0;
    expect(await bots.says('c', 'hello', 'one')).toBe('repeat');
    expect(asked).toEqual(['take', 'commit', 'release']);
    expect(await bots.says('c', 'hello again')).toBe('new');
  });

  test('a turn that took more than half of its lease is renewed before it is committed', async () => {
    const { asked, bots } = counted();
    const slow: Understanding = {
      ...talk.understanding,
      async read(text) {
        later.clock.now += 4_000;
        return talk.understanding.read(text);
      },
    };
    const later = openBots(bots.store, slow);
    await later.says('c', 'hello');
    expect(asked).toEqual(['take', 'renew', 'commit']);
  });
});

describe.each(['SQLite', 'Redis'])('two processes on one store, which is %s', (kind) => {
  let server: RedisServer | null = null;
  let store: Store;
  beforeAll(async () => {
    server = kind === 'Redis' ? await startRedis() : null;
    store = server ? await openRedisStore(server.url) : openSqliteStore(':memory:');
  });
  afterAll(async () => {
    await store.close();
    await server?.stop();
  });

  const answered = () => until(async () => (await store.unfinished(1)).length === 0);
  const saidIn = async (bots: ReturnType<typeof openBots>, id: string) =>
    (await bots.seen(id)).flatMap(({ from, text }) => (from?.id === 'person' ? [text] : []));
  const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
  /** Ids count up in each process, and two of them must not have the same. */
  const say = (bots: ReturnType<typeof openBots>, id: string, text: string) => bots.says(id, text, `${id}: ${text}`);
  /** Its commits wait until they are let go; `reached`: one waits. */
  function stalling() {
    let reach: () => void;
    let go: () => void;
    const reached = new Promise<void>((done) => {
      reach = done;
    });
    const gate = new Promise<void>((done) => {
      go = done;
    });
    const bots = openBots({
      ...store,
      async commit(change) {
        reach();
        await gate;
        return store.commit(change);
      },
    });
    return { bots, reached, go: () => go() };
  }

  test('two messages 5 ms apart for somebody new: one conversation, both of them, in order, though the first process is slow', async () => {
    const [{ bots: slow, reached, go }, quick] = [stalling(), openBots(store)];
    quick.clock.now += 5;
    const first = say(slow, 'new', 'message 1');
    await reached;
    expect(await say(quick, 'new', 'message 2')).toBe('new');
    go();
    expect(await first).toBe('new');
    await answered();
    expect(await saidIn(quick, 'new')).toEqual(['message 1', 'message 2']);
    const { story } = await quick.memory('new');
    expect(story.lines.map(({ text }) => text)).toEqual(['message 1', 'message 2']);
  });

  test('two messages at the very same moment, for each of 20 new people: all kept once, and all answered', async () => {
    const [one, other] = [openBots(store), openBots(store)];
    const people = Array.from({ length: 20 }, (_, n) => `same-${n}`);
    const kept = await Promise.all(
      people.flatMap((id) => [one.says(id, 'from one', `${id}-1`), other.says(id, 'from the other', `${id}-2`)]),
    );
    expect(kept).toEqual(Array(40).fill('new'));
    await answered();
    for (const id of people) {
      expect((await saidIn(one, id)).sort()).toEqual(['from one', 'from the other']);
      expect((await store.load(id)).conversation?.version).toBe(2);
    }
    expect([...one.faults, ...other.faults]).toEqual([]);
  });

  test('the same message to both of them is answered once', async () => {
    const [one, other] = [openBots(store), openBots(store)];
    await Promise.all([one.says('twice', 'hello', 'its-id'), other.says('twice', 'hello', 'its-id')]);
    await answered();
    expect(await saidIn(one, 'twice')).toEqual(['hello']);
  });

  test('one that stalls for longer than its lease, while the other goes on, commits nothing late; its message comes after', async () => {
    const [{ bots: stalled, reached, go }, other] = [stalling(), openBots(store)];
    const late = say(stalled, 'stalls', 'late');
    await reached;
    other.clock.now += 60_000;
    expect(await say(other, 'stalls', 'in time')).toBe('new');
    stalled.clock.now += 60_000;
    go();
    expect(await late).toBe('new');
    await answered();
    expect(await saidIn(other, 'stalls')).toEqual(['in time', 'late']);
    expect((await store.load('stalls')).conversation?.version).toBe(2);
  });

  test("what waits from before has its turn before a newer message's", async () => {
    const [one, other] = [openBots(store), openBots(store)];
    await leftWaiting(store, 'waits', ['before'], one.clock.now - 1);
    expect(await say(other, 'waits', 'after')).toBe('new');
    await answered();
    expect(await saidIn(one, 'waits')).toEqual(['before', 'after']);
  });

  test('a worker’s act waits for the turn that the other process runs, and is then decided', async () => {
    const [{ bots: slow, reached, go }, desk] = [stalling(), openBots(store)];
    await desk.asksForAPerson('act');
    const says = say(slow, 'act', 'are you there');
    await reached;
    const claim = desk.desk.claim('act', worker('Sam'));
    await pause(120);
    go();
    expect(await claim).toEqual({ ok: true });
    await says;
    await answered();
    expect((await store.load('act')).conversation).toMatchObject({ owner: 'worker' });
    expect(await saidIn(desk, 'act')).toContain('are you there');
  });

  test('when the answer to a commit is lost, whoever sent the message sends it again, and it is there once', async () => {
    let lost = false;
    const bots = openBots({
      ...store,
      async commit(change) {
        const after = await store.commit(change);
        if (lost) return after;
        lost = true;
        throw new UnavailableError('lost');
      },
    });
    await expect(bots.says('lost', 'hello', 'once')).rejects.toThrow(UnavailableError);
    expect(await bots.says('lost', 'hello', 'once')).toBe('repeat');
    expect(await saidIn(bots, 'lost')).toEqual(['hello']);
    expect(await say(bots, 'lost', 'and more')).toBe('new');
  });
});

test('a fault in content is logged by its place, and the person gets a kind answer', async () => {
  const { menu, ...flows } = talk.library.flows;
  if (!menu) throw new Error('There is no menu.');
  const bots = openBots(undefined, undefined, { ...talk.library, flows: { ...flows, menu: { ...menu, steps: [] } } });
  await bots.says('c', 'hello');
  await bots.says('c', 'start again');
  expect((await bots.answer('c')).length).toBeGreaterThan(0);
  expect(bots.faults).toContainEqual({ conversation: 'c', code: 'missing-step', where: 'menu#' });
});

test.each([0, -60_000])('a message whose turn failed keeps its place when the clock has moved by %i ms', async (ms) => {
  let failed = false;
  const bots = openBots(undefined, {
    ...talk.understanding,
    async read(text) {
      if (failed) return talk.understanding.read(text);
      failed = true;
      throw new TypeError('once');
    },
  });
  await bots.says('c', 'the first');
  bots.clock.now += ms;
  await bots.says('c', 'the second');
  await until(async () => (await bots.store.unfinished(1)).length === 0);
  expect((await bots.seen('c')).flatMap(({ from, text }) => (from?.id === 'person' ? [text] : []))).toEqual([
    'the first',
    'the second',
  ]);
});

describe('what an earlier version of Natter kept', () => {
  test('has no part of what later ones remember, and is gone on with', async () => {
    const bots = openBots();
    await bots.says('c', 'my bills are piling up');
    const { engine, story } = await bots.memory('c');
    const { trail: _trail, paused: _paused, astray: _astray, ...olderEngine } = engine;
    const { flags: _flags, ...olderStory } = story;
    const taken = await bots.store.take('c', bots.clock.now, 1_000);
    if (!taken?.conversation) throw new Error('There is nothing to make older.');
    const { lease, conversation } = taken;
    await bots.store.commit({
      lease,
      now: bots.clock.now,
      expected: conversation.version,
      conversation: { ...conversation, body: JSON.stringify({ engine: olderEngine, story: olderStory }) },
      arrived: [],
      done: [],
      transcript: [],
      outbox: [],
      timers: { set: [], cancel: [] },
      forget: false,
    });

    await bots.asksForAPerson('c');
    expect((await bots.desk.list()).map(({ id, worker: who }) => [id, who])).toEqual([['c', null]]);
    expect((await bots.desk.view('c'))?.shared.map(({ text }) => text)).toContain('my bills are piling up');
    expect(await bots.store.unfinished(1)).toEqual([]);
    expect(bots.faults).toEqual([]);
  });
});

describe('the desk', () => {
  test('20 workers claim one person at once: one wins', async () => {
    const bots = openBots();
    await bots.says('c', 'my bills are piling up');
    await bots.asksForAPerson('c');
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) => bots.desk.claim('c', worker(`W${index}`))),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok).every((result) => !result.ok && result.why === 'taken')).toBe(true);
    expect((await bots.seen('c')).filter(({ text }) => text?.includes('is a person'))).toHaveLength(1);
  });

  test('Natter keeps quiet while a worker has the conversation, and comes back when it has ended', async () => {
    const bots = openBots();
    await bots.asksForAPerson('c');
    await bots.desk.claim('c', worker('Sam'));
    await bots.says('c', 'money');
    expect(await bots.answer('c')).toEqual([]);
    await bots.desk.say('c', worker('Sam'), 'Hello, I am Sam.', 'one');
    expect(await bots.answer('c')).toEqual(['Hello, I am Sam.']);
    await bots.desk.end('c', worker('Sam'), 'connected');
    expect((await bots.answer('c')).length).toBeGreaterThan(1);
    await bots.says('c', 'hello again');
    expect((await bots.answer('c')).length).toBeGreaterThan(0);
  });

  test('a reply sent twice with the same id is said once', async () => {
    const bots = openBots();
    await bots.asksForAPerson('c');
    await bots.desk.claim('c', worker('Sam'));
    await bots.desk.say('c', worker('Sam'), 'Hello.', 'one');
    expect(await bots.desk.say('c', worker('Sam'), 'Hello.', 'one')).toEqual({ ok: true });
    expect((await bots.seen('c')).filter(({ text }) => text === 'Hello.')).toHaveLength(1);
  });

  test('another worker can neither write nor end', async () => {
    const bots = openBots();
    await bots.asksForAPerson('c');
    await bots.desk.claim('c', worker('Sam'));
    expect(await bots.desk.say('c', worker('Kim'), 'Hi', 'one')).toEqual({ ok: false, why: 'not-yours' });
    expect(await bots.desk.end('c', worker('Kim'), 'connected')).toEqual({ ok: false, why: 'not-yours' });
    expect(await bots.desk.claim('nobody', worker('Sam'))).toEqual({ ok: false, why: 'gone' });
  });

  test('the worker sees what was agreed, and what was said since; nothing else', async () => {
    const bots = openBots();
    await bots.says('c', 'my bills are piling up');
    await bots.says('c', 'and my sister is not well');
    await bots.says('c', 'person');
    await bots.says('c', 'leave out 2');
    for (const text of ['Yes, ask a worker', 'not the school', 'Jo', 'skip']) await bots.says('c', text);
    await bots.says('c', 'are you there');
    const view = await bots.desk.view('c');
    const shared = view?.shared.map(({ text }) => text);
    expect(shared).toContain('my bills are piling up');
    expect(shared).toEqual(expect.arrayContaining(['not the school', 'Jo']));
    expect(JSON.stringify(view)).not.toContain('my sister is not well');
    expect(view?.entries.map(({ text }) => text)).toContain('are you there');
  });

  test('a conversation that Natter has is nobody else’s to read', async () => {
    const bots = openBots();
    await bots.says('c', 'hello');
    expect(await bots.desk.view('c')).toBeNull();
    expect(await bots.desk.list()).toEqual([]);
  });

  test('somebody who waits hears from us, and not once they have been picked up', async () => {
    const bots = openBots();
    await bots.asksForAPerson('c');
    const before = (await bots.answer('c')).length;
    await bots.later(10 * 60_000);
    const told = (await bots.answer('c')).length;
    await bots.desk.claim('c', worker('Sam'));
    const joined = (await bots.answer('c')).length;
    await bots.later(60 * 60_000);
    expect(told).toBeGreaterThan(before);
    expect((await bots.answer('c')).length).toBe(joined);
  });
});

test('in a very long talk the worker sees the newest words', async () => {
  const bots = openBots();
  await bots.asksForAPerson('c');
  await bots.desk.claim('c', worker('Sam'));
  for (let n = 0; n < 600; n += 1) await bots.says('c', `words ${n}`);
  const texts = (await bots.desk.view('c'))?.entries.map(({ text }) => text);
  expect(texts?.at(-1)).toBe('words 599');
  expect(texts).toContain('words 0');
});

test('a timer of an earlier wait, which rings late, says nothing in the next one and does not end its timers', async () => {
  const bots = openBots();
  await bots.asksForAPerson('c');
  const [old] = await bots.store.due(bots.clock.now + 10 * 60_000, 1);
  bots.clock.now += 10 * 60_000;
  await bots.says('c', 'stop waiting');
  await bots.asksForAPerson('c');
  const before = await bots.answer('c');
  await bots.turns.receive({
    id: 'late',
    channel: 'web',
    conversation: 'c',
    activity: { type: 'event', name: 'natter/timer', value: { id: old?.id } },
  });
  expect(await bots.answer('c')).toEqual(before);
  await bots.later(10 * 60_000);
  expect((await bots.answer('c')).length).toBeGreaterThan(before.length);
});

describe('stop, delete and leaving', () => {
  test('stop is acknowledged once, and then there is silence until start', async () => {
    const bots = openBots();
    await bots.says('c', 'hello');
    await bots.says('c', 'STOP');
    expect((await bots.answer('c')).length).toBe(1);
    await bots.says('c', 'money');
    expect(await bots.answer('c')).toEqual([]);
    await bots.says('c', 'START');
    expect((await bots.answer('c')).length).toBeGreaterThan(0);
  });

  test('delete removes what was said, everywhere, at once', async () => {
    const bots = openBots();
    await bots.says('c', 'my secret is plum-pudding');
    await bots.says('c', 'delete what I said');
    expect(JSON.stringify(await bots.seen('c'))).not.toContain('plum-pudding');
    expect(JSON.stringify(await bots.memory('c'))).not.toContain('plum-pudding');
    await bots.says('c', 'what do you know about me');
    expect((await bots.answer('c')).join(' ')).not.toContain('plum-pudding');
  });

  test('delete while a worker has the conversation takes it back, and the worker is told', async () => {
    const bots = openBots();
    await bots.says('c', 'my secret is plum-pudding');
    await bots.asksForAPerson('c');
    await bots.desk.claim('c', worker('Sam'));
    await bots.says('c', 'delete what i said');
    expect(await bots.desk.view('c')).toBeNull();
    expect(JSON.stringify(await bots.store.transcript('c', 0, 100))).not.toContain('plum-pudding');
  });

  test('stop waiting gives the conversation back', async () => {
    const bots = openBots();
    await bots.asksForAPerson('c');
    expect(await bots.desk.list()).toHaveLength(1);
    await bots.says('c', 'stop waiting');
    expect(await bots.desk.list()).toEqual([]);
    expect((await bots.answer('c')).length).toBeGreaterThan(0);
  });
});

describe('words that are no words', () => {
  test.each([
    '',
    ' ',
    '🙂🙂',
    '\u0000\u0007',
    '\ud800',
    '<b>hi</b><script>alert(1)</script>',
    '__proto__',
    'a'.repeat(100_000),
    '=1+1',
    '\u202egnirts',
  ])('are taken in and answered: %#', async (text) => {
    const bots = openBots();
    await bots.says('c', text);
    expect((await bots.seen('c'))[0]?.from?.id).toBe('person');
    expect((await bots.answer('c')).length).toBeGreaterThan(0);
    expect(bots.faults).toEqual([]);
  });
});
