import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../store/contract';
import { WrongKeyError } from '../../store/errors';
import type { MasterKeys } from '../../store/master-key';
import { rewrapAll } from '../../store/sealed/rewrap';
import { sealed } from '../../store/sealed/store';
import { openSqliteStore } from '../../store/sqlite/store';
import { report } from '../../tools/rotate-key';
import {
  bodies,
  change,
  conversation,
  count,
  inbound,
  MINUTE,
  message,
  NOW,
  pause,
  said,
  turn,
} from './contract/given';

const OLD = randomBytes(32);
const NEWEST = randomBytes(32);
const BOTH: MasterKeys = [NEWEST, OLD];

let folder: string;
let raw: Store;
const seal = (keys: MasterKeys) => sealed(raw, keys);
const rotate = (store = raw) => rewrapAll(store, BOTH, () => NOW, pause);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'natter-rotation-'));
  raw = openSqliteStore(join(folder, 'natter.db'));
});
afterEach(async () => {
  await raw.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Conversations `c0`, `c1`, ... sealed with the old key only, and an account. */
async function fill(conversations: number): Promise<void> {
  const store = seal([OLD]);
  for (const n of count(conversations)) {
    const parts = { transcript: [said(`"line of c${n}"`)], outbox: [message(`o${n}`)] };
    const state = { id: `c${n}`, owner: 'waiting' as const, waitingSince: NOW - n, body: `"state of c${n}"` };
    await turn(store, { ...parts, now: NOW + n, conversation: conversation(state) }, `c${n}`);
  }
  await store.records.put('account', 'kim@example.org', '"kim"', null);
}

test('after a rotation the old key is needed for nothing, and nothing else has changed', async () => {
  await fill(250);
  const before = await seal([OLD]).desk(['waiting']);
  expect(await rotate()).toEqual({ conversations: 250, rewrapped: 250, left: 0, waiting: 0 });
  const after = seal([NEWEST]);
  await after.ping();
  expect(await after.desk(['waiting'])).toEqual(before.map((each) => ({ ...each, version: each.version + 1 })));
  for (const n of [0, 99, 100, 249]) {
    expect(bodies(await after.transcript(`c${n}`, 0, 10))).toEqual([`"line of c${n}"`]);
    expect(bodies(await after.outgoing(`c${n}`))).toEqual([`"body of o${n}"`]);
  }
  expect(await after.records.list('account', NOW)).toEqual([{ key: 'kim@example.org', body: '"kim"' }]);
  await expect(seal([OLD]).load('c1')).rejects.toThrow(WrongKeyError);
});

test('a rotation that was stopped goes on where it stopped', async () => {
  await fill(5);
  let commits = 0;
  const stopping: Store = {
    ...raw,
    async commit(one) {
      commits += 1;
      if (commits > 2) throw new Error('stopped');
      return raw.commit(one);
    },
  };
  await expect(rotate(stopping)).rejects.toThrow('stopped');
  expect(await rotate()).toEqual({ conversations: 5, rewrapped: 3, left: 0, waiting: 0 });
  expect(await rotate()).toEqual({ conversations: 5, rewrapped: 0, left: 0, waiting: 0 });
});

test('turns that run meanwhile lose nothing, and are not lost', async () => {
  await fill(10);
  const server = seal(BOTH);
  for (const n of count(10)) await server.load(`c${n}`);
  const talk = async (id: string) => {
    for (const n of count(10)) {
      const taken = await server.take(id, NOW, MINUTE);
      if (!taken?.conversation) throw new Error('The turn is taken.');
      const { lease, conversation: before } = taken;
      await pause();
      const said10 = { conversation: before, transcript: [said(`"${n}"`)] };
      // The rotation came first: load again, as a turn does.
      await server.commit(change(lease, before.version, said10)).catch(async ({ code }) => {
        expect(code).toBe('conflict');
        const version = (await server.load(id)).conversation?.version ?? 0;
        await server.commit(change(lease, version, said10));
      });
    }
  };
  // The tool is a process of its own, so only the version keeps the two apart.
  const tool = openSqliteStore(join(folder, 'natter.db'));
  const [result] = await Promise.all([rotate(tool), ...count(10).map((n) => talk(`c${n}`))]);
  await tool.close();
  expect(result).toMatchObject({ conversations: 10, left: 0 });
  const after = seal([NEWEST]);
  for (const n of count(10)) {
    const lines = bodies(await after.transcript(`c${n}`, 0, 100));
    expect(lines).toEqual([`"line of c${n}"`, ...count(10).map((line) => `"${line}"`)]);
  }
});

test('a message that waits under the old key is counted, until it had its turn', async () => {
  await seal([OLD]).accept(inbound('m1'));
  await seal(BOTH).accept(inbound('m2'));
  expect(await rotate()).toMatchObject({ left: 0, waiting: 1 });
  await turn(seal(BOTH), { done: ['m1', 'm2'].map((id) => ({ channel: 'web', id })) });
  expect(await rotate()).toMatchObject({ left: 0, waiting: 0 });
});

test('a conversation that is busy all the while is left, and said to be', async () => {
  await fill(2);
  await raw.take('c1', NOW, MINUTE);
  expect(await rotate()).toEqual({ conversations: 2, rewrapped: 1, left: 1, waiting: 0 });
});

test('what is sealed with a key nobody named stops the rotation', async () => {
  await turn(seal([randomBytes(32)]));
  await expect(rotate()).rejects.toThrow(WrongKeyError);
});

test('it says when the old key may go, and when not yet', () => {
  const counts = { conversations: 3, rewrapped: 2 };
  expect(report({ ...counts, left: 0, waiting: 0 })).toMatch(/^3 .* 2 .*\n.*may be taken out/s);
  expect(report({ ...counts, left: 1, waiting: 0 })).toMatch(/Still under an older key: 1 .*\nKeep MASTER_KEY_OLD/s);
  expect(report({ ...counts, left: 0, waiting: 4 })).toMatch(/ 4 messages .*\nKeep MASTER_KEY_OLD/s);
});

test('the tool does it from the settings, and its exit code tells', async () => {
  await fill(3);
  const root = join(__dirname, '..', '..');
  const run = (settings: Record<string, string>) => {
    const args = ['--disable-warning=ExperimentalWarning', '-r', 'ts-node/register', 'tools/rotate-key.ts'];
    const env = { PATH: process.env.PATH, DATA_DIR: folder, ...settings };
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk));
    return new Promise<[number | null, string]>((done) => child.on('close', (code) => done([code, printed])));
  };
  const [newest, old] = [NEWEST.toString('base64'), OLD.toString('base64')];
  expect(await run({ MASTER_KEY: newest })).toEqual([1, expect.stringContaining('MASTER_KEY_OLD')]);
  expect(await run({ MASTER_KEY: newest, MASTER_KEY_OLD: old })).toEqual([0, expect.stringContaining('3 of them')]);
  expect(await run({ MASTER_KEY: newest })).toEqual([0, expect.stringContaining('may be taken out')]);
}, 30_000);
