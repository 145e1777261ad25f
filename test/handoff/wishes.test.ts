import fc from 'fast-check';
import { noWish, readWish } from '../../handoff/wishes';

const teams = [
  { id: 'families', name: 'Families Team' },
  { id: 'money', name: 'Money and Home Team' },
  { id: 'young', name: "Young People's Team" },
];
const wish = (text: string) => readWish(text, teams);
const from = (id: string) => ({ ...noWish(), from: [id] });
const not = (id: string) => ({ ...noWish(), not: [id] });

test.each([
  ['someone from money', from('money')],
  ['the Money and Home Team please', from('money')],
  ['the money people', from('money')],
  ["I don't mind, maybe someone from the young people's team", from('young')],
  ['not the Families Team', not('families')],
  ['Anyone but the families team', not('families')],
  ["please don't give me anyone from families", not('families')],
  ['not families team but someone from money', { from: ['money'], not: ['families'], peer: false }],
  ["someone who's been through it", { ...noWish(), peer: true }],
  ['Someone with lived experience', { ...noWish(), peer: true }],
])('%s', (text, read) => {
  expect(wish(text)).toEqual(read);
});

test.each([
  'a woman if possible',
  'someone not from the school',
  'someone who could come to my home',
  'I have no money',
  'a young man',
  'not somebody who has been through it',
  '',
])('only a worker can read "%s"', (text) => {
  expect(wish(text)).toEqual(noWish());
});

test('whatever they write, and whatever a team is called, it is read', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), (text, name) => {
      expect(readWish(text, [{ id: 'a', name }])).toMatchObject({ peer: expect.any(Boolean) });
    }),
  );
});

test('20,000 letters are left to the worker at once', () => {
  expect(wish('not from money '.repeat(1400))).toEqual(noWish());
});
