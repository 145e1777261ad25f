import type { AuditEntry } from '../../../handoff/types';
import { UnavailableError } from '../../../store/errors';
import { someone } from './fakes';
import { json, openWorld, outcome, PASSWORD, type World } from './world';

type Signed = Awaited<ReturnType<World['signIn']>>;
interface Listed {
  id: string;
  name: string;
  [more: string]: unknown;
}

let world: World;
let ada: Signed;
beforeEach(async () => {
  world = await openWorld([]);
  ada = await world.signIn('Ada', 'admin');
});
afterEach(() => world.close());

const list = async () => json<{ accounts: Listed[]; teams: object[] }>(await ada.get('/accounts'));
const listed = async (name: string) => (await list()).accounts.find((one) => one.name === name);
const line = ({ act, worker, account, refused }: AuditEntry): string =>
  [worker?.name, act, account, refused && `(${refused})`].filter(Boolean).join(' ');
const lines = async (): Promise<string[]> => (await world.audited()).map(line).slice(1);
const signInWith = (ticket: string) => world.post('/sign-in/link', { ticket });

it('lists who has an account, what they sign in with, and the teams of the place', async () => {
  await world.accounts.add({ name: 'Kim', email: 'kim@example.org', role: 'peer', teams: ['families'] });
  const { accounts, teams } = await list();
  expect(teams).toEqual([{ id: 'families', name: 'Families Team' }]);
  const ways = { access: true, secondStep: false, passkeys: 0 };
  expect(accounts).toEqual([
    { id: ada.worker.id, name: 'Ada', email: 'ada@example.org', role: 'admin', password: true, ...ways },
    expect.objectContaining({ name: 'Kim', role: 'peer', teams: ['families'], password: false, ...ways }),
  ]);
});

describe('adding somebody', () => {
  const kim = { name: ' Kim ', email: 'Kim@example.org', role: 'worker', teams: ['families'] };

  it('gives a link that signs them in once, and names the account in the audit before it is there', async () => {
    let first = '';
    const { add } = world.records;
    world.records.add = (kind, key, ...row) => {
      if (kind === 'audit' || kind === 'account') first ||= kind;
      return add(kind, key, ...row);
    };
    const { worker, ticket } = await json<{ worker: Listed; ticket: string }>(await ada.post('/accounts', kim));
    expect(first).toBe('audit');
    expect(worker).toMatchObject({ name: 'Kim', email: 'kim@example.org', role: 'worker', teams: ['families'] });
    expect(await lines()).toEqual([`Ada add-account ${worker.id}`]);
    expect(await outcome(await signInWith(ticket))).toBe('200 ok');
    expect(await outcome(await signInWith(ticket))).toBe('401 ticket');
  });

  it('adds nobody who cannot be written down', async () => {
    const { add } = world.records;
    world.records.add = (kind, ...row) =>
      kind === 'audit' ? Promise.reject(new UnavailableError(new Error('disk full'))) : add(kind, ...row);
    expect(await outcome(await ada.post('/accounts', kim))).toBe('503 unavailable');
    expect(await world.accounts.find('kim@example.org')).toBeNull();
  });

  it('refuses a second account with the same address, and says so in the audit', async () => {
    await ada.post('/accounts', kim);
    expect(await outcome(await ada.post('/accounts', { ...kim, name: 'Other' }))).toBe('409 has-account');
    expect((await lines()).at(-1)).toMatch(/^Ada add-account \S+ \(has-account\)$/);
  });

  it.each([
    ['no name', { name: ' ' }, '400 bad-request'],
    ['too long a name', { name: 'x'.repeat(61) }, '400 bad-request'],
    ['no address', { email: 'kim' }, '400 bad-request'],
    ['a role there is not', { role: 'owner' }, '400 bad-request'],
    ['a team there is not', { teams: ['elsewhere'] }, '409 team'],
    ['an id of their own', { id: ' ' }, '200 ok'],
  ])('with %s', async (_, more, expected) => {
    expect(await outcome(await ada.post('/accounts', { ...kim, ...more }))).toBe(expected);
    expect((await world.accounts.list()).map(({ id }) => id)).not.toContain(' ');
  });
});

describe('a new link', () => {
  it('signs in whom it is for, and is in no log and no audit', async () => {
    const sam = await world.addWorker('Sam');
    const { ticket } = await json<{ ticket: string }>(await ada.post(`/accounts/${sam.id}/link`));
    expect(await json(await signInWith(ticket))).toMatchObject({ worker: { name: 'Sam' } });
    expect(await lines()).toEqual([`Ada make-link ${sam.id}`, 'Sam sign-in']);
    expect([...world.logged, JSON.stringify(await world.audited())].join()).not.toContain(ticket);
  });

  it('is for somebody else: of one’s own it would be a way in that asks for no code', async () => {
    const own = `/accounts/${ada.worker.id}/link`;
    const refused = await ada.post(own);
    expect(await outcome(refused)).toBe('409 own-role');
    expect(await lines()).toEqual([`Ada make-link ${ada.worker.id}`, `Ada make-link ${ada.worker.id} (own-role)`]);
    expect(world.records.dump()).not.toContain('ticket');
    const bo = await world.signIn('Bo', 'admin');
    expect(await outcome(await bo.post(own))).toBe('200 ok');
  });

  it('is for an account there is', async () => {
    expect(await outcome(await ada.post('/accounts/nobody/link'))).toBe('404 unknown');
  });
});

