import { deskRoutes, type RoutesDeps } from '../../../adapters/desk/routes';
import type { AuditEntry } from '../../../handoff/types';
import { UnavailableError } from '../../../store/errors';
import { someone } from './fakes';
import { json, openWorld, outcome, PASSWORD, type World } from './world';

const SECRET = 'my landlord is at the door again';

let world: World;
beforeEach(async () => {
  const people = ['first', 'second'].map((id) =>
    someone(id, Date.now(), { shared: [{ id: 1, at: 1, question: null, text: SECRET, kind: 'words', struck: false }] }),
  );
  world = await openWorld(people);
});
afterEach(() => world.close());

const line = ({ act, worker, conversation, refused }: AuditEntry): string =>
  [worker?.name ?? 'somebody', act, conversation, refused && `(${refused})`].filter(Boolean).join(' ');
const lines = async (): Promise<string[]> => (await world.audited()).map(line);
const away = () => {
  world.records.add = () => Promise.reject(new UnavailableError(new Error('disk full')));
};

it('holds everything a worker did, in its order', async () => {
  const sam = await world.signIn('Sam');
  await sam.get('/conversations/first');
  await sam.post('/conversations/first/claim');
  await sam.post('/conversations/first/messages', { text: SECRET });
  await sam.post('/conversations/first/notes', { text: SECRET });
  await sam.post('/conversations/first/pause', { for: 'hour' });
  await sam.post('/conversations/first/back');
  await sam.post('/conversations/first/end', { outcome: 'connected' });
  await sam.get('/reopenable');
  await sam.post('/conversations/first/reopen');
  await sam.get('/conversations/first');
  await sam.post('/conversations/first/end', { outcome: 'declined' });
  await sam.post('/conversations/first/reopen');
  await sam.post('/conversations/second/claim');
  await sam.post('/conversations/second/hand-back');
  await sam.post('/sign-out');
  expect(await lines()).toEqual([
    'Sam sign-in',
    'Sam read first',
    'Sam claim first',
    'Sam message first',
    'Sam note first',
    'Sam pause first',
    'Sam back first',
    'Sam end first',
    'Sam reopen first',
    'Sam end first',
    'Sam reopen first',
    'Sam reopen first (their-choice)',
    'Sam claim second',
    'Sam hand-back second',
    'Sam sign-out',
  ]);
});

it('holds that a peer has asked whether they may read what was told', async () => {
  const [ali, sam] = [await world.signIn('Ali', 'peer'), await world.signIn('Sam')];
  await ali.post('/conversations/first/claim');
  await ali.post('/conversations/first/ask-to-read');
  await sam.post('/conversations/first/ask-to-read');
  expect((await lines()).slice(3)).toEqual([
    'Ali ask-to-read first',
    'Sam ask-to-read first',
    'Sam ask-to-read first (role)',
  ]);
});

it('says of what was refused that it was, and why', async () => {
  const [sam, kim] = [await world.signIn('Sam'), await world.signIn('Kim')];
  await sam.post('/conversations/first/claim');
  await kim.post('/conversations/first/claim');
  await kim.get('/conversations/first');
  await kim.get('/audit');
  expect((await lines()).slice(3)).toEqual([
    'Kim claim first',
    'Kim claim first (taken)',
    'Kim read first (private)',
    'Kim read-audit (role)',
  ]);
});

it('holds failed sign-ins, with the account but not what was typed', async () => {
  const sam = await world.addWorker('Sam');
  await world.post('/sign-in', { email: 'sam@example.org', password: 'a guess at random' });
  await world.post('/sign-in', { email: 'nobody@example.org', password: PASSWORD });
  await world.post('/sign-in/link', { ticket: 'forged' });
  expect(await world.audited()).toMatchObject([
    { act: 'sign-in', worker: null, account: sam.id, refused: 'sign-in' },
    { act: 'sign-in', worker: null, account: null, refused: 'sign-in' },
    { act: 'sign-in', worker: null, account: null, refused: 'ticket' },
  ]);
});

