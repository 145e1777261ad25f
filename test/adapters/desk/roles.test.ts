import { COOKIE } from '../../../adapters/desk/cookie';
import { deskRoutes, type RoutesDeps } from '../../../adapters/desk/routes';
import { ROLES, type Role, type Worker } from '../../../handoff/types';
import { someone } from './fakes';
import { openWorld, outcome, PASSWORD, type World } from './world';

/** One answer for every role, or one for each. */
type Answers = string | Record<Role, string>;
/** Nobody signed in; and for who is: the person is with them, with somebody else, or waits. */
type Row = [nobody: string, theirs: Answers, somebodyElses: Answers, waiting: Answers];

const OUT = '401 signed-out';
const OK = '200 ok';
const always = (answers: Answers, nobody = OUT): Row => [nobody, answers, answers, answers];
const only = (may: Role[], answer = OK, not = '403 role'): Answers =>
  Object.fromEntries(ROLES.map((role) => [role, may.includes(role) ? answer : not])) as Record<Role, string>;
const admins = always(only(['admin']));
const theirsAlone: Row = [OUT, OK, '409 not-yours', '409 not-yours'];

/** Who may do what, for every route there is. */
const TABLE: Record<string, Row> = {
  'post /sign-in': always(OK, OK),
  'post /sign-in/link': always(OK, OK),
  'post /sign-in/passkey/start': always(OK, OK),
  // It is nobody's, and has answered nothing that was asked.
  'post /sign-in/passkey': always('401 passkey', '401 passkey'),
  'post /sign-out': always(OK),
  'post /sign-out/everywhere': always(OK),
  'get /me': always(OK),
  'get /waiting': always(OK),
  'get /events': always(OK),
  'get /openapi.json': always(OK, OK),
  'get /conversations/{id}': [OUT, OK, only(['lead', 'admin'], OK, '403 private'), OK],
  'post /conversations/{id}/claim': [OUT, OK, '409 taken', OK],
  'post /conversations/{id}/messages': theirsAlone,
  'post /conversations/{id}/typing': theirsAlone,
  'post /conversations/{id}/notes': theirsAlone,
  'post /conversations/{id}/hand-back': theirsAlone,
  'post /conversations/{id}/end': theirsAlone,
  'get /colleagues': always(OK),
  'get /saved-replies': always(OK),
  'post /conversations/{id}/ask': theirsAlone,
  'post /conversations/{id}/take-back': theirsAlone,
  // Nobody asked them to come, and nobody would stay.
  'post /conversations/{id}/join': [OUT, '409 not-asked', '409 not-asked', '409 gone'],
  'post /conversations/{id}/ask-to-read': [
    OUT,
    only(['peer']),
    only(['peer'], '409 not-yours'),
    only(['peer'], '409 not-yours'),
  ],
  'post /conversations/{id}/leave': [OUT, '409 alone', '409 not-yours', '409 not-yours'],
  'post /conversations/{id}/release': [
    OUT,
    only(['lead', 'admin']),
    only(['lead', 'admin']),
    only(['lead', 'admin'], '409 gone'),
  ],
  'get /pauses': always(OK),
  'post /conversations/{id}/pause': theirsAlone,
  'post /conversations/{id}/back': theirsAlone,
  'get /reopenable': always(OK),
  // They have not ended: whoever ended them, see ended.test.ts.
  'post /conversations/{id}/reopen': [OUT, OK, '409 taken', '409 asked-again'],
  'get /second-step': always(OK),
  // No password is given.
  'post /second-step/start': always('401 password-needed'),
  // They have turned nothing on, so no code is right.
  'post /second-step/confirm': always('401 code'),
  'post /second-step/off': always('401 code'),
  'get /passkeys': always(OK),
  'post /passkeys/start': always(OK),
  'post /passkeys': always('401 passkey'),
  'post /passkeys/{id}/remove': always('404 unknown'),
  'post /accounts/{id}/passkeys/remove': admins,
  'get /accounts': admins,
  'post /accounts': admins,
  'post /accounts/{id}/link': admins,
  'post /accounts/{id}/role': admins,
  'post /accounts/{id}/teams': admins,
  'post /accounts/{id}/take-away': admins,
  'post /accounts/{id}/put-back': admins,
  'post /accounts/{id}/sign-out': admins,
  'post /accounts/{id}/second-step/off': admins,
  'get /audit': admins,
  'get /audit.csv': admins,
  'get /ended.csv': always(only(['lead', 'admin'])),
};