describe('changing somebody', () => {
  it('gives them another role and other teams, each in the audit', async () => {
    const sam = await world.signIn('Sam');
    const { id } = sam.worker;
    expect(await outcome(await ada.post(`/accounts/${id}/role`, { role: 'lead' }))).toBe('200 ok');
    expect(await outcome(await ada.post(`/accounts/${id}/teams`, { teams: ['families'] }))).toBe('200 ok');
    expect(await json(await sam.get('/me'))).toMatchObject({ worker: { role: 'lead', teams: ['families'] } });
    expect((await sam.get('/ended.csv')).status).toBe(200);
    expect((await lines()).slice(1, 3)).toEqual([`Ada change-role ${id}`, `Ada change-teams ${id}`]);
  });

  it('puts nobody into a team that the place does not have', async () => {
    const sam = await world.addWorker('Sam', 'worker', ['families']);
    expect(await outcome(await ada.post(`/accounts/${sam.id}/teams`, { teams: ['elsewhere'] }))).toBe('409 team');
    expect(await listed('Sam')).toMatchObject({ teams: ['families'] });
    expect(await lines()).toEqual([`Ada change-teams ${sam.id}`, `Ada change-teams ${sam.id} (team)`]);
  });

  it('leaves an admin their own role, and the desk an admin', async () => {
    const own = `/accounts/${ada.worker.id}`;
    expect(await outcome(await ada.post(`${own}/role`, { role: 'worker' }))).toBe('409 own-role');
    expect(await outcome(await ada.post(`${own}/take-away`))).toBe('409 own-role');
    expect(await listed('Ada')).toMatchObject({ role: 'admin', access: true });
    const bo = await world.signIn('Bo', 'admin');
    const both = [
      ada.post(`/accounts/${bo.worker.id}/role`, { role: 'worker' }),
      bo.post(`${own}/role`, { role: 'worker' }),
    ];
    const answers = await Promise.all((await Promise.all(both)).map(outcome));
    expect(answers.filter((answer) => answer === '200 ok')).toHaveLength(1);
    expect((await world.accounts.list()).filter(({ role }) => role === 'admin')).toHaveLength(1);
  });
});

describe('taking access away', () => {
  it('ends what is open at once, in every process, and lets nobody in until it is put back', async () => {
    const other = await openWorld([], world.clock.now, world.records);
    try {
      const sam = await world.signIn('Sam');
      const { id, email } = sam.worker;
      const stream = await sam.get('/events');
      await world.presence.renew(id);
      const { ticket } = await json<{ ticket: string }>(await ada.post(`/accounts/${id}/link`));
      expect(await outcome(await ada.post(`/accounts/${id}/take-away`))).toBe('200 ok');
      expect(await stream.text()).toContain('signed-out');
      expect(await world.presence.seen(id)).toBe(false);
      for (const at of [world, other])
        expect(await outcome(await at.call('/api/me', { headers: { cookie: sam.cookie } }))).toBe('401 signed-out');
      expect(await outcome(await world.post('/sign-in', { email, password: PASSWORD }))).toBe('401 sign-in');
      expect(await outcome(await signInWith(ticket))).toBe('401 ticket');
      expect(await outcome(await ada.post(`/accounts/${id}/link`))).toBe('409 no-access');
      expect(await listed('Sam')).toMatchObject({ access: false });
      expect(await outcome(await ada.post(`/accounts/${id}/put-back`))).toBe('200 ok');
      expect(await outcome(await world.post('/sign-in', { email, password: PASSWORD }))).toBe('200 ok');
      expect(await outcome(await sam.get('/me'))).toBe('401 signed-out');
    } finally {
      await other.close();
    }
  });

  it('puts whom they have back in the queue, and nobody else', async () => {
    const [sam, kim] = [await world.signIn('Sam'), await world.signIn('Kim')];
    for (const id of ['theirs', 'other']) world.desk.people.set(id, someone(id, world.clock.now));
    await sam.post('/conversations/theirs/claim');
    await kim.post('/conversations/other/claim');
    await ada.post(`/accounts/${sam.worker.id}/take-away`);
    expect(world.desk.people.get('theirs')).toMatchObject({ owner: 'waiting', worker: null, leftBy: 'Sam' });
    expect(world.desk.people.get('other')).toMatchObject({ owner: 'worker' });
  });

  it('takes them off the list of whom can be asked to join', async () => {
    const [sam, kim] = [await world.addWorker('Sam'), await world.signIn('Kim')];
    await ada.post(`/accounts/${sam.id}/take-away`);
    const { workers } = await json<{ workers: { name: string }[] }>(await kim.get('/colleagues'));
    expect(workers.map(({ name }) => name)).toEqual(['Ada']);
    const asked = await kim.post('/conversations/x/ask', { to: { kind: 'worker', id: sam.id }, why: 'second' });
    expect(await outcome(asked)).toBe('404 unknown');
  });
});

describe('the audit, looked through', () => {
  it('shows what one person did, what was done of one kind, and what nobody known did', async () => {
    const sam = await world.signIn('Sam');
    await world.post('/sign-in/link', { ticket: 'forged' });
    const found = async (query: string) =>
      (await json<{ entries: AuditEntry[] }>(await ada.get(`/audit?${query}`))).entries.map(line);
    expect(await found(`worker=${sam.worker.id}`)).toEqual(['Sam sign-in']);
    expect(await found('act=sign-in')).toEqual(['sign-in (ticket)', 'Sam sign-in', 'Ada sign-in']);
    expect(await found('act=sign-in&worker=nobody')).toEqual(['sign-in (ticket)']);
    expect(await outcome(await ada.get('/audit?act=everything'))).toBe('400 bad-request');
  });
});
