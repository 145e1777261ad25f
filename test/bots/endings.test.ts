import { openBots, worker } from './world';

async function withSam(channel: 'web' | 'sms' = 'web') {
  const bots = openBots();
  const say = (text: string) => bots.says('someone', text, undefined, channel);
  for (const text of ['my bills are piling up', 'person', 'Yes, ask a worker', 'skip', 'skip', 'skip']) await say(text);
  await bots.desk.claim('someone', worker('Sam'));
  return { ...bots, say, told: async () => (await bots.answer('someone')).join('\n') };
}

const AGREED = { with: 'Jo at Hazelford Advice', promised: 'Jo rings you on Monday <b>{place}</b>' };

test('what was promised is told in the goodbye, in the words of the worker', async () => {
  const { desk, told } = await withSam();
  await desk.end('someone', worker('Sam'), 'connected', AGREED);
  expect(await told()).toContain(`Sam said: "${AGREED.promised}"`);
  expect(await told()).not.toContain(AGREED.with);
});

test('where nothing was promised, nothing is said of it', async () => {
  const { desk, told } = await withSam();
  await desk.end('someone', worker('Sam'), 'connected', { with: AGREED.with });
  expect(await told()).not.toContain('said:');
});

test('it is kept, and the next worker sees it when they come back', async () => {
  const { desk, say, memory } = await withSam();
  await desk.end('someone', worker('Sam'), 'connected', AGREED);
  expect((await memory('someone')).outcomes).toMatchObject([{ outcome: 'connected', worker: 'sam', ...AGREED }]);
  for (const text of ['person', 'Yes, ask a worker']) await say(text);
  await desk.claim('someone', worker('Kim'));
  expect((await desk.view('someone'))?.earlier).toMatchObject([{ name: 'Sam', outcome: 'connected', ...AGREED }]);
});

test('an ending with nothing to tell is not shown to the next worker', async () => {
  const { desk, say } = await withSam();
  await desk.end('someone', worker('Sam'), 'declined');
  for (const text of ['person', 'Yes, ask a worker']) await say(text);
  expect((await desk.view('someone'))?.earlier).toEqual([]);
});

test('whoever wants no more messages is told nothing, and "delete what I said" takes it with it', async () => {
  const { desk, say, posted } = await withSam('sms');
  await say('STOP');
  const before = posted.length;
  await desk.end('someone', worker('Sam'), 'connected', AGREED);
  expect(posted).toHaveLength(before);
  const other = await withSam();
  await other.desk.end('someone', worker('Sam'), 'connected', AGREED);
  await other.say('delete what i said');
  await other.say('Yes, delete it');
  expect(JSON.stringify(await other.memory('someone'))).not.toContain('Jo');
});

test('only who has them can end it', async () => {
  const { desk, memory } = await withSam();
  expect(await desk.end('someone', worker('Kim'), 'connected', AGREED)).toEqual({ ok: false, why: 'not-yours' });
  expect((await memory('someone')).outcomes).toEqual([]);
});
