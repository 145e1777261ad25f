import { someone } from './fakes';
import { json, openWorld, outcome, type World } from './world';

const SECRET = 'my landlord is at the door again';
const SOON = Date.now();

let world: World;
beforeEach(async () => {
  const shared = [{ id: 1, at: 1, question: null, text: SECRET, kind: 'words' as const, struck: false }];
  const entries = [{ seq: 1, at: 1, from: 'person' as const, name: null, text: SECRET }];
  world = await openWorld([someone('jo', SOON, { channel: 'sms', shared, entries }), someone('ann', SOON)]);
});
afterEach(() => world.close());

/** Sam has talked with both, and ended both. */
async function endedBoth() {
  const sam = await world.signIn('Sam');
  for (const [id, how] of [
    ['jo', 'connected'],
    ['ann', 'declined'],
  ]) {
    await sam.post(`/conversations/${id}/claim`);
    await sam.post(`/conversations/${id}/end`, { outcome: how });
  }
  return sam;
}

it('lists what a worker ended, with nothing that was said', async () => {
  const sam = await endedBoth();
  const reply = await sam.get('/reopenable');
  const text = await reply.text();
  expect(text).not.toContain(SECRET);
  const by = { id: sam.worker.id, name: 'Sam' };
  expect(JSON.parse(text).ended).toEqual([
    { id: 'jo', channel: 'sms', at: expect.any(Number), outcome: 'connected', worker: by },
    { id: 'ann', channel: 'web', at: expect.any(Number), outcome: 'declined', worker: by },
  ]);
});

it.each([
  ['worker', 0],
  ['peer', 0],
  ['lead', 2],
  ['admin', 2],
] as const)('of what another worker ended, a role of %s sees %d', async (role, count) => {
  await endedBoth();
  const lou = await world.signIn('Lou', role);
  expect((await json<{ ended: [] }>(await lou.get('/reopenable'))).ended).toHaveLength(count);
});

it('opens one again, which is read only by whoever has it then', async () => {
  const sam = await endedBoth();
  expect(await outcome(await sam.get('/conversations/jo'))).toBe('404 unknown');
  expect(await outcome(await sam.post('/conversations/jo/reopen'))).toBe('200 ok');
  expect(await outcome(await sam.get('/conversations/jo'))).toBe('200 ok');
  const kim = await world.signIn('Kim');
  expect(await outcome(await kim.get('/conversations/jo'))).toBe('403 private');
  expect(await outcome(await kim.post('/conversations/jo/reopen'))).toBe('409 taken');
});

it('says in words why one cannot be opened again', async () => {
  const sam = await endedBoth();
  const reply = await sam.post('/conversations/ann/reopen');
  expect(reply.status).toBe(409);
  expect(await json(reply)).toEqual({
    error: { code: 'their-choice', message: 'They chose not to go on, so only they can come back.' },
  });
});

it('takes only the times there are for stepping away, and says which those are now', async () => {
  const sam = await world.signIn('Sam');
  await sam.post('/conversations/jo/claim');
  const { pauses } = await json<{ pauses: { for: string; until: number }[] }>(await sam.get('/pauses'));
  expect(pauses.map(({ for: wanted }) => wanted)).toEqual(['10-minutes', '30-minutes', 'hour', 'tomorrow']);
  for (const wanted of ['12-minutes', '', 10, null])
    expect(await outcome(await sam.post('/conversations/jo/pause', { for: wanted }))).toBe('400 bad-request');
  expect(await outcome(await sam.post('/conversations/jo/pause', { for: 'hour' }))).toBe('200 ok');
  const { waiting } = await json<{ waiting: { id: string; pausedUntil?: number }[] }>(await sam.get('/waiting'));
  expect(waiting.find(({ id }) => id === 'jo')?.pausedUntil).toBe(world.clock.now + 60 * 60_000);
});
