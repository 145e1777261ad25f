import { createBots } from '../../bots';
import type { Memory } from '../../bots/memory';
import { createPresence } from '../../handoff/presence';
import { openSqliteStore } from '../../store/sqlite/store';
import type { SecondOpinion } from '../../understanding/second-opinion';
import { TUESDAY_10AM, talk } from './world';

/** Somebody who has opened a chat on the web, beside an operator's own model. */
async function openWith(secondOpinion: SecondOpinion) {
  const store = openSqliteStore(':memory:');
  let ids = 0;
  const { conversations } = createBots({
    store,
    talk: { ...talk, secondOpinion },
    now: () => TUESDAY_10AM,
    newId: () => `id-${++ids}`,
    retention: { unclaimed: 30, claimed: 365 },
    random: () => 0.5,
    presence: createPresence({ records: store.records, now: () => TUESDAY_10AM }),
    carriers: new Map(),
    log: { error: () => undefined, warn: () => undefined },
  });
  const receive = (activity: object) =>
    conversations.receive({ id: `m-${++ids}`, channel: 'web', conversation: 'c', activity, beside: {} });
  await receive({ type: 'conversationUpdate', membersAdded: [{ id: 'person', name: '' }] });
  return {
    says: (text: string) => receive({ type: 'message', text }),
    memory: async () => JSON.parse((await store.load('c')).conversation?.body ?? 'null') as Memory,
  };
}

test.each([
  ['a choice', 'Money worries'],
  ['a command', 'delete'],
  ['words about danger', 'my husband hits me and the kids'],
  ['another language', 'cześć, nie mam pieniędzy na czynsz, proszę o pomoc'],
])('%s is never sent', async (_, text) => {
  const ask = jest.fn<ReturnType<SecondOpinion>, Parameters<SecondOpinion>>(async (__, topics) => topics);
  await (await openWith(ask)).says(text);
  expect(ask).not.toHaveBeenCalled();
});

test('what is written to a worker, or while one is awaited, is never sent', async () => {
  const ask = jest.fn<ReturnType<SecondOpinion>, Parameters<SecondOpinion>>(async (__, topics) => topics);
  const { says } = await openWith(ask);
  await says('it has been a strange old week of it really');
  for (const text of ['person', 'Yes, ask a worker', 'skip', 'skip', 'skip']) await says(text);
  ask.mockClear();
  await says('are you there, I have been thinking about the other thing');
  expect(ask).not.toHaveBeenCalled();
});

test('words of their own are sent, and what comes back decides where they lead', async () => {
  const { says, memory } = await openWith(async () => [{ id: 'grief', score: 0.9 }]);
  await says('it has been a strange old week of it really');
  expect((await memory()).engine.at?.flow).toBe('grief');
});
