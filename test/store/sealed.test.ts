import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Store } from '../../store/contract';
import { BrokenSealError, ConflictError, WrongKeyError } from '../../store/errors';
import type { MasterKeys } from '../../store/master-key';
import { freshBytes } from '../../store/sealed/fresh-bytes';
import { Recent } from '../../store/sealed/recent';
import { sealed } from '../../store/sealed/store';
import { openSqliteStore } from '../../store/sqlite/store';
import { storeContract } from './contract';
import {
  bodies,
  change,
  conversation,
  count,
  DAY,
  everything,
  ids,
  inbound,
  MINUTE,
  message,
  NOW,
  said,
  takeTurn,
  turn,
} from './contract/given';

const KEYS: MasterKeys = [randomBytes(32)];
const newFolder = () => mkdtempSync(join(tmpdir(), 'natter-sealed-'));
const remove = (folder: string) => rmSync(folder, { recursive: true, force: true });

storeContract('sealed SQLite store', async () => {
  const folder = newFolder();
  const open = () => sealed(openSqliteStore(join(folder, 'natter.db')), KEYS);
  let store = open();
  return {
    store,
    async reopen() {
      await store.close();
      store = open();
      return store;
    },
    async cleanup() {
      await store.close();
      remove(folder);
    },
  };
});

const SECRET = 'canary-2b91c7';
const words = (text: string) => JSON.stringify(`${SECRET} ${text}`);

/** A conversation with a secret in every part, one message waiting, and a record. */
async function fill(store: Store, id = 'ann'): Promise<void> {
  await turn(
    store,
    {
      conversation: conversation({ id, body: words('state') }),
      arrived: [inbound(`${id}-1`, { conversation: id, body: words('arrived') })],
      transcript: [said(words('line one')), said(words('line two'))],
      outbox: [message(`${id}-o`, { body: words('to send') })],
      timers: { set: [{ id: 't', at: NOW, body: words('timer') }], cancel: [] },
    },
    id,
  );
  await store.accept(inbound(`${id}-2`, { conversation: id, body: words('waiting') }));
  await store.records.put('account', `${SECRET}@example.org`, words('account'), null);
}

let folder: string;
let file: string;
let raw: Store;
let store: Store;
const reopen = async (keys: MasterKeys) => {
  await store.close();
  raw = openSqliteStore(file);
  store = sealed(raw, keys);
  return store;
};

beforeEach(() => {
  folder = newFolder();
  file = join(folder, 'natter.db');
  raw = openSqliteStore(file);
  store = sealed(raw, KEYS);
});
afterEach(async () => {
  await store.close();
  remove(folder);
});

const files = () => readdirSync(folder).map((name) => readFileSync(join(folder, name)));
const inFiles = (text: string) => files().some((bytes) => bytes.includes(text));

/** Writes to the file past the store, as somebody who got hold of it could. */
function meddle(sql: string): void {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
}

/** Every sealed text in the file. */
function sealedTexts(): string[] {
  const db = new DatabaseSync(file, { readOnly: true });
  const tables = ['conversation', 'inbox', 'transcript', 'outbox', 'timer', 'record'];
  const texts = tables.flatMap((table) => db.prepare(`SELECT body FROM ${table} WHERE body <> ''`).all());
  db.close();
  return texts.map(({ body }) => String(body));
}

