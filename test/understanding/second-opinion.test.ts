import { type AskTopics, secondOpinion, withoutTelling } from '../../understanding/second-opinion';
import type { Reading } from '../../understanding/types';

const topics: Reading['topics'] = [
  { id: 'money', score: 0.6 },
  { id: 'housing', score: 0.5 },
];
const TEXT = 'the landlord wants more than I earn';

test('what both have heard of counts half by each, and what only one has heard of is told too', async () => {
  const again = secondOpinion(async () => ({ housing: 0.9, work: 0.4 }));
  expect(await again(TEXT, topics)).toEqual([
    { id: 'housing', score: 0.7 },
    { id: 'money', score: 0.6 },
    { id: 'work', score: 0.2 },
  ]);
});

test('scores stay between 0 and 1, whatever is answered', async () => {
  const again = secondOpinion(async () => ({ money: 70, housing: Number.NaN, work: -3 }));
  expect(await again(TEXT, topics)).toEqual([
    { id: 'money', score: 0.8 },
    { id: 'housing', score: 0.5 },
  ]);
});

test.each([
  ['gives no answer', async () => null],
  ['fails', async () => Promise.reject(new Error('away'))],
] as [string, AskTopics][])('when it %s all stays as it was', async (_, ask) => {
  expect(await secondOpinion(ask)(TEXT, topics)).toEqual(topics);
});

test('a word or two are not sent', async () => {
  const ask = jest.fn<ReturnType<AskTopics>, [string]>();
  expect(await secondOpinion(ask)('the rent', topics)).toEqual(topics);
  expect(ask).not.toHaveBeenCalled();
});

test.each([
  ['I live at LS6 3QA', ['LS6', '3QA']],
  ['at ls6-3qa next to the park', ['ls6', '3qa']],
  ['ring me on 07700 900142 please', ['07700', '900142']],
  ['it is 077,009,001,42', ['077']],
  ['٠٧٧٠٠ ٩٠٠١٤٢ is mine', ['٠٧٧', '١٤٢']],
  ['０７７００９００１４２ is mine', ['０７７', '07700']],
  ['mail jo.smith@example.org or jo @ example.org', ['jo', 'example']],
  ['I am @jo_smith there', ['jo_smith']],
  ['see facebook.com/jo.smith or https://example.org/jo', ['facebook', 'jo']],
  ['born 03/04/1988 in the north', ['1988']],
])('of "%s" nothing leaves that tells who or where they are', (text, telling) => {
  const sent = withoutTelling(text);
  for (const part of telling) expect(sent).not.toContain(part);
  expect(sent).toContain('...');
});

test('what is sent is no longer than 2,000 letters', () =>
  expect(withoutTelling('so much to say '.repeat(400))).toHaveLength(2_000));
