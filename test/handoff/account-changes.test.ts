import { randomBytes } from 'node:crypto';
import { type Accounts, createAccounts } from '../../handoff/accounts';
import { LOCK_MS } from '../../handoff/lock';
import type { Role, Worker } from '../../handoff/types';
import type { Records } from '../../store/contract';
import { openSqliteStore } from '../../store/sqlite/store';
import { fakeRecords } from '../adapters/desk/fakes';

const PASSWORD = 'four random words here';

let clock = 0;
let records = fakeRecords();
let accounts: Accounts;
const newToken = () => randomBytes(32).toString('base64url');
const another = (kept: Records = records) =>
  createAccounts({ records: kept, now: () => clock, newToken, teams: ['families', 'money'] });

beforeEach(() => {
  clock = Date.parse('2026-11-22T09:00:00Z');
  records = fakeRecords();
  accounts = another();
});

const add = (name: string, role: Role = 'worker', more = {}): Promise<Worker> =>
  accounts.add({ name, email: `${name}@example.org`, role, password: PASSWORD, ...more });
const code = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error) => error.code,
  );
const roleOf = async (name: string) => (await accounts.find(`${name}@example.org`))?.role;

describe('a role', () => {
  it('is changed, and everything else of the account stays', async () => {
    const sam = await add('sam', 'worker', { teams: ['money'] });
    expect(await accounts.setRole(sam.id, 'lead')).toEqual({ ...sam, role: 'lead' });
    expect((await accounts.signInWithPassword(sam.email, PASSWORD)).worker).toEqual({ ...sam, role: 'lead' });
  });

  it('is another one at once for whoever is signed in', async () => {
    const sam = await add('sam', 'lead');
    const { token } = await accounts.signInWithPassword(sam.email, PASSWORD);
    await accounts.setRole(sam.id, 'peer');
    expect((await accounts.session(token))?.role).toBe('peer');
  });

  it('of an admin is not given up by themselves, nor that of the last one by anybody', async () => {
    const [ada, bo] = [await add('ada', 'admin'), await add('bo', 'admin')];
    expect(await code(accounts.setRole(ada.id, 'lead', ada.id))).toBe('own-role');
    expect(await code(accounts.takeAway(ada.id, ada.id))).toBe('own-role');
    expect(await code(accounts.setRole(bo.id, 'lead', ada.id))).toBe('done');
    expect(await code(accounts.setRole(ada.id, 'lead', bo.id))).toBe('last-admin');
    expect(await code(accounts.takeAway(ada.id))).toBe('last-admin');
    expect(await code(accounts.setRole(ada.id, 'admin', ada.id))).toBe('done');
    expect(await roleOf('ada')).toBe('admin');
  });

  it('of an admin whose access is taken away keeps nobody an admin', async () => {
    const [ada, bo] = [await add('ada', 'admin'), await add('bo', 'admin')];
    await accounts.takeAway(bo.id, ada.id);
    expect(await code(accounts.setRole(ada.id, 'lead'))).toBe('last-admin');
    await accounts.putBack(bo.id);
    expect(await code(accounts.setRole(ada.id, 'lead'))).toBe('done');
  });

  it('is for an account there is', async () => {
    expect(await code(accounts.setRole('nobody', 'lead'))).toBe('unknown');
  });
});

describe('two admins who take away each other’s role at once', () => {
  it('leave one in one process', async () => {
    const [ada, bo] = [await add('ada', 'admin'), await add('bo', 'admin')];
    const both = [accounts.setRole(bo.id, 'lead', ada.id), accounts.setRole(ada.id, 'lead', bo.id)];
    expect((await Promise.all(both.map(code))).sort()).toEqual(['done', 'last-admin']);
  });

  it('leave one in two processes, and the other is told to try again', async () => {
    const [ada, bo] = [await add('ada', 'admin'), await add('bo', 'admin')];
    const other = another();
    const both = [accounts.setRole(bo.id, 'lead', ada.id), other.setRole(ada.id, 'lead', bo.id)];
    expect((await Promise.all(both.map(code))).sort()).toEqual(['done', 'unavailable']);
    expect([await roleOf('ada'), await roleOf('bo')].sort()).toEqual(['admin', 'lead']);
  });

  it('leave one when one of them takes longer than the other waits', async () => {
    const [ada, bo] = [await add('ada', 'admin'), await add('bo', 'admin')];
    const other = another();
    const { list } = records;
    let slow = false;
    records.list = async (...row) => {
      const all = await list(...row);
      if (!slow) {
        slow = true;
        clock += LOCK_MS;
        expect(await code(other.setRole(ada.id, 'lead', bo.id))).toBe('done');
      }
      return all;
    };
    expect(await code(accounts.setRole(bo.id, 'lead', ada.id))).toBe('unavailable');
    expect([await roleOf('ada'), await roleOf('bo')]).toEqual(['lead', 'admin']);
    // Whoever comes next is kept waiting by nothing.
    expect(await code(accounts.setRole(ada.id, 'worker'))).toBe('done');
  });

  it('wait for nobody who died over a change for longer than a moment', async () => {
    const sam = await add('sam');
    await records.add('lock', 'accounts', '', clock + LOCK_MS, clock);
    expect(await code(accounts.setRole(sam.id, 'lead'))).toBe('unavailable');
    clock += LOCK_MS;
    expect(await code(accounts.setRole(sam.id, 'lead'))).toBe('done');
    expect(await code(accounts.setRole(sam.id, 'worker'))).toBe('done');
  });
});