describe('what is on the disk', () => {
  test('nothing that was said is in any file in clear, and neither is the name of an account', async () => {
    await fill(store);
    expect(inFiles('ann-2')).toBe(true);
    expect(inFiles(SECRET)).toBe(false);
    expect(sealedTexts()).toHaveLength(8);
  });

  test('the same words are sealed differently each time', async () => {
    await turn(store, { transcript: [said(words('same')), said(words('same'))] });
    const [one, two] = bodies(await raw.transcript('ann', 0, 10));
    expect(one).not.toBe(two);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['forget', () => store.forget('ann')],
    [
      'forget inside a change',
      () =>
        turn(store, { forget: true, done: [{ channel: 'web', id: 'ann-2' }], transcript: [said('"It is deleted."')] }),
    ],
    [
      'expire',
      async () => {
        await turn(store, { done: [{ channel: 'web', id: 'ann-2' }] });
        await store.expire(NOW + 91 * DAY);
      },
    ],
  ])('after %s not even the sealed words or their key are in any file', async (_, erase) => {
    await fill(store);
    const kept = new Set((await raw.records.list('sealing', NOW)).map(({ body }) => body));
    const account = new Set((await raw.records.list('account', NOW)).map(({ body }) => body));
    const theirs = sealedTexts().filter((text) => !kept.has(text) && !account.has(text));
    expect(theirs).toHaveLength(6);
    // A sealed text is cut up where it runs over a page, so any piece of it counts.
    const pieces = theirs.flatMap((text) => text.match(/.{24}/g) ?? []);
    expect(pieces.every(inFiles)).toBe(true);
    await erase();
    expect(pieces.filter(inFiles)).toEqual([]);
  });

  test('a deletion changes the key: the old one opens nothing that comes after', async () => {
    await fill(store);
    const copy = newFolder();
    cpSync(folder, copy, { recursive: true });
    const before = (await raw.load('ann')).conversation?.body.slice(0, 106);
    await turn(store, { forget: true, transcript: [said('"after"')] });
    const after = (await raw.load('ann')).conversation?.body.slice(0, 106);
    expect(after?.slice(0, 13)).toBe(before?.slice(0, 13));
    expect(after?.slice(13)).not.toBe(before?.slice(13));
    // What is promised, and what is not: a copy made before the deletion still opens, for who has the master key.
    const backup = sealed(openSqliteStore(join(copy, 'natter.db')), KEYS);
    expect(bodies(await backup.transcript('ann', 0, 10))).toEqual([words('line one'), words('line two')]);
    await backup.close();
    remove(copy);
  });
});

describe('what was meddled with is not read', () => {
  const broken = (read: Promise<unknown>) => expect(read).rejects.toThrow(BrokenSealError);
  const swap = (table: string, rows: string) =>
    meddle(`UPDATE ${table} SET body = (SELECT body FROM ${table} AS other WHERE other.conversation <> ${table}.conversation)
            WHERE ${rows}`);

  beforeEach(async () => {
    await fill(store, 'ann');
    await fill(store, 'ben');
    await reopen(KEYS);
  });

  test('a conversation with the body of another one', async () => {
    meddle(`UPDATE conversation SET body = (SELECT body FROM conversation WHERE id = 'ben') WHERE id = 'ann'`);
    await broken(store.load('ann'));
    await broken(store.desk(['bot']));
    expect((await store.load('ben')).conversation?.body).toBe(words('state'));
  });

  test('a conversation with the key of another one', async () => {
    const [ann, ben] = await Promise.all(
      ['ann', 'ben'].map(async (id) => (await raw.load(id)).conversation?.body ?? ''),
    );
    meddle(`UPDATE conversation SET body = '${ben?.slice(0, 106)}${ann?.slice(106)}' WHERE id = 'ann'`);
    await broken(store.load('ann'));
  });

  test('a message that waits in another conversation', async () => {
    meddle(`UPDATE inbox SET conversation = 'ben' WHERE id = 'ann-2'`);
    await broken(store.load('ben'));
  });

  test('a line of the transcript from another conversation, or put into another mouth, or at another time', async () => {
    swap('transcript', 'seq = 1');
    await broken(store.transcript('ann', 0, 1));
    meddle(`UPDATE transcript SET author = 'worker' WHERE seq = 2 AND conversation = 'ann'`);
    await broken(store.transcript('ann', 1, 10));
    meddle(`UPDATE transcript SET at = at + 1 WHERE seq = 2 AND conversation = 'ben'`);
    await broken(store.transcript('ben', 1, 10));
  });

  test('a body that belongs to another part of the same conversation', async () => {
    meddle(
      `UPDATE transcript SET body = (SELECT body FROM timer WHERE conversation = 'ann') WHERE conversation = 'ann'`,
    );
    await broken(store.transcript('ann', 0, 10));
  });

  test('any bit of it', async () => {
    const [line] = bodies(await raw.transcript('ann', 0, 1));
    for (const at of [0, 5, 20, 40, (line?.length ?? 0) - 3]) {
      const other = line?.[at] === 'A' ? 'B' : 'A';
      meddle(`UPDATE transcript SET body = '${line?.slice(0, at)}${other}${line?.slice(at + 1)}'
              WHERE conversation = 'ann' AND seq = 1`);
      await broken(store.transcript('ann', 0, 10));
    }
    for (const nothing of ['', '1', '"words in clear"']) {
      meddle(`UPDATE transcript SET body = '${nothing}' WHERE conversation = 'ann' AND seq = 1`);
      await broken(store.transcript('ann', 0, 10));
    }
    meddle(`UPDATE conversation SET body = '{"words":"in clear"}' WHERE id = 'ann'`);
    await broken(store.load('ann'));
  });

  test('an account under another name', async () => {
    await store.records.put('account', 'lead@example.org', '"lead"', null);
    expect(await store.records.get('account', 'lead@example.org', NOW)).toBe('"lead"');
    meddle(`UPDATE record SET body = (SELECT body FROM record WHERE kind = 'account' ORDER BY rowid LIMIT 1)
            WHERE rowid = (SELECT max(rowid) FROM record)`);
    await broken(store.records.get('account', 'lead@example.org', NOW));
  });

  test('a message to send that cannot be read is given up, and the others go', async () => {
    swap('outbox', `conversation = 'ann'`);
    expect(ids(await store.outbox(NOW, MINUTE, 10))).toEqual(['ben-o']);
    expect(await raw.outgoing('ann')).toMatchObject([{ state: 'dead', error: 'unreadable' }]);
    await broken(store.outgoing('ann'));
  });

  test('a timer that cannot be read does not hold up the others', async () => {
    swap('timer', `conversation = 'ann'`);
    expect(await store.due(NOW, 10)).toEqual([{ id: 't', conversation: 'ben', at: NOW, body: words('timer') }]);
  });
});

