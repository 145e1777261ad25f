import { PATIENCE } from '../../handoff/patience';
import { openBots, worker } from './world';

const MINUTE = 60_000;
const ASKED = 'Are you still there?';
const SAM = worker('Sam');

/** Somebody whom Sam has picked up, and to whom he has written; he stays at the desk. */
async function withSam(channel: 'web' | 'sms' = 'web') {
  const bots = openBots();
  const say = (text: string) => bots.says('jo', text, undefined, channel);
  for (const text of ['my bills are piling up', 'person', 'Yes, ask a worker', 'skip', 'skip', 'skip']) await say(text);
  await bots.desk.claim('jo', SAM);
  let n = 0;
  const writes = (text: string) => bots.desk.say('jo', SAM, text, `m-${n++}`);
  await writes('Hello, how are you?');
  return {
    ...bots,
    say,
    writes,
    async pass(minutes: number) {
      for (let left = minutes; left > 0; left -= 1) {
        await bots.presence.renew('sam');
        await bots.later(MINUTE);
      }
    },
    /** How often they have been asked. */
    asked: async () => (await bots.seen('jo')).filter(({ text }) => text?.startsWith(ASKED)).length,
  };
}

test('half an hour after the worker wrote they are asked once, and then left in peace', async () => {
  const { pass, asked, writes } = await withSam();
  await pass(29);
  expect(await asked()).toBe(0);
  await pass(1);
  expect(await asked()).toBe(1);
  await writes('Take your time.');
  await pass(3 * 60);
  expect(await asked()).toBe(1);
});

test('it counts from the last message of the worker', async () => {
  const { pass, asked, writes } = await withSam();
  await pass(20);
  await writes('No hurry.');
  await pass(29);
  expect(await asked()).toBe(0);
  await pass(1);
  expect(await asked()).toBe(1);
});

test('whoever has answered is not asked; after the next silence they may be', async () => {
  const { pass, asked, say, writes } = await withSam();
  await pass(29);
  await say('sorry, the kids');
  await pass(60);
  expect(await asked()).toBe(0);
  await writes('That is fine.');
  await pass(30);
  expect(await asked()).toBe(1);
});

test('they are told the way back and the way out, and the worker sees that Natter asked', async () => {
  const { pass, answer, desk, say } = await withSam();
  await pass(30);
  const words = (await answer('jo')).join('\n');
  expect(words).toContain('whenever you like');
  expect(words).toContain('end chat');
  expect((await desk.view('jo'))?.entries.filter(({ from }) => from === 'desk')).toMatchObject([
    { text: expect.stringContaining('Natter has asked if they are still there') },
  ]);
  await say('yes, here');
  expect(await desk.list()).toMatchObject([{ owner: 'worker', worker: { name: 'Sam' } }]);
});

test('on a phone it is one text to their own number, and the worker’s note of it is not sent', async () => {
  const { pass, posted } = await withSam('sms');
  const before = posted.length;
  await pass(60);
  const texts = posted.slice(before).map(({ activity }) => activity.text ?? '');
  expect(texts.filter((text) => text.includes(ASKED))).toHaveLength(1);
  expect(texts.join('\n')).not.toContain('Natter has asked');
});

test('a timer that rings late, after they have written, asks nothing and does not ring again', async () => {
  const { say, asked, turns, store, clock } = await withSam();
  await say('here');
  await turns.receive({
    id: 'late',
    channel: 'web',
    conversation: 'jo',
    activity: { type: 'event', name: 'natter/timer', value: { id: 'gone-quiet' } },
  });
  expect(await asked()).toBe(0);
  expect((await store.due(clock.now + PATIENCE.quietMs * 2, 10)).map(({ id }) => id)).not.toContain('gone-quiet');
});

test.each(['end', 'hand back', 'STOP', 'end chat'])('%s: nobody is asked any more', async (how) => {
  const { desk, say, pass, asked } = await withSam('sms');
  if (how === 'end') await desk.end('jo', SAM, 'connected');
  else if (how === 'hand back') await desk.handBack('jo', SAM);
  else await say(how);
  await pass(90);
  expect(await asked()).toBe(0);
});

test('a worker who joins and says nothing, or keeps a note, has not asked for an answer', async () => {
  const bots = openBots();
  await bots.asksForAPerson('jo');
  await bots.desk.claim('jo', SAM);
  await bots.desk.note('jo', SAM, 'reading first', 'n-1');
  expect((await bots.memory('jo')).quietAt).toBeNull();
});

test('for the next worker it begins anew', async () => {
  const { pass, desk, asked, clock, store } = await withSam();
  await pass(29);
  await desk.release('jo', { ...worker('Lee'), role: 'lead' });
  await desk.claim('jo', worker('Kim'));
  await pass(2);
  expect(await asked()).toBe(0);
  expect((await store.due(clock.now + PATIENCE.quietMs * 2, 10)).map(({ id }) => id)).not.toContain('gone-quiet');
});