it('holds no words, address, password, ticket or cookie', async () => {
  const ada = await world.signIn('Ada', 'admin');
  await ada.get('/conversations/first');
  await ada.post('/conversations/first/claim');
  await ada.post('/conversations/first/messages', { text: SECRET });
  await ada.post('/conversations/07700900123/claim');
  await world.post('/sign-in', { email: 'kim@example.org', password: PASSWORD });
  const kept = JSON.stringify(await world.audited());
  for (const secret of [SECRET, 'landlord', '@example.org', PASSWORD, '07700', ada.cookie.split('=')[1] ?? '?']) {
    expect(kept).not.toContain(secret);
  }
});

describe('reading it', () => {
  interface Page {
    entries: AuditEntry[];
    next: string | null;
  }

  it('is for admins, newest first, a page at a time, and is written down too', async () => {
    const ada = await world.signIn('Ada', 'admin');
    const { worker } = await world.signIn('Sam');
    for (let n = 0; n < 150; n++) await world.audit.write({ act: 'claim', worker, conversation: `c${n}` });
    const first = await json<Page>(await ada.get('/audit'));
    expect(first.entries.map(line).slice(0, 2)).toEqual(['Sam claim c149', 'Sam claim c148']);
    const second = await json<Page>(await ada.get(`/audit?before=${encodeURIComponent(first.next ?? '')}`));
    expect(second.entries.map(line).slice(-3)).toEqual(['Sam claim c0', 'Sam sign-in', 'Ada sign-in']);
    expect(second.next).toBeNull();
    expect((await lines()).filter((one) => one === 'Ada read-audit')).toHaveLength(2);
  });

  it.each(['worker', 'peer', 'lead'] as const)('is not for a %s', async (role) => {
    const sam = await world.signIn('Sam', role);
    expect(await outcome(await sam.get('/audit'))).toBe('403 role');
  });

  it.each([
    ['before=', '400 bad-request'],
    [`before=${'x'.repeat(301)}`, '400 bad-request'],
    ['before=forged', '200 ok'],
    ['before=%00', '200 ok'],
    ['after=1', '200 ok'],
  ])('takes ?%s', async (query, expected) => {
    const ada = await world.signIn('Ada', 'admin');
    expect(await outcome(await ada.get(`/audit?${query}`))).toBe(expected);
  });
});

describe('when nothing can be written down', () => {
  it('shows nobody, and not the audit either', async () => {
    const ada = await world.signIn('Ada', 'admin');
    away();
    for (const path of ['/conversations/first', '/audit']) {
      const reply = await ada.get(path);
      expect(reply.status).toBe(503);
      expect(await reply.text()).not.toContain('landlord');
    }
  });

  it('does nothing to anybody', async () => {
    const sam = await world.signIn('Sam');
    away();
    expect(await outcome(await sam.post('/conversations/first/claim'))).toBe('503 unavailable');
    expect(world.desk.people.get('first')?.owner).toBe('waiting');
  });

  it('signs nobody in', async () => {
    await world.addWorker('Sam');
    away();
    const reply = await world.post('/sign-in', { email: 'sam@example.org', password: PASSWORD });
    expect(await outcome(reply)).toBe('503 unavailable');
    expect(reply.headers.get('set-cookie')).toBeNull();
  });
});

it('knows a name for every route but those that show and change nothing of anybody', () => {
  const unwritten = deskRoutes({ accounts: {} } as RoutesDeps)
    .filter(({ open, audit }) => !open && audit === null)
    .map(({ method, path }) => `${method} ${path}`);
  expect(unwritten.sort()).toEqual([
    'get /accounts',
    'get /colleagues',
    'get /events',
    'get /me',
    'get /passkeys',
    'get /pauses',
    'get /reopenable',
    'get /saved-replies',
    'get /second-step',
    'get /waiting',
    // A hint that is gone in a moment: nothing is read, said or changed.
    'post /conversations/{id}/typing',
    // Nothing is on until it is confirmed.
    'post /second-step/start',
  ]);
});