describe('with another master key', () => {
  test('nothing is read, nothing is lost, and the error says what to do', async () => {
    await fill(store);
    await reopen([randomBytes(32)]);
    const wrong = (read: Promise<unknown>) => expect(read).rejects.toThrow(WrongKeyError);
    await wrong(store.ping());
    await wrong(store.load('ann'));
    await wrong(store.transcript('ann', 0, 10));
    await wrong(store.desk(['bot']));
    await wrong(store.outgoing('ann'));
    await wrong(store.due(NOW, 10));
    await wrong(store.outbox(NOW, MINUTE, 10));
    await wrong(store.records.list('account', NOW));
    await expect(store.load('ann')).rejects.toMatchObject({ code: 'wrong-key', message: /MASTER_KEY_OLD/ });

    await reopen(KEYS);
    await store.ping();
    expect((await everything(store)).transcript).toHaveLength(2);
    expect(ids(await store.outbox(NOW + 2 * MINUTE, MINUTE, 10))).toEqual(['ann-o']);
  });

  test('one named as older still opens, and the first commit wraps with the newest', async () => {
    await fill(store);
    const newest = randomBytes(32);
    await reopen([newest, ...KEYS]);
    const before = await everything(store);
    expect(bodies(before.transcript)).toEqual([words('line one'), words('line two')]);
    await turn(store, { done: [{ channel: 'web', id: 'ann-2' }], transcript: [said(words('line three'))] });
    await store.records.list('account', NOW);
    await reopen([newest]);
    expect(bodies(await store.transcript('ann', 0, 10))).toHaveLength(3);
  });
});

