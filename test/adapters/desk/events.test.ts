import { PATIENCE } from '../../../handoff/patience';
import { SESSION_IDLE } from '../../../handoff/sessions';
import { someone } from './fakes';
import { openWorld, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await openWorld([someone('first', Date.now())]);
});
afterEach(() => world.close());

/** Reads a stream until what came fits, or the stream ends. */
async function listen(reply: Response) {
  const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    until: async (pattern: RegExp): Promise<string> => {
      while (!pattern.test(text)) {
        const { done, value } = (await reader?.read()) ?? { done: true, value: '' };
        if (done) break;
        text += value;
      }
      return text;
    },
    rest: async (): Promise<string> => {
      for (;;) {
        const { done, value } = (await reader?.read()) ?? { done: true, value: '' };
        if (done) return text;
        text += value;
      }
    },
  };
}

const lastId = (text: string): string => [...text.matchAll(/^id: (.+)$/gm)].at(-1)?.[1] ?? '';

it('wakes up whoever is listening, with an id and nothing that was said', async () => {
  const sam = await world.signIn('Sam');
  const reply = await sam.get('/events');
  expect(reply.headers.get('content-type')).toMatch(/^text\/event-stream/);
  expect(reply.headers.get('cache-control')).toContain('no-store');
  const stream = await listen(reply);
  await stream.until(/retry/);
  world.desk.hear('first', 'something private');
  const text = await stream.until(/event: changed\ndata: .+\n\n/);
  expect(text).toMatch(/id: .+\nevent: changed\ndata: {"id":"first"}\n\n/);
  expect(text).not.toContain('private');
});

it('tells the workers who are with somebody that they are writing, and nobody else', async () => {
  const [kim, sam, ada] = [await world.signIn('Kim'), await world.signIn('Sam'), await world.signIn('Ada', 'admin')];
  await kim.post('/conversations/first/claim');
  const pages = [
    await kim.get('/events'),
    await kim.get('/events'),
    await sam.get('/events'),
    await ada.get('/events'),
  ];
  const [one, other, sams, adas] = await Promise.all(pages.map(listen));
  for (const stream of [one, other, sams, adas]) await stream?.until(/still here/);
  world.desk.writes('first');
  const hint = /event: typing\ndata: {"id":"first"}\n\n/;
  for (const stream of [one, other]) expect(await stream?.until(hint)).toMatch(hint);

  await kim.post('/conversations/first/ask', { to: { kind: 'anyone' }, why: 'second' });
  await sam.post('/conversations/first/join');
  expect(await sams?.until(/(changed[\s\S]*){2}/)).not.toContain('typing');
  world.desk.writes('first');
  for (const stream of [one, other]) expect(await stream?.until(/(typing[\s\S]*){2}/)).toMatch(/(typing[\s\S]*){2}/);
  expect(await sams?.until(hint)).toMatch(hint);
  // Whatever came to the admin meanwhile, this was not among it.
  world.desk.hear('first', 'hello');
  expect(await adas?.until(/(changed[\s\S]*){3}/)).not.toContain('typing');
});

it('counts a hint as nothing that a page could have missed', async () => {
  const kim = await world.signIn('Kim');
  await kim.post('/conversations/first/claim');
  const first = await listen(await kim.get('/events'));
  const seen = lastId(await first.until(/retry/));
  world.desk.writes('first');
  const text = await first.until(/typing[\s\S]*\n\n/);
  expect(lastId(text)).toBe(seen);
  const again = await listen(await kim.get('/events', { 'Last-Event-ID': seen }));
  expect(await again.until(/still here/)).not.toMatch(/changed|typing/);
});

it('keeps the line open with comments', async () => {
  const sam = await world.signIn('Sam');
  const stream = await listen(await sam.get('/events'));
  expect(await stream.until(/: still here\n\n: still here/)).toContain(': still here');
});