const BODIES: Record<string, object> = {
  'post /conversations/{id}/messages': { text: 'Hello' },
  'post /conversations/{id}/notes': { text: 'Hello' },
  'post /conversations/{id}/ask': { to: { kind: 'anyone' }, why: 'second' },
  'post /conversations/{id}/pause': { for: 'hour' },
  'post /conversations/{id}/end': { outcome: 'connected' },
  'post /accounts/{id}/role': { role: 'peer' },
  'post /accounts/{id}/teams': { teams: ['families'] },
  'post /passkeys/start': { password: PASSWORD },
  'post /second-step/confirm': { code: '000000' },
  'post /second-step/off': { code: '000000' },
};

const routes = [
  ...deskRoutes({ accounts: {} } as RoutesDeps).map(({ method, path }) => `${method} ${path}`),
  'get /openapi.json',
];

let world: World;
let bystander: Worker;
let made = 0;
beforeAll(async () => {
  world = await openWorld([]);
  bystander = await world.addWorker('Bystander');
});
afterAll(() => world.close());

/** Tries one route as a fresh worker of this role, or as nobody, with a person of whom it says whose they are. */
async function answer(
  route: string,
  role: Role | null,
  whose: 'theirs' | 'somebody else' | 'waiting',
): Promise<string> {
  made += 1;
  const worker = await world.addWorker(`Worker${made}`, role ?? 'admin');
  const { token } = await world.accounts.signInWithTicket(await world.accounts.issueTicket(worker.id));
  const holder = whose === 'waiting' ? null : whose === 'theirs' ? worker : bystander;
  const person = `person${made}`;
  world.desk.people.set(person, someone(person, made, { owner: holder ? 'worker' : 'waiting', worker: holder }));

  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replace('{id}', pattern.startsWith('/accounts/') ? bystander.id : person);
  const headers = role === null ? {} : { cookie: `${COOKIE}=${token}` };
  const reply = method === 'get' ? await world.call(`/api${path}`, { headers }) : await post();
  if (reply.headers.get('content-type')?.startsWith('application/json')) return outcome(reply);
  await reply.body?.cancel();
  return `${reply.status} ok`;

  async function post(): Promise<Response> {
    const ticket = await world.accounts.issueTicket(worker.id);
    const passkey = { id: `made${made}`, rawId: `made${made}`, type: 'public-key' };
    const answer = { clientDataJSON: 'e30', authenticatorData: 'AA', signature: 'AA', userHandle: 'AA' };
    const given = {
      '/sign-in/passkey': { signed: { ...passkey, response: answer } },
      '/passkeys': {
        name: 'Phone',
        made: { ...passkey, response: { clientDataJSON: 'e30', attestationObject: 'AA' } },
      },
      '/sign-in': { email: worker.email, password: PASSWORD },
      '/sign-in/link': { ticket },
      '/accounts': { name: 'New', email: `new${made}@example.org`, role: 'worker' },
    };
    return world.post(path, BODIES[route] ?? (given as Record<string, object>)[path] ?? {}, headers);
  }
}

const of = (answers: Answers, role: Role): string => (typeof answers === 'string' ? answers : answers[role]);

it('has a row for every route there is, and no other', () => {
  expect(Object.keys(TABLE).sort()).toEqual([...routes].sort());
});

it.each(routes)('%s', async (route) => {
  const [nobody, theirs, somebodyElses, waiting] = TABLE[route] ?? always('has no row', 'has no row');
  const wanted: Record<string, string> = { nobody };
  const got: Record<string, string> = { nobody: await answer(route, null, 'waiting') };
  for (const role of ROLES) {
    wanted[role] = [of(theirs, role), of(somebodyElses, role), of(waiting, role)].join(', ');
    const each: string[] = [];
    for (const whose of ['theirs', 'somebody else', 'waiting'] as const) each.push(await answer(route, role, whose));
    got[role] = each.join(', ');
  }
  expect(got).toEqual(wanted);
});

it('goes by the role of the account, whatever the request says of it', async () => {
  const sam = await world.signIn('Sam');
  const claims = { 'x-role': 'admin', 'x-natter-role': 'admin', 'x-http-method-override': 'GET' };
  expect(await outcome(await sam.get('/audit?role=admin', claims))).toBe('403 role');
  expect(await outcome(await sam.post(`/accounts/${bystander.id}/sign-out`, { role: 'admin' }, claims))).toBe(
    '403 role',
  );
  for (const path of ['/audit/', '/AUDIT', '//audit', '/%61udit', '/accounts/../audit']) {
    expect((await sam.get(path)).status).not.toBe(200);
  }
});
