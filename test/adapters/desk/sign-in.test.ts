import { TRIES_PER_ADDRESS } from '../../../adapters/desk/limit';
import { SESSION_IDLE } from '../../../handoff/sessions';
import { json, openWorld, outcome, PASSWORD, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await openWorld([]);
});
afterEach(() => world.close());

it('signs in with a password, keeping the session in a cookie only this host gets', async () => {
  await world.addWorker('Sam');
  const reply = await world.post('/sign-in', { email: 'SAM@example.org', password: PASSWORD });
  expect(reply.status).toBe(200);
  expect(await reply.json()).toMatchObject({ worker: { name: 'Sam', role: 'worker' } });
  const cookie = reply.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^__Host-natter-desk=[\w-]{43}; /);
  expect(cookie.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict', 'Secure']);
  const me = await world.call('/api/me', { headers: { cookie: cookie.split(';')[0] ?? '' } });
  expect(await me.json()).toMatchObject({ worker: { email: 'sam@example.org' } });
});

it('signs in once with a link', async () => {
  const { id } = await world.addWorker('Sam');
  const ticket = await world.accounts.issueTicket(id);
  expect(await outcome(await world.post('/sign-in/link', { ticket }))).toBe('200 ok');
  const again = await world.post('/sign-in/link', { ticket });
  expect(again.headers.get('set-cookie')).toBeNull();
  expect(await outcome(again)).toBe('401 ticket');
});

it('lets one of ten in who open the same link at once, and tells the audit of each', async () => {
  const { id } = await world.addWorker('Sam');
  const ticket = await world.accounts.issueTicket(id);
  const all = await Promise.all(Array.from({ length: 10 }, () => world.post('/sign-in/link', { ticket })));
  expect((await Promise.all(all.map(outcome))).sort()).toEqual(['200 ok', ...Array(9).fill('401 ticket')]);
  expect(all.filter((reply) => reply.headers.has('set-cookie'))).toHaveLength(1);
  const tries = (await world.audited()).map(({ worker, refused }) => worker?.name ?? refused);
  expect(tries.sort()).toEqual(['Sam', ...Array(9).fill('ticket')]);
});

it('lets a flood of tries fill neither the desk nor the audit', async () => {
  const tries = Array.from({ length: 200 }, () => world.post('/sign-in/link', { ticket: 'forged' }));
  const answers = await Promise.all((await Promise.all(tries)).map(outcome));
  expect(answers.filter((answer) => answer === '401 ticket')).toHaveLength(TRIES_PER_ADDRESS);
  expect(answers.filter((answer) => answer === '429 too-many')).toHaveLength(200 - TRIES_PER_ADDRESS);
  expect(await world.audited()).toHaveLength(TRIES_PER_ADDRESS);
});

it('gives the same answer to a wrong password and an unknown address', async () => {
  await world.addWorker('Sam');
  const wrong = await world.post('/sign-in', { email: 'sam@example.org', password: 'not the right one' });
  const unknown = await world.post('/sign-in', { email: 'nobody@example.org', password: PASSWORD });
  expect([wrong.status, await wrong.text()]).toEqual([unknown.status, await unknown.text()]);
  expect(wrong.status).toBe(401);
});

it.each(['sam@example.org', 'nobody@example.org'])('slows down guessing for %s', async (email) => {
  await world.addWorker('Sam');
  const tries = [];
  for (let i = 0; i < 6; i++) tries.push(await world.post('/sign-in', { email, password: 'a guess at random' }));
  expect(tries.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429]);
  expect(Number(tries[5]?.headers.get('retry-after'))).toBeGreaterThan(0);
  const right = await world.post('/sign-in', { email: email.toUpperCase(), password: PASSWORD });
  expect(right.status).toBe(429);
});

it('ends a session by signing out, and only that one', async () => {
  const one = await world.signIn('Sam');
  const two = await world.signIn('Sam');
  const out = await one.post('/sign-out');
  expect(out.headers.get('set-cookie')).toMatch(/^__Host-natter-desk=; Max-Age=0; /);
  expect((await one.get('/me')).status).toBe(401);
  expect((await two.get('/me')).status).toBe(200);
});

