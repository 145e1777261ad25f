import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccounts } from '../../handoff/accounts';
import { createAudit } from '../../handoff/audit';
import type { Records } from '../../store/contract';
import { masterKeys } from '../../store/master-key';
import { openStore } from '../../store/open';
import { sealed } from '../../store/sealed/store';

const ROOT = join(__dirname, '../..');
const SAM = ['--email', 'sam@example.org'];

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'natter-worker-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** Runs the command line, and gives what it printed and its exit code. */
function worker(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const node = ['--disable-warning=ExperimentalWarning', '-r', 'ts-node/register', 'tools/worker.ts', ...args];
  const env = { PATH: process.env.PATH, NODE_ENV: 'development', DATA_DIR: dataDir };
  return new Promise((done) => {
    const child = execFile(process.execPath, node, { cwd: ROOT, env }, (_, out, err) => {
      done({ code: child.exitCode ?? 1, out, err });
    });
  });
}

/** The same store, as a server that runs beside it has it open. */
async function beside<T>(work: (desk: Parts) => Promise<T>): Promise<T> {
  const store = sealed(await openStore({ dataDir, redisUrl: null }), masterKeys(null, [], dataDir));
  try {
    return await work(parts(store.records));
  } finally {
    await store.close();
  }
}

type Parts = ReturnType<typeof parts>;

function parts(records: Records) {
  const newToken = () => `token-${Math.random()}`;
  const deps = { records, now: Date.now };
  return { accounts: createAccounts({ ...deps, newToken }), audit: createAudit({ ...deps, newId: newToken }) };
}

it('adds, links, signs out everywhere and removes, each with an entry in the audit', async () => {
  const added = await worker('add', '--name', 'Sam', ...SAM, '--role', 'worker');
  const ticket = added.out.trim().split('#')[1] ?? '';
  expect(added.code).toBe(0);
  await beside(async ({ accounts }) => {
    const { token } = await accounts.signInWithTicket(ticket);
    expect((await accounts.session(token))?.name).toBe('Sam');
    expect(await worker('sign-out', ...SAM)).toMatchObject({ code: 0, out: 'Sam is signed out everywhere.\n' });
    expect(await accounts.session(token)).toBeNull();
    expect((await worker('link', ...SAM)).out).toContain('/desk/sign-in#');
    expect((await worker('second-step-off', ...SAM)).code).toBe(0);
    expect((await worker('passkeys-off', ...SAM)).code).toBe(0);
    expect((await worker('remove', ...SAM)).code).toBe(0);
    expect(await accounts.find('sam@example.org')).toBeNull();
  });
  const { entries } = await beside(({ audit }) => audit.page(null));
  expect(entries.map(({ act }) => act)).toEqual([
    'remove-account',
    'remove-passkey',
    'second-step-off',
    'make-link',
    'sign-out-everywhere',
    'add-account',
  ]);
  expect(new Set(entries.map(({ worker: who, account }) => `${who} ${account}`)).size).toBe(1);
});

it('changes role and teams, and takes access away and puts it back', async () => {
  await worker('add', '--name', 'Ada', '--email', 'ada@example.org', '--role', 'admin');
  await worker('add', '--name', 'Sam', ...SAM, '--role', 'worker', '--team', 'families');
  const sam = () => beside(({ accounts }) => accounts.find('sam@example.org'));
  expect(await sam()).toMatchObject({ role: 'worker', teams: ['families'] });
  expect((await worker('role', ...SAM, '--role', 'lead')).code).toBe(0);
  const { code, out } = await worker('teams', ...SAM, '--team', 'families', '--team', 'money-and-home');
  expect([code, out]).toEqual([0, 'Sam is in these teams now: families, money-and-home.\n']);
  expect(await sam()).toMatchObject({ role: 'lead', teams: ['families', 'money-and-home'] });
  expect((await worker('take-away', ...SAM)).code).toBe(0);
  expect((await worker('link', ...SAM)).code).toBe(1);
  expect((await worker('put-back', ...SAM)).code).toBe(0);
  expect((await worker('link', ...SAM)).code).toBe(0);
});

it.each([
  [['add', '--name', 'Kim', '--email', 'kim@example.org', '--role', 'worker', '--team', 'elsewhere'], 'team'],
  [['teams', ...SAM, '--team', 'families', '--team', 'elsewhere'], 'team'],
  [['role', ...SAM, '--role', 'worker'], 'last-admin'],
  [['take-away', ...SAM], 'last-admin'],
])('changes nothing with %j, says why, and keeps that in the audit', async (args, refused) => {
  await worker('add', '--name', 'Sam', ...SAM, '--role', 'admin');
  const before = await beside(({ accounts }) => accounts.list());
  const told = await worker(...args);
  expect(told.code).toBe(1);
  expect(told.err).toContain(refused === 'team' ? 'There are: families, money-and-home,' : 'This is the last admin.');
  await beside(async ({ accounts, audit }) => {
    expect(await accounts.list()).toEqual(before);
    const [latest, intended] = (await audit.page(null)).entries;
    expect([latest?.refused, intended?.refused, latest?.act]).toEqual([refused, null, intended?.act]);
  });
});

it.each([
  [['remove', ...SAM], 1, 'There is no such account.'],
  [['sign-out', ...SAM], 1, 'There is no such account.'],
  [['remove'], 2, '--email is missing.'],
  [['__proto__', ...SAM], 2, 'Say one of:'],
  [['remove', 'twice', ...SAM], 2, 'Say one of:'],
])('refuses %j', async (args, code, message) => {
  const told = await worker(...args);
  expect(told.code).toBe(code);
  expect(told.err).toContain(message);
});