describe('two processes', () => {
  let other: Store;
  beforeEach(() => {
    other = sealed(openSqliteStore(file), KEYS);
  });
  afterEach(() => other.close());

  test('of two who begin a conversation at once one wins, and both read it', async () => {
    const [first, second] = [await takeTurn(store), await takeTurn(other)];
    await store.commit(change(first, 0, { transcript: [said('"first"')] }));
    await expect(other.commit(change(second, 0, { transcript: [said('"second"')] }))).rejects.toThrow(ConflictError);
    expect(bodies(await other.transcript('ann', 0, 10))).toEqual(['"first"']);
    await other.commit(change(second, 1, { transcript: [said('"third"')] }));
    expect(bodies(await store.transcript('ann', 0, 10))).toEqual(['"first"', '"third"']);
  });

  test('of two who use records for the first time at once both use one key', async () => {
    await Promise.all([
      store.records.put('account', 'kim', '"1"', null),
      other.records.put('account', 'sam', '"2"', null),
    ]);
    for (const either of [store, other]) {
      expect(await either.records.list('account', NOW)).toEqual([
        { key: 'kim', body: '"1"' },
        { key: 'sam', body: '"2"' },
      ]);
    }
  });

  test('one that deletes changes the key, and the other follows: in reading, writing and sending', async () => {
    await fill(store);
    await everything(other);
    await turn(store, { forget: true, done: [{ channel: 'web', id: 'ann-2' }], transcript: [said('"new"')] });
    expect(bodies(await other.transcript('ann', 0, 10))).toEqual(['"new"']);
    await turn(other, { transcript: [said('"newer"')], outbox: [message('o2')] });
    expect(bodies(await store.transcript('ann', 0, 10))).toEqual(['"new"', '"newer"']);
    expect(bodies(await store.outbox(NOW, MINUTE, 10))).toEqual(['"body of o2"']);
  });

  test('one that deletes it all and begins anew does not confuse the other, which knew the same version', async () => {
    await turn(store, { transcript: [said('"old"')] });
    await everything(other);
    await store.forget('ann');
    await turn(store, { transcript: [said('"new"')] });
    expect((await turn(other, { transcript: [said('"newer"')] })).version).toBe(2);
    expect(bodies(await store.transcript('ann', 0, 10))).toEqual(['"new"', '"newer"']);
  });

  test('one that knew an older key does not bring it back with a change to the newer version', async () => {
    await fill(store);
    await everything(other);
    await turn(store, { forget: true, done: [{ channel: 'web', id: 'ann-2' }], transcript: [said('"new"')] });
    await other.commit(change(await takeTurn(other), 2, { transcript: [said('"newer"')] }));
    await reopen(KEYS);
    expect(bodies(await store.transcript('ann', 0, 10))).toEqual(['"new"', '"newer"']);
  });

  test('a change to a version the other has left behind is refused before anything is sealed', async () => {
    await turn(other);
    const lease = await takeTurn(store);
    await turn(other);
    await store.load('ann');
    const commit = jest.spyOn(raw, 'commit');
    await expect(store.commit(change(lease, 1))).rejects.toThrow(ConflictError);
    expect(commit).not.toHaveBeenCalled();
  });
});

describe('how much work it is', () => {
  test('a conversation that is open in this process is read no more often than without the seal', async () => {
    const load = jest.spyOn(raw, 'load');
    await turn(store, { transcript: [said('"1"')] });
    for (const n of [2, 3]) await turn(store, { transcript: [said(`"${n}"`)] });
    await store.transcript('ann', 0, 500);
    await store.outgoing('ann');
    expect(load).toHaveBeenCalledTimes(3);
  });

  test('the first commit of a conversation reads nothing, and each turn writes once', async () => {
    const load = jest.spyOn(raw, 'load');
    const commit = jest.spyOn(raw, 'commit');
    const put = jest.spyOn(raw.records, 'put');
    const add = jest.spyOn(raw.records, 'add');
    await store.commit(change(await takeTurn(store), 0));
    expect(load).not.toHaveBeenCalled();
    expect(commit).toHaveBeenCalledTimes(1);
    expect([...put.mock.calls, ...add.mock.calls]).toEqual([]);
  });

  test('random bytes are taken many at a time, and each is given out once', () => {
    const given = count(3_000).map(() => freshBytes(12));
    const before = given.map((bytes) => bytes.toString('hex'));
    // More than a pool, so that one was begun anew meanwhile.
    const after = [...given, ...count(3_000).map(() => freshBytes(12))].map((bytes) => bytes.toString('hex'));
    expect(after.slice(0, before.length)).toEqual(before);
    expect(new Set(after).size).toBe(6_000);
    expect([freshBytes(1), freshBytes(8192), freshBytes(8191)].map(({ length }) => length)).toEqual([1, 8192, 8191]);
  });

  test('a turn that is taken is read once, and opened', async () => {
    await turn(store, { transcript: [said('"1"')] });
    const load = jest.spyOn(raw, 'load');
    const taken = await store.take('ann', NOW, MINUTE);
    expect(taken?.conversation?.body).toBe(conversation().body);
    expect(load).not.toHaveBeenCalled();
  });

  test('a turn whose conversation cannot be opened is given back, and the fault is told', async () => {
    await turn(sealed(raw, [randomBytes(32)]));
    for (const _ of count(2)) await expect(store.take('ann', NOW, MINUTE)).rejects.toThrow(WrongKeyError);
  });

  test('only so many keys are remembered: those used last', () => {
    const recent = new Recent<number>(3);
    for (const [index, name] of ['a', 'b', 'c'].entries()) recent.set(name, index);
    recent.get('a');
    recent.set('d', 3);
    expect(['a', 'b', 'c', 'd'].map((name) => recent.get(name))).toEqual([0, undefined, 2, 3]);
  });
});