it('tells a page that comes back whether it missed anything', async () => {
  const sam = await world.signIn('Sam');
  const first = await listen(await sam.get('/events'));
  const seen = lastId(await first.until(/retry/));
  const nothing = await listen(await sam.get('/events', { 'Last-Event-ID': seen }));
  expect(await nothing.until(/still here/)).not.toContain('changed');
  world.desk.hear('first', 'hello');
  const missed = await listen(await sam.get('/events', { 'Last-Event-ID': seen }));
  expect(await missed.until(/\n\n/)).toContain('event: changed\ndata: {"id":null}');
  const restarted = await listen(await sam.get('/events', { 'Last-Event-ID': 'before-1' }));
  expect(await restarted.until(/\n\n/)).toContain('event: changed\ndata: {"id":null}');
});

it('ends when the worker signs out', async () => {
  const sam = await world.signIn('Sam');
  const stream = await listen(await sam.get('/events'));
  await stream.until(/retry/);
  await sam.post('/sign-out');
  expect(await stream.rest()).toMatch(/event: signed-out\ndata: {}\n\n$/);
});

it('ends when the session does; listening alone does not keep it', async () => {
  const sam = await world.signIn('Sam');
  const stream = await listen(await sam.get('/events'));
  await stream.until(/still here/);
  world.clock.now += SESSION_IDLE;
  expect(await stream.rest()).toMatch(/event: signed-out/);
});

/** Whether somebody is there, as soon as it is what it should be. */
async function becomes(worker: string, there: boolean): Promise<boolean> {
  for (let tries = 0; tries < 100 && (await world.presence.seen(worker)) !== there; tries += 1)
    await new Promise((done) => {
      setTimeout(done, 20);
    });
  return world.presence.seen(worker);
}

describe('whoever listens is there', () => {
  it('from the moment they listen, for as long as they do, and for a while after', async () => {
    const sam = await world.signIn('Sam');
    expect(await world.presence.seen(sam.worker.id)).toBe(false);
    const leaving = new AbortController();
    const reply = await fetch(`${world.origin}/desk/api/events`, {
      headers: { cookie: sam.cookie },
      signal: leaving.signal,
    });
    await (await listen(reply)).until(/retry/);
    expect(await becomes(sam.worker.id, true)).toBe(true);
    for (let minutes = 0; minutes < 5; minutes += 1) {
      world.clock.now += PATIENCE.presentMs;
      expect(await becomes(sam.worker.id, true)).toBe(true);
    }
    leaving.abort();
    await new Promise((done) => {
      setTimeout(done, 200);
    });
    world.clock.now += PATIENCE.presentMs;
    expect(await becomes(sam.worker.id, false)).toBe(false);
  });

  it('and is gone when they sign out of their last page', async () => {
    const [one, other] = [await world.signIn('Sam'), await world.signIn('Sam')];
    for (const page of [one, other]) await (await listen(await page.get('/events'))).until(/retry/);
    expect(await becomes(one.worker.id, true)).toBe(true);
    await one.post('/sign-out');
    expect(await world.presence.seen(one.worker.id)).toBe(true);
    await other.post('/sign-out');
    expect(await world.presence.seen(one.worker.id)).toBe(false);
    // Nothing that was still on its way brings them back.
    await new Promise((done) => {
      setTimeout(done, 200);
    });
    expect(await world.presence.seen(one.worker.id)).toBe(false);
  });

  it('but not whose session is over', async () => {
    const sam = await world.signIn('Sam');
    const stream = await listen(await sam.get('/events'));
    await stream.until(/still here/);
    world.clock.now += SESSION_IDLE;
    await stream.rest();
    expect(await world.presence.seen(sam.worker.id)).toBe(false);
  });
});

it('ends at once when the worker signs out everywhere, and soon at another process', async () => {
  const other = await openWorld([], Date.now(), world.records);
  try {
    const sam = await world.signIn('Sam');
    const kim = await world.signIn('Kim');
    const one = await listen(await sam.get('/events'));
    const two = await listen(await other.call('/api/events', { headers: { cookie: sam.cookie } }));
    const kims = await listen(await kim.get('/events'));
    for (const stream of [one, two, kims]) await stream.until(/retry/);
    await sam.post('/sign-out/everywhere');
    for (const stream of [one, two]) expect(await stream.rest()).toMatch(/event: signed-out\ndata: {}\n\n$/);
    world.desk.hear('first', 'hello');
    expect(await kims.until(/event: changed/)).not.toContain('signed-out');
  } finally {
    await other.close();
  }
});
