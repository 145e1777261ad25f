import { readMemory } from '../../bots/memory';
import { openBots, worker } from './world';

const NOTE = 'asked the school nurse to ring on tuesday';

/** Somebody whom Sam has picked up, and beside whom he has kept a note. */
async function noted(channel: 'web' | 'sms') {
  const bots = openBots();
  const say = (text: string) => bots.says('someone', text, undefined, channel);
  for (const text of ['my bills are piling up', 'person', 'Yes, ask a worker', 'skip', 'skip', 'skip']) await say(text);
  await bots.desk.claim('someone', worker('Sam'));
  const kept = await bots.desk.note('someone', worker('Sam'), NOTE, 'n-1');
  await bots.desk.note('someone', worker('Sam'), NOTE, 'n-1');
  await bots.later(1_000);
  return { ...bots, kept };
}

test('a note stands at the desk with the name of who wrote it, once', async () => {
  const { desk, kept } = await noted('web');
  expect(kept).toEqual({ ok: true });
  const notes = (await desk.view('someone'))?.entries.filter(({ text }) => text === NOTE);
  expect(notes).toMatchObject([{ from: 'desk', name: 'Sam' }]);
});

test.each(['web', 'sms'] as const)(
  'the person never sees it (%s), and it is no part of their story',
  async (channel) => {
    const { seen, posted, store } = await noted(channel);
    expect(JSON.stringify(await seen('someone'))).not.toContain(NOTE);
    expect(JSON.stringify(posted)).not.toContain(NOTE);
    const { conversation } = await store.load('someone');
    expect(JSON.stringify(readMemory(conversation?.body ?? '{}').story)).not.toContain(NOTE);
  },
);

test('only who is talking with them keeps notes', async () => {
  const { desk } = await noted('web');
  expect(await desk.note('someone', worker('Kim'), NOTE, 'n-2')).toEqual({ ok: false, why: 'not-yours' });
});

test('a note can be kept beside somebody who wants no more messages', async () => {
  const { desk, says } = await noted('sms');
  await says('someone', 'STOP', undefined, 'sms');
  expect(await desk.note('someone', worker('Sam'), 'they said stop', 'n-3')).toEqual({ ok: true });
});