describe('signing out everywhere', () => {
  it('ends every session of this worker in every process, and nobody else’s', async () => {
    const other = await openWorld([], Date.now(), world.records);
    try {
      const [one, two, kim] = [await world.signIn('Sam'), await world.signIn('Sam'), await world.signIn('Kim')];
      const there = () => other.call('/api/me', { headers: { cookie: two.cookie } });
      expect((await there()).status).toBe(200);
      const out = await one.post('/sign-out/everywhere');
      expect(out.headers.get('set-cookie')).toMatch(/^__Host-natter-desk=; Max-Age=0; /);
      expect((await there()).status).toBe(401);
      for (const gone of [one, two]) expect(await outcome(await gone.get('/me'))).toBe('401 signed-out');
      expect((await kim.get('/me')).status).toBe(200);
      expect((await (await world.signIn('Sam')).get('/me')).status).toBe(200);
    } finally {
      await other.close();
    }
  });

  it('can be done for somebody by an admin, who finds them in a list', async () => {
    const [ada, sam] = [await world.signIn('Ada', 'admin'), await world.signIn('Sam')];
    const { accounts } = await json<{ accounts: { id: string; name: string }[] }>(await ada.get('/accounts'));
    expect(accounts.map(({ name }) => name)).toEqual(['Ada', 'Sam']);
    const id = accounts.find(({ name }) => name === 'Sam')?.id;
    expect(await outcome(await sam.post(`/accounts/${ada.worker.id}/sign-out`))).toBe('403 role');
    expect(await outcome(await ada.post(`/accounts/${id}/sign-out`))).toBe('200 ok');
    expect((await sam.get('/me')).status).toBe(401);
    expect((await ada.get('/me')).status).toBe(200);
    expect(await outcome(await ada.post('/accounts/nobody/sign-out'))).toBe('404 unknown');
    expect((await world.audited()).filter(({ act }) => act === 'sign-out-everywhere')).toMatchObject([
      { worker: { name: 'Sam' }, account: ada.worker.id, refused: 'role' },
      { worker: { name: 'Ada' }, account: sam.worker.id, refused: null },
      { worker: { name: 'Ada' }, account: 'nobody', refused: null },
      { worker: { name: 'Ada' }, account: 'nobody', refused: 'unknown' },
    ]);
  });
});

it('ends a session that was left alone; a page refreshing by itself does not keep it', async () => {
  const sam = await world.signIn('Sam');
  world.clock.now += SESSION_IDLE - 1000;
  expect((await sam.get('/waiting')).status).toBe(200);
  world.clock.now += 2000;
  expect(await outcome(await sam.get('/waiting'))).toBe('401 signed-out');
});

it('keeps a session that is used', async () => {
  const sam = await world.signIn('Sam');
  world.clock.now += SESSION_IDLE - 1000;
  expect((await sam.get('/me')).status).toBe(200);
  world.clock.now += SESSION_IDLE - 1000;
  expect((await sam.get('/waiting')).status).toBe(200);
});

it.each(['/me', '/waiting', '/conversations/x', '/events'])(
  'answers nobody without a session: GET %s',
  async (path) => {
    expect(await outcome(await world.call(`/api${path}`))).toBe('401 signed-out');
    const forged = { cookie: '__Host-natter-desk=forged' };
    expect(await outcome(await world.call(`/api${path}`, { headers: forged }))).toBe('401 signed-out');
  },
);

it.each(['/sign-out', '/conversations/x/claim', '/conversations/x/messages', '/conversations/x/end'])(
  'answers nobody without a session: POST %s',
  async (path) => {
    expect(await outcome(await world.post(path, { text: 'hello', outcome: 'declined' }))).toBe('401 signed-out');
  },
);

it('writes no address, password, ticket or token into the log', async () => {
  const sam = await world.signIn('Sam');
  const ticket = await world.accounts.issueTicket(sam.worker.id);
  await world.post('/sign-in/link', { ticket });
  await world.post('/sign-in', { email: 'sam@example.org', password: PASSWORD });
  const log = world.logged.join('');
  expect(log).toContain(sam.worker.id);
  for (const secret of ['sam@example.org', PASSWORD, ticket, sam.cookie.split('=')[1] ?? '?']) {
    expect(log).not.toContain(secret);
  }
});
