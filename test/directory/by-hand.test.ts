import { listingByHand, localHelpSchema } from '../../directory/by-hand';

const entry = {
  id: 'choir',
  name: 'Choir',
  kind: 'community',
  topics: ['loneliness'],
  what: 'Sing with others.',
  who: 'For anyone.',
  when: 'Mondays.',
  cost: 'Free.',
  next: 'Come along.',
  checked: '2026-11-22',
};
const listed = (more: object = {}) =>
  listingByHand('example', localHelpSchema.parse({ ...entry, ...more }), () => null);

test('an entry may say by when it has to be checked again', () => {
  expect(listed().checkBy).toBeNull();
  expect(listed({ 'check-by': '2027-05-22' }).checkBy).toBe('2027-05-22');
  expect(localHelpSchema.safeParse({ ...entry, 'check-by': 'in May' }).success).toBe(false);
});

test.each<[string, boolean | null]>([
  ['Free.', true],
  ['Free, with soup.', true],
  ['£4 a bag, or free if you ask.', null],
  ['Pay what you can.', null],
  ['50p if you have it.', null],
  ['£3.', false],
])('whether it is free where its cost is "%s"', (cost, free) => expect(listed({ cost }).cost.free).toBe(free));
