import { openBots, worker } from './world';

async function withSam(channel: 'web' | 'sms' = 'web') {
  const bots = openBots();
  const say = (text: string) => bots.says('someone', text, undefined, channel);
  for (const text of ['my bills are piling up', 'person', 'Yes, ask a worker', 'skip', 'skip', 'skip']) await say(text);
  await bots.desk.claim('someone', worker('Sam'));
  return { ...bots, say };
}

test('Natter goes on with them, says so, and what they said is still there', async () => {
  const { desk, say, answer, memory } = await withSam();
  expect(await desk.handBack('someone', worker('Sam'))).toEqual({ ok: true });
  expect((await answer('someone')).join('\n')).toMatch(/Sam has (gone|left)/);
  expect(await desk.list()).toEqual([]);
  await say('Money worries');
  expect((await answer('someone')).join('\n')).toContain('Money worries can come to anyone');
  expect((await memory('someone')).story.lines.map(({ text }) => text)).toContain('my bills are piling up');
});

test('they can ask for a person again, and wait at their place', async () => {
  const { desk, say } = await withSam();
  await desk.handBack('someone', worker('Sam'));
  for (const text of ['person', 'Yes, ask a worker']) await say(text);
  expect(await desk.list()).toMatchObject([{ id: 'someone', owner: 'waiting', worker: null }]);
});

test('nothing has ended: no outcome is kept', async () => {
  const { desk, memory } = await withSam();
  await desk.handBack('someone', worker('Sam'));
  expect((await memory('someone')).outcomes).toEqual([]);
});

test('only who is talking with them can hand them back', async () => {
  const { desk } = await withSam();
  expect(await desk.handBack('someone', worker('Kim'))).toEqual({ ok: false, why: 'not-yours' });
});

test('somebody who wants no more messages is told nothing', async () => {
  const { desk, say, posted } = await withSam('sms');
  await say('STOP');
  const before = posted.length;
  await desk.handBack('someone', worker('Sam'));
  expect(posted).toHaveLength(before);
});