describe('teams', () => {
  it('are those of the place', async () => {
    const sam = await add('sam');
    expect((await accounts.setTeams(sam.id, ['money', 'families', 'money'])).teams).toEqual(['money', 'families']);
    expect(await code(accounts.setTeams(sam.id, ['money', 'elsewhere']))).toBe('team');
    expect(await code(add('kim', 'worker', { teams: ['elsewhere'] }))).toBe('team');
    expect((await accounts.find(sam.email))?.teams).toEqual(['money', 'families']);
    expect((await accounts.setTeams(sam.id, [])).teams).toEqual([]);
  });
});

describe('access that is taken away', () => {
  it('ends sessions and links, and neither password nor link signs in', async () => {
    const sam = await add('sam');
    const { token } = await accounts.signInWithPassword(sam.email, PASSWORD);
    const ticket = await accounts.issueTicket(sam.id);
    expect(await accounts.takeAway(sam.id)).toEqual({ ...sam, barred: true });
    expect(await accounts.session(token)).toBeNull();
    expect(await code(accounts.signInWithTicket(ticket))).toBe('ticket');
    expect(await code(accounts.issueTicket(sam.id))).toBe('no-access');
    const right = await accounts.signInWithPassword(sam.email, PASSWORD).catch((error) => error);
    const wrong = await accounts.signInWithPassword(sam.email, 'another password').catch((error) => error);
    expect([right.code, right.message]).toEqual([wrong.code, wrong.message]);
  });

  it('comes back without the sessions and links from before', async () => {
    const sam = await add('sam');
    const { token } = await accounts.signInWithPassword(sam.email, PASSWORD);
    const ticket = await accounts.issueTicket(sam.id);
    await accounts.takeAway(sam.id);
    expect(await accounts.putBack(sam.id)).toEqual(sam);
    expect(await accounts.session(token)).toBeNull();
    expect(await code(accounts.signInWithTicket(ticket))).toBe('ticket');
    expect((await accounts.signInWithPassword(sam.email, PASSWORD)).worker).toEqual(sam);
    expect((await accounts.signInWithTicket(await accounts.issueTicket(sam.id))).worker).toEqual(sam);
  });

  it('ends a session too that is just being started', async () => {
    const sam = await add('sam');
    const { put } = records;
    let crossed = false;
    records.put = async (kind, ...row) => {
      if (kind === 'session' && !crossed) {
        crossed = true;
        await accounts.takeAway(sam.id);
      }
      return put(kind, ...row);
    };
    const { token } = await accounts.signInWithPassword(sam.email, PASSWORD);
    expect(crossed).toBe(true);
    expect(await accounts.session(token)).toBeNull();
    await accounts.putBack(sam.id);
    expect(await accounts.session(token)).toBeNull();
  });
});

it('does not bring an account back that is removed meanwhile', async () => {
  const sam = await add('sam');
  await Promise.all([accounts.setRole(sam.id, 'lead'), accounts.remove(sam.email)]);
  expect(await accounts.find(sam.email)).toBeNull();
});

it('removes no account once somebody else may be changing them', async () => {
  const sam = await add('sam');
  const { put } = records;
  records.put = async (kind, ...row) => {
    if (kind === 'session-epoch') clock += LOCK_MS;
    return put(kind, ...row);
  };
  expect(await code(accounts.remove(sam.email))).toBe('unavailable');
  expect(await accounts.find(sam.email)).toEqual(sam);
});

it('does the same on the embedded store', async () => {
  const store = openSqliteStore(':memory:');
  accounts = another(store.records);
  const [ada, sam] = [await add('ada', 'admin'), await add('sam')];
  await accounts.setRole(sam.id, 'lead', ada.id);
  await accounts.setTeams(sam.id, ['money']);
  await accounts.takeAway(sam.id, ada.id);
  expect(await accounts.find(sam.email)).toEqual({ ...sam, role: 'lead', teams: ['money'], barred: true });
  expect(await code(accounts.setRole(ada.id, 'lead'))).toBe('last-admin');
  await store.close();
});
