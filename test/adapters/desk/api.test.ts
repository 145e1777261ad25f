import type { DeskView, Role, Waiting } from '../../../handoff/types';
import { UnavailableError } from '../../../store/errors';
import { someone } from './fakes';
import { json, openWorld, outcome, type World } from './world';

const MINUTE = 60_000;
const START = Date.parse('2026-11-22T14:00:00Z');
const SECRET = 'my landlord is at the door again';

let world: World;
beforeEach(async () => {
  const people = [
    someone('first', START - 9 * MINUTE),
    someone('second', START - 5 * MINUTE, {
      urgent: true,
      shared: [
        { id: 1, at: START, question: 'What is going on?', text: SECRET, kind: 'words', struck: false },
        { id: 2, at: START, question: null, text: 'please leave this out', kind: 'words', struck: true },
      ],
      flags: [{ at: START, kinds: ['danger'], text: SECRET }],
    }),
  ];
  world = await openWorld(people, START);
});
afterEach(() => world.close());

describe('looking', () => {
  it('lists who is waiting, urgent first', async () => {
    const sam = await world.signIn('Sam');
    const { waiting } = await json<{ waiting: Waiting[] }>(await sam.get('/waiting'));
    expect(waiting.map(({ id }) => id)).toEqual(['second', 'first']);
    expect(JSON.stringify(waiting)).not.toContain(SECRET);
  });

  it('shows one person, without what they struck out', async () => {
    const sam = await world.signIn('Sam');
    const view = await json<DeskView>(await sam.get('/conversations/second'));
    expect(view).toMatchObject({ id: 'second', flags: [{ text: SECRET }], shared: [{ id: 1, text: SECRET }] });
    expect(view.shared).toHaveLength(1);
  });

  it('logs who read which conversation, never what it says', async () => {
    const sam = await world.signIn('Sam');
    await sam.get('/conversations/second');
    const read = world.logged.map((line) => JSON.parse(line)).find(({ msg }) => msg === 'conversation read');
    expect(read).toMatchObject({ worker: sam.worker.id, conversation: 'second' });
    expect(world.logged.join('')).not.toContain(SECRET);
  });

  it('leaves a person to the worker they are with; a lead may be asked in', async () => {
    const [sam, kim, lee] = [await world.signIn('Sam'), await world.signIn('Kim'), await world.signIn('Lee', 'lead')];
    await sam.post('/conversations/first/claim');
    expect(await outcome(await sam.get('/conversations/first'))).toBe('200 ok');
    expect(await outcome(await kim.get('/conversations/first'))).toBe('403 private');
    expect(await outcome(await lee.get('/conversations/first'))).toBe('200 ok');
  });

  it('knows nobody who is not waiting', async () => {
    const sam = await world.signIn('Sam');
    expect(await outcome(await sam.get('/conversations/nobody'))).toBe('404 unknown');
    expect(await outcome(await sam.get('/conversations/__proto__'))).toBe('404 unknown');
    expect((await sam.get('/conversations/%00')).status).toBe(404);
    expect((await sam.get(`/conversations/${'x'.repeat(300)}`)).status).toBe(404);
  });
});

describe('claiming', () => {
  it('lets one of two workers win', async () => {
    const [sam, kim] = [await world.signIn('Sam'), await world.signIn('Kim')];
    const both = await Promise.all([sam, kim].map((worker) => worker.post('/conversations/first/claim')));
    expect((await Promise.all(both.map(outcome))).sort()).toEqual(['200 ok', '409 taken']);
  });

  it('says so when they are gone', async () => {
    const sam = await world.signIn('Sam');
    expect(await outcome(await sam.post('/conversations/nobody/claim'))).toBe('409 gone');
  });
});

describe('finishing', () => {
  const end = async (body: object) => {
    const sam = await world.signIn('Sam');
    await sam.post('/conversations/first/claim');
    return outcome(await sam.post('/conversations/first/end', { outcome: 'connected', ...body }));
  };

  it('keeps with whom and what was promised, a line each', async () => {
    expect(await end({ with: ' Jo\n at the hub ', promised: 'Jo rings\u0000 you' })).toBe('200 ok');
    const [ended] = world.desk.people.get('first')?.earlier ?? [];
    expect(ended).toMatchObject({ with: 'Jo at the hub', promised: 'Jo rings you' });
  });

  it.each([{ with: 'x'.repeat(999) }, { promised: 'x'.repeat(201) }, { promised: 7 }])('takes no %j', async (body) => {
    expect(await end(body)).toBe('400 bad-request');
  });
});

