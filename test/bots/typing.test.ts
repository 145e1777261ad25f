import { hash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HINT_MS } from '../../bots/typing';
import type { Store } from '../../store/contract';
import { sealed } from '../../store/sealed/store';
import { openSqliteStore } from '../../store/sqlite/store';
import { around } from '../store/flaky';
import { openBots, worker } from './world';

const [KIM, SAM] = [worker('Kim'), worker('Sam')];

/** Somebody whom Kim has, and everything that is asked of the store from then on. */
async function withKim(channel: 'web' | 'sms' = 'web') {
  const asked: string[] = [];
  const store = openSqliteStore(':memory:');
  const bots = openBots(listening(store, asked));
  for (const text of ['person', 'Yes, ask a worker', 'skip', 'skip', 'skip'])
    await bots.says('someone', text, undefined, channel);
  expect(await bots.desk.claim('someone', KIM)).toEqual({ ok: true });
  /** What the desk hears of people, and what people hear of workers. */
  const atTheDesk: [string, string[]][] = [];
  const byThePerson: [string, string | null][] = [];
  bots.desk.watchTyping((id, workers) => atTheDesk.push([id, workers]));
  bots.conversations.watchTyping(async (id, name) => byThePerson.push([id, await name()]));
  asked.length = 0;
  return { ...bots, asked, atTheDesk, byThePerson };
}

function listening(store: Store, asked: string[]): Store {
  const heard = (room: string) => (call: (...args: unknown[]) => unknown, name: string) => {
    return (...args: unknown[]) => {
      asked.push(room + name);
      return call(...args);
    };
  };
  return { ...around(store, heard('')), records: around(store.records, heard('records.')) };
}

const soon = () =>
  new Promise<void>((done) => {
    setTimeout(done, 30);
  });

describe('the person writes', () => {
  test('the worker who has them hears that, and a second one who is beside', async () => {
    const { conversations, desk, clock, atTheDesk } = await withKim();
    await conversations.typing('someone');
    await soon();
    expect(atTheDesk).toEqual([['someone', ['kim']]]);

    await desk.ask('someone', KIM, { to: { kind: 'anyone', id: '', name: '' }, why: 'second' });
    await desk.join('someone', SAM);
    clock.now += HINT_MS;
    await conversations.typing('someone');
    await soon();
    expect(atTheDesk[1]).toEqual(['someone', ['kim', 'sam']]);
  });

  test('nobody hears it while Natter has them, while they wait, after the end, or of somebody who is not there', async () => {
    const { conversations, desk, says, asksForAPerson, clock, atTheDesk, asked } = await withKim();
    await says('early', 'hello');
    await asksForAPerson('waits');
    await desk.end('someone', KIM, 'connected');
    clock.now += HINT_MS;
    asked.length = 0;
    for (const id of ['early', 'waits', 'someone', 'nobody']) await conversations.typing(id);
    await soon();
    expect(atTheDesk).toEqual([]);
    expect(asked).not.toContain('hint');
  });

  test('not on a channel where only messages can be told', async () => {
    const { conversations, atTheDesk } = await withKim('sms');
    await conversations.typing('someone');
    await soon();
    expect(atTheDesk).toEqual([]);
  });

  test('once in two seconds; what comes sooner is not even looked up, and messages go on', async () => {
    const { conversations, says, clock, atTheDesk, asked } = await withKim();
    for (let times = 0; times < 50; times += 1) await conversations.typing('someone');
    await soon();
    expect(atTheDesk).toHaveLength(1);
    // Once to see whether a worker has them, and once to see who they are.
    expect(asked.filter((call) => call === 'load')).toHaveLength(2);
    expect(await says('someone', 'here it is')).toBe('new');
    clock.now += HINT_MS - 1;
    await conversations.typing('someone');
    await soon();
    expect(atTheDesk).toHaveLength(1);
    clock.now += 1;
    await conversations.typing('someone');
    await soon();
    expect(atTheDesk).toHaveLength(2);
  });

  test('one person does not use up what another may', async () => {
    const { conversations, desk, asksForAPerson, atTheDesk } = await withKim();
    await asksForAPerson('another');
    await desk.claim('another', SAM);
    await conversations.typing('someone');
    await conversations.typing('another');
    await soon();
    expect(atTheDesk).toEqual([
      ['someone', ['kim']],
      ['another', ['sam']],
    ]);
  });

  test('a store that is away loses the hint, and nobody is told of an error', async () => {
    const { conversations, store, atTheDesk } = await withKim();
    await store.close();
    await expect(conversations.typing('someone')).resolves.toBeUndefined();
    await soon();
    expect(atTheDesk).toEqual([]);
  });
});

