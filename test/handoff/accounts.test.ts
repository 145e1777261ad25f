import { randomBytes } from 'node:crypto';
import { type Accounts, createAccounts, TICKET_LIFE } from '../../handoff/accounts';
import { SESSION_IDLE, SESSION_LIFE } from '../../handoff/sessions';
import { openSqliteStore } from '../../store/sqlite/store';
import { fakeRecords } from '../adapters/desk/fakes';

const MINUTE = 60_000;
const PASSWORD = 'four random words here';

let clock = 0;
let records = fakeRecords();
let accounts: Accounts;
const newToken = () => randomBytes(32).toString('base64url');

beforeEach(() => {
  clock = Date.parse('2026-11-22T09:00:00Z');
  records = fakeRecords();
  accounts = createAccounts({ records, now: () => clock, newToken });
});

const sam = (more = {}) => accounts.add({ name: 'Sam', email: 'Sam@Example.org ', role: 'worker', ...more });
const code = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'no error',
    (error) => error.code,
  );

describe('adding', () => {
  it('keeps the address in small letters, and finds it however it is written', async () => {
    const worker = await sam();
    expect(worker).toEqual({ id: worker.id, name: 'Sam', email: 'sam@example.org', role: 'worker' });
    expect(await accounts.find('SAM@example.ORG')).toEqual(worker);
  });

  it('lets only one of two who add the same address at once', async () => {
    const both = await Promise.allSettled([sam(), sam({ email: 'sam@EXAMPLE.org' })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it.each([
    ['taken', { email: 'sam@example.org' }],
    ['password', { email: 'b@example.org', password: 'fourteen chars' }],
    ['email', { email: 'not an address' }],
    ['name', { email: 'b@example.org', name: '  ' }],
    ['role', { email: 'b@example.org', role: 'owner' }],
  ])('refuses: %s', async (fault, more) => {
    await sam();
    expect(await code(sam(more))).toBe(fault);
  });

  it('never repeats what was typed in an error', async () => {
    const error = await sam({ password: 'short-secret' }).catch((caught: Error) => caught);
    expect(String(error)).toMatch(/at least 15/);
    expect(String(error)).not.toMatch(/short-secret/);
  });
});

describe('a one-time link', () => {
  it('signs in once', async () => {
    const ticket = await accounts.issueTicket((await sam()).id);
    const { token, worker } = await accounts.signInWithTicket(ticket);
    expect(worker.name).toBe('Sam');
    expect(await accounts.session(token)).toEqual(worker);
    expect(await code(accounts.signInWithTicket(ticket))).toBe('ticket');
  });

  it('lets only one of two who use it at once', async () => {
    const ticket = await accounts.issueTicket((await sam()).id);
    const both = await Promise.allSettled([accounts.signInWithTicket(ticket), accounts.signInWithTicket(ticket)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('runs out', async () => {
    const ticket = await accounts.issueTicket((await sam()).id);
    clock += TICKET_LIFE;
    expect(await code(accounts.signInWithTicket(ticket))).toBe('ticket');
  });

  it('is void once its account is signed out everywhere, and a new one is not', async () => {
    const { id } = await sam();
    const early = await accounts.issueTicket(id);
    await accounts.signOutEverywhere(id);
    expect(await code(accounts.signInWithTicket(early))).toBe('ticket');
    expect((await accounts.signInWithTicket(await accounts.issueTicket(id))).worker.id).toBe(id);
  });

  it('starts no session that outlives a sign-out everywhere which crosses it', async () => {
    const { id } = await sam();
    const ticket = await accounts.issueTicket(id);
    const { get } = records;
    let crossed = false;
    records.get = async (kind, ...row) => {
      const kept = await get(kind, ...row);
      if (kind === 'session-epoch' && !crossed) {
        crossed = true;
        await accounts.signOutEverywhere(id);
      }
      return kept;
    };
    const { token } = await accounts.signInWithTicket(ticket);
    expect(crossed).toBe(true);
    expect(await accounts.session(token)).toBeNull();
  });

  it('is for an account there is', async () => {
    expect(await code(accounts.issueTicket('nobody'))).toBe('unknown');
  });
});

describe('a password', () => {
  it('signs in', async () => {
    await sam({ password: PASSWORD });
    expect((await accounts.signInWithPassword(' SAM@example.org', PASSWORD)).worker.name).toBe('Sam');
  });

  it('gets the same answer for a wrong password, an unknown address and an account without one', async () => {
    await sam({ password: PASSWORD });
    await sam({ email: 'link-only@example.org' });
    const answers = await Promise.all(
      [
        ['sam@example.org', 'not the right password'],
        ['nobody@example.org', PASSWORD],
        ['link-only@example.org', PASSWORD],
        ['link-only@example.org', ''],
      ].map(([email = '', password = '']) =>
        accounts.signInWithPassword(email, password).catch((error) => ({ code: error.code, message: error.message })),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ code: 'sign-in' });
  });

  it('costs one verification whether or not there is an account', async () => {
    const verified: string[] = [];
    accounts = createAccounts({
      records,
      now: () => clock,
      newToken,
      hash: {
        hash: async (password) => `hash of ${password}`,
        async verify(hashed, password) {
          verified.push(hashed);
          return hashed === `hash of ${password}`;
        },
      },
    });
    await sam({ password: PASSWORD });
    await sam({ email: 'link-only@example.org' });
    for (const email of ['sam@example.org', 'nobody@example.org', 'link-only@example.org']) {
      await code(accounts.signInWithPassword(email, 'wrong'));
    }
    expect(verified).toHaveLength(3);
  });
});

describe('a session', () => {
  async function signedIn(): Promise<string> {
    await sam({ password: PASSWORD });
    return (await accounts.signInWithPassword('sam@example.org', PASSWORD)).token;
  }

  it('ends when nothing was done for a while; looking on by itself is not doing something', async () => {
    const token = await signedIn();
    clock += SESSION_IDLE - MINUTE;
    expect(await accounts.session(token)).not.toBeNull();
    clock += MINUTE;
    expect(await accounts.session(token)).toBeNull();
  });

  it('goes on while it is used, but not for ever', async () => {
    const token = await signedIn();
    const started = clock;
    while (clock + SESSION_IDLE / 2 < started + SESSION_LIFE) {
      clock += SESSION_IDLE / 2;
      expect(await accounts.session(token, true)).not.toBeNull();
    }
    clock = started + SESSION_LIFE;
    expect(await accounts.session(token, true)).toBeNull();
  });

  it('ends when signed out, even when a use of it crosses the sign-out', async () => {
    const token = await signedIn();
    clock += 2 * MINUTE;
    const { put } = records;
    const late: (() => Promise<void>)[] = [];
    records.put = async (...row) => void late.push(() => put(...row));
    await accounts.session(token, true);
    await accounts.signOut(token);
    expect(late).toHaveLength(1);
    for (const write of late) await write();
    expect(await accounts.session(token, true)).toBeNull();
  });

  it('has a new token at each sign-in, and no token or password is kept as it is', async () => {
    const token = await signedIn();
    const ticket = await accounts.issueTicket((await accounts.find('sam@example.org'))?.id ?? '');
    const again = (await accounts.signInWithPassword('sam@example.org', PASSWORD)).token;
    expect(again).not.toBe(token);
    const kept = records.dump();
    for (const secret of [token, again, ticket, PASSWORD]) expect(kept).not.toContain(secret);
    expect(kept).toContain('$argon2id$');
  });

  it('ends with all others of the account, also one that is just being started, and none that comes after', async () => {
    const worker = await sam();
    const ticketed = async () => accounts.signInWithTicket(await accounts.issueTicket(worker.id));
    const before = await ticketed();
    const { put } = records;
    let crossed = false;
    records.put = async (kind, ...row) => {
      if (kind === 'session' && !crossed) {
        crossed = true;
        await accounts.signOutEverywhere(worker.id);
      }
      return put(kind, ...row);
    };
    const crossing = await ticketed();
    expect(crossed).toBe(true);
    for (const { token } of [before, crossing]) expect(await accounts.session(token, true)).toBeNull();
    expect(await accounts.session((await ticketed()).token)).toEqual(worker);
    expect(await code(accounts.signOutEverywhere('nobody'))).toBe('unknown');
  });

  it('is nobody for a token that never was', async () => {
    expect(await accounts.session('forged')).toBeNull();
  });
});

describe('removing', () => {
  it('ends the sessions and links of the account, also for who gets that address next', async () => {
    const worker = await sam({ password: PASSWORD });
    const { token } = await accounts.signInWithPassword(worker.email, PASSWORD);
    const ticket = await accounts.issueTicket(worker.id);
    expect(await accounts.remove(' SAM@example.org')).toEqual(worker);
    expect(await accounts.find(worker.email)).toBeNull();
    expect(await code(accounts.signInWithPassword(worker.email, PASSWORD))).toBe('sign-in');
    await sam({ name: 'Another', role: 'admin' });
    expect(await accounts.session(token)).toBeNull();
    expect(await code(accounts.signInWithTicket(ticket))).toBe('ticket');
  });

  it('is for an account there is', async () => {
    expect(await code(accounts.remove('nobody@example.org'))).toBe('unknown');
  });
});

it('does the same on the embedded store', async () => {
  const store = openSqliteStore(':memory:');
  accounts = createAccounts({ records: store.records, now: () => clock, newToken });
  const ticket = await accounts.issueTicket((await sam()).id);
  const { token } = await accounts.signInWithTicket(ticket);
  expect((await accounts.session(token, true))?.name).toBe('Sam');
  expect(await code(accounts.signInWithTicket(ticket))).toBe('ticket');
  expect(await code(sam())).toBe('taken');
  await accounts.signOut(token);
  expect(await accounts.session(token)).toBeNull();
  await store.close();
});