describe('replying', () => {
  it('only to the person one is talking with', async () => {
    const sam = await world.signIn('Sam');
    expect(await outcome(await sam.post('/conversations/first/messages', { text: 'Hello' }))).toBe('409 not-yours');
    await sam.post('/conversations/first/claim');
    expect(await outcome(await sam.post('/conversations/first/messages', { text: 'Hello' }))).toBe('200 ok');
  });

  it('once, however often it is sent', async () => {
    const sam = await world.signIn('Sam');
    await sam.post('/conversations/first/claim');
    for (const _ of [1, 2]) await sam.post('/conversations/first/messages', { text: 'Hello', id: 'm-1' });
    await sam.post('/conversations/first/messages', { text: 'Hello' });
    expect(spoken()).toEqual(['Hello', 'Hello']);
  });

  it.each([
    ['HTML stays as text', '<b onclick="x()">Hi</b> &amp;', '<b onclick="x()">Hi</b> &amp;'],
    ['control characters go', ' a\u0000b\u0007\r\nc\td ', 'ab\nc\td'],
    ['half of a character becomes a mark', 'a\ud83d', 'a\ufffd'],
    ['emoji stay', '👩‍👩‍👧', '👩‍👩‍👧'],
    ['right-to-left stays', 'مرحبا', 'مرحبا'],
    ['as long as can be', 'é'.repeat(4000), 'é'.repeat(4000)],
  ])('%s', async (_, text, expected) => {
    const sam = await world.signIn('Sam');
    await sam.post('/conversations/first/claim');
    expect((await sam.post('/conversations/first/messages', { text })).status).toBe(200);
    expect(spoken()).toEqual([expected]);
  });

  it.each([
    ['nothing', { text: '' }],
    ['only spaces', { text: ' \n ' }],
    ['only control characters', { text: '\u0000\u0007' }],
    ['4,001 characters', { text: 'x'.repeat(4001) }],
    ['100,000 characters', { text: 'x'.repeat(100_000) }],
    ['a number', { text: 5 }],
    ['no text', { words: 'Hello' }],
    ['a list', ['Hello']],
    ['null', null],
    ['an id that is no id', { text: 'Hello', id: 'a b' }],
  ])('refuses %s, saying what is wrong and not what was sent', async (_, body) => {
    const sam = await world.signIn('Sam');
    await sam.post('/conversations/first/claim');
    const reply = await sam.post('/conversations/first/messages', body);
    expect(reply.status).toBe(400);
    const { error } = await json<{ error: { code: string; message: string } }>(reply);
    expect(error.code).toBe('bad-request');
    expect(error.message).toMatch(/body/);
    expect(error.message.length).toBeLessThan(300);
    expect(spoken()).toEqual([]);
  });

  it('refuses malformed JSON', async () => {
    const sam = await world.signIn('Sam');
    const reply = await sam.post('/conversations/first/messages', '{"text": "Hello"');
    expect(reply.status).toBe(400);
    expect(JSON.stringify(await reply.json())).not.toContain('Hello');
  });

  const spoken = () =>
    world.desk.people
      .get('first')
      ?.entries.filter(({ from }) => from === 'worker')
      .map(({ text }) => text);
});

describe('saying that one is writing', () => {
  const typing = '/conversations/first/typing';

  it('is for whoever may write to them: the worker who has them, and a second one who is beside', async () => {
    const [sam, kim] = [await world.signIn('Sam'), await world.signIn('Kim')];
    await sam.post('/conversations/first/claim');
    expect(await outcome(await sam.post(typing))).toBe('200 ok');
    const message = await outcome(await kim.post('/conversations/first/messages', { text: 'Hello' }));
    expect(await outcome(await kim.post(typing))).toBe(message);
    await sam.post('/conversations/first/ask', { to: { kind: 'anyone' }, why: 'second' });
    await kim.post('/conversations/first/join');
    expect(await outcome(await kim.post(typing))).toBe('200 ok');
    expect(world.desk.typed).toEqual([
      ['first', sam.worker.id],
      ['first', kim.worker.id],
    ]);
  });

  it('leaves no trace: no audit, no log, nothing kept, not even that the session was used', async () => {
    const sam = await world.signIn('Sam');
    await sam.post('/conversations/first/claim');
    world.clock.now += 2 * MINUTE;
    const before = [world.records.dump(), world.logged.length, structuredClone(world.desk.people)];
    for (let times = 0; times < 3; times += 1) await sam.post(typing, { text: SECRET });
    await sam.post('/conversations/second/typing');
    expect([world.records.dump(), world.logged.length, world.desk.people]).toEqual(before);
  });
});

