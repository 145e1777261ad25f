import { type AskTopics, withoutTelling, withSecondOpinion } from '../../understanding/second-opinion';
import type { Reading, Understanding } from '../../understanding/types';

const reading: Reading = {
  topics: [
    { id: 'money', score: 0.6 },
    { id: 'housing', score: 0.5 },
  ],
  safety: { tier: 'none', kinds: [] },
  about: 'self',
  young: null,
  language: 'en',
};
const first = (read: Partial<Reading> = {}): Understanding => ({
  read: async () => ({ ...reading, ...read }),
  reply: () => ({ choice: null, command: null }),
});
const TEXT = 'the landlord wants more than I earn';

test('each opinion counts for half, and a topic that only the other one heard is told', async () => {
  const { read } = withSecondOpinion(first(), async () => ({ housing: 0.9, work: 0.4 }));
  expect((await read(TEXT)).topics).toEqual([
    { id: 'housing', score: 0.7 },
    { id: 'money', score: 0.3 },
    { id: 'work', score: 0.2 },
  ]);
});

test('everything else stays as it was read here', async () => {
  const liar: AskTopics = async () => ({ money: 7, safety: { tier: 'none' } }) as never;
  const { topics, ...rest } = await withSecondOpinion(first({ young: true }), liar).read(TEXT);
  const { topics: _, ...own } = reading;
  expect(rest).toEqual({ ...own, young: true });
  expect(topics.every(({ score }) => score >= 0 && score <= 1)).toBe(true);
});

test.each(['now', 'check'] as const)('a message with words about danger (%s) is never sent', async (tier) => {
  const ask = jest.fn<ReturnType<AskTopics>, [string]>();
  const read = withSecondOpinion(first({ safety: { tier, kinds: ['abuse'] } }), ask).read(TEXT);
  expect((await read).safety.tier).toBe(tier);
  expect(ask).not.toHaveBeenCalled();
});

test.each([
  ['gives no answer', async () => null],
  ['fails', async () => Promise.reject(new Error('away'))],
] as [string, AskTopics][])('when it %s all stays as it was', async (_, ask) => {
  expect(await withSecondOpinion(first(), ask).read(TEXT)).toEqual(reading);
});

test('what could tell who or where somebody is does not leave', () => {
  const sent = withoutTelling(
    'I am at LS6 3QA, ring 07700 900142 or mail jo@example.org, born 03/04/1988, see www.example.org/jo',
  );
  for (const telling of ['LS6', '3QA', '07700', '900142', 'jo@', '1988', 'www', 'example'])
    expect(sent).not.toContain(telling);
  expect(sent).toContain('ring');
});