describe('a worker writes', () => {
  test('the person hears who, by first name', async () => {
    const { desk, clock, byThePerson } = await withKim();
    expect(await desk.typing('someone', KIM)).toEqual({ ok: true });
    await soon();
    expect(byThePerson).toEqual([['someone', 'Kim']]);
    await desk.ask('someone', KIM, { to: { kind: 'anyone', id: '', name: '' }, why: 'second' });
    await desk.join('someone', SAM);
    clock.now += HINT_MS;
    await desk.typing('someone', SAM);
    await soon();
    expect(byThePerson[1]).toEqual(['someone', 'Sam']);
  });

  test('once in two seconds for each of them', async () => {
    const { desk, byThePerson } = await withKim();
    await desk.ask('someone', KIM, { to: { kind: 'anyone', id: '', name: '' }, why: 'second' });
    await desk.join('someone', SAM);
    for (let times = 0; times < 10; times += 1)
      for (const each of [KIM, SAM]) expect(await desk.typing('someone', each)).toEqual({ ok: true });
    await soon();
    expect(byThePerson).toEqual([
      ['someone', 'Kim'],
      ['someone', 'Sam'],
    ]);
  });

  test('whoever may not write to them is refused as their message is', async () => {
    const { desk, asksForAPerson, texts, byThePerson } = await withKim();
    await asksForAPerson('waits');
    const both = async (id: string, by = SAM) => [await desk.typing(id, by), await desk.say(id, by, 'hello', 'm1')];
    const refused = (why: string) => [
      { ok: false, why },
      { ok: false, why },
    ];
    expect(await both('someone')).toEqual(refused('not-yours'));
    expect(await both('waits')).toEqual(refused('not-yours'));
    expect(await both('nobody')).toEqual(refused('gone'));
    await desk.end('someone', KIM, 'connected');
    expect(await both('someone', KIM)).toEqual(refused('gone'));
    for (const text of ['person', 'Yes, ask a worker', 'skip', 'skip', 'skip']) await texts('phone', text);
    await desk.claim('phone', KIM);
    await texts('phone', 'STOP', { optOut: 'stop' });
    expect(await both('phone', KIM)).toEqual(refused('stopped'));
    await soon();
    expect(byThePerson).toEqual([]);
  });

  test('somebody by text message is sent nothing', async () => {
    const { desk, posted, sender, byThePerson } = await withKim('sms');
    sender.wake();
    await soon();
    const before = posted.length;
    expect(await desk.typing('someone', KIM)).toEqual({ ok: true });
    sender.wake();
    await soon();
    expect(posted).toHaveLength(before);
    expect(byThePerson).toEqual([]);
  });

  test('one who has gone meanwhile has no name any more', async () => {
    const { desk, conversations } = await withKim();
    const names: (() => Promise<string | null>)[] = [];
    conversations.watchTyping((_, name) => names.push(name));
    await desk.typing('someone', KIM);
    await soon();
    expect(await names[0]?.()).toBe('Kim');
    await desk.handBack('someone', KIM);
    expect(await names[0]?.()).toBeNull();
  });
});

test('no file is any different after it, sealed as it is in use', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'natter-typing-'));
  const store = sealed(openSqliteStore(join(folder, 'natter.db')), [Buffer.alloc(32, 5)]);
  const { conversations, desk, clock, asksForAPerson, says } = openBots(store);
  await asksForAPerson('someone');
  await desk.claim('someone', KIM);
  const heard: unknown[] = [];
  desk.watchTyping((...hint) => heard.push(hint));
  conversations.watchTyping((...hint) => heard.push(hint));
  // The third file of SQLite is memory that its readers share, and changes whenever something is read.
  const names = readdirSync(folder).filter((name) => !name.endsWith('-shm'));
  const files = () => names.map((name) => [name, hash('sha256', readFileSync(join(folder, name)))]);
  const before = files();
  for (let times = 0; times < 5; times += 1) {
    clock.now += HINT_MS;
    await conversations.typing('someone');
    await desk.typing('someone', KIM);
    await soon();
  }
  expect(heard).toHaveLength(10);
  expect(files()).toEqual(before);
  await says('someone', 'this is kept');
  expect(files()).not.toEqual(before);
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

test('it is no turn and no entry anywhere: the store is only asked who is there', async () => {
  const { conversations, desk, clock, store, asked, atTheDesk, byThePerson } = await withKim();
  const before = [await store.load('someone'), await store.transcript('someone', 0, 500)];
  asked.length = 0;
  for (let times = 0; times < 5; times += 1) {
    clock.now += HINT_MS;
    await conversations.typing('someone');
    await desk.typing('someone', KIM);
    await soon();
  }
  expect([atTheDesk.length, byThePerson.length]).toEqual([5, 5]);
  expect([...new Set(asked)].sort()).toEqual(['hint', 'load']);
  expect([await store.load('someone'), await store.transcript('someone', 0, 500)]).toEqual(before);
});