describe('finishing', () => {
  it('says how it ended', async () => {
    const sam = await world.signIn('Sam');
    await sam.post('/conversations/first/claim');
    expect(await outcome(await sam.post('/conversations/first/end', { outcome: 'sorted' }))).toBe('400 bad-request');
    expect(await outcome(await sam.post('/conversations/first/end', { outcome: 'connected' }))).toBe('200 ok');
    expect(world.desk.people.get('first')?.outcome).toBe('connected');
    expect(await outcome(await sam.get('/conversations/first'))).toBe('404 unknown');
    expect(await outcome(await sam.post('/conversations/first/messages', { text: 'Hello' }))).toBe('409 gone');
  });

  it('is for the worker who has them', async () => {
    const [sam, kim] = [await world.signIn('Sam'), await world.signIn('Kim')];
    await sam.post('/conversations/first/claim');
    expect(await outcome(await kim.post('/conversations/first/end', { outcome: 'declined' }))).toBe('409 not-yours');
  });
});

describe('moving somebody back to the queue', () => {
  it.each<[Role, string]>([
    ['worker', '403 role'],
    ['peer', '403 role'],
    ['lead', '200 ok'],
    ['admin', '200 ok'],
  ])('as %s: %s', async (role, expected) => {
    const [sam, lee] = [await world.signIn('Sam'), await world.signIn('Lee', role)];
    await sam.post('/conversations/first/claim');
    expect(await outcome(await lee.post('/conversations/first/release'))).toBe(expected);
    const { waiting } = await json<{ waiting: Waiting[] }>(await lee.get('/waiting'));
    const moved = waiting.find(({ id }) => id === 'first');
    expect(moved).toMatchObject(
      expected === '200 ok' ? { owner: 'waiting', leftBy: 'Sam' } : { owner: 'worker', worker: { name: 'Sam' } },
    );
  });

  it('is written down: who did it, and to which conversation', async () => {
    const [sam, lee] = [await world.signIn('Sam'), await world.signIn('Lee', 'lead')];
    await sam.post('/conversations/second/claim');
    await lee.post('/conversations/second/release');
    const moved = world.logged.map((line) => JSON.parse(line)).find(({ msg }) => msg === 'conversation moved');
    expect(moved).toMatchObject({ worker: lee.worker.id, conversation: 'second' });
    expect(world.logged.join('')).not.toContain(SECRET);
  });

  it('needs somebody whom a worker has', async () => {
    const lee = await world.signIn('Lee', 'lead');
    for (const id of ['first', 'nobody', '__proto__'])
      expect(await outcome(await lee.post(`/conversations/${id}/release`))).toBe('409 gone');
  });

  it('needs somebody who is signed in', async () => {
    expect(await outcome(await world.post('/conversations/first/release', {}))).toBe('401 signed-out');
  });
});

describe('a request another website made the browser send', () => {
  it.each<[string, Record<string, string>, string]>([
    ['another origin', { origin: 'https://evil.example' }, '403 origin'],
    ['an origin that hides', { origin: 'null' }, '403 origin'],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }, '403 origin'],
    ['a neighbouring site', { 'sec-fetch-site': 'same-site' }, '403 origin'],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, '415 not-json'],
    ['plain text', { 'content-type': 'text/plain' }, '415 not-json'],
  ])('is refused: %s', async (_, headers, expected) => {
    const sam = await world.signIn('Sam');
    expect(await outcome(await sam.post('/conversations/first/claim', {}, headers))).toBe(expected);
    expect(world.desk.people.get('first')?.owner).toBe('waiting');
  });

  it('is told from our own', async () => {
    const sam = await world.signIn('Sam');
    const ours = [
      { origin: world.origin, 'sec-fetch-site': 'same-origin' },
      { origin: 'https://desk.example.org' },
      {},
    ];
    for (const headers of ours) expect((await sam.post('/conversations/first/claim', {}, headers)).status).toBe(200);
  });

  it('may be empty where there is nothing to say', async () => {
    const { cookie } = await world.signIn('Sam');
    const reply = await world.call('/api/conversations/first/claim', { method: 'POST', headers: { cookie } });
    expect(reply.status).toBe(200);
  });
});

describe('when something is wrong here', () => {
  it('asks to try again while the store is away', async () => {
    const sam = await world.signIn('Sam');
    world.desk.broken = new UnavailableError(new Error('disk /var/lib/natter is full'));
    const reply = await sam.get('/waiting');
    expect(reply.headers.get('retry-after')).toBe('5');
    expect(reply.status).toBe(503);
    expect(await reply.text()).not.toMatch(/disk|var/);
  });

  it('tells nothing of its insides, and logs no message', async () => {
    const sam = await world.signIn('Sam');
    world.desk.broken = new TypeError(`cannot read ${SECRET}`);
    const reply = await sam.get('/waiting');
    expect(await outcome(reply)).toBe('500 broken');
    const log = world.logged.join('');
    expect(log).toContain('TypeError');
    expect(log).not.toContain(SECRET);
  });
});

describe('asking somebody to join', () => {
  const toPriya = (id: string) => ({ to: { kind: 'worker', id }, why: 'take-over' });
  async function three() {
    const [sam, kim] = [await world.signIn('Sam'), await world.signIn('Kim')];
    const priya = await world.signIn('Priya', 'peer', ['families']);
    await sam.post('/conversations/first/claim');
    return { sam, priya, kim };
  }

  it('names everybody else, and the teams, and no email address', async () => {
    const { sam } = await three();
    const reply = await json<{ workers: { name: string }[] }>(await sam.get('/colleagues'));
    expect(reply).toMatchObject({ teams: [{ id: 'families' }] });
    expect(reply.workers.map(({ name }) => name).sort()).toEqual(['Kim', 'Priya']);
    expect(JSON.stringify(reply)).not.toContain('@');
  });

  it('lets the one who was asked read and join, and nobody else', async () => {
    const { sam, priya, kim } = await three();
    expect(await outcome(await priya.get('/conversations/first'))).toBe('403 private');
    expect(await outcome(await sam.post('/conversations/first/ask', toPriya(priya.worker.id)))).toBe('200 ok');
    expect(await outcome(await priya.get('/conversations/first'))).toBe('200 ok');
    expect(await outcome(await kim.get('/conversations/first'))).toBe('403 private');
    expect(await outcome(await kim.post('/conversations/first/join'))).toBe('409 not-asked');
    expect(await outcome(await priya.post('/conversations/first/join'))).toBe('200 ok');
    expect(await outcome(await sam.post('/conversations/first/leave'))).toBe('200 ok');
    expect(await outcome(await sam.get('/conversations/first'))).toBe('403 private');
  });

  it('asks a team; the list says to whom it is meant', async () => {
    const { sam, priya, kim } = await three();
    const ask = { to: { kind: 'team', id: 'families' }, why: 'second' };
    expect(await outcome(await sam.post('/conversations/first/ask', ask))).toBe('200 ok');
    const forYou = async (who: typeof sam) => {
      const { waiting } = await json<{ waiting: { id: string; forYou: boolean }[] }>(await who.get('/waiting'));
      return waiting.find(({ id }) => id === 'first')?.forYou;
    };
    expect([await forYou(sam), await forYou(priya), await forYou(kim)]).toEqual([false, true, false]);
  });

  it('knows no worker and no team that is not there', async () => {
    const { sam } = await three();
    expect(await outcome(await sam.post('/conversations/first/ask', toPriya('nobody')))).toBe('404 unknown');
    const toTeam = { to: { kind: 'team', id: '__proto__' }, why: 'second' };
    expect(await outcome(await sam.post('/conversations/first/ask', toTeam))).toBe('404 unknown');
    expect(await outcome(await sam.post('/conversations/first/ask', { why: 'second' }))).toBe('400 bad-request');
  });
});
