import { createRepair } from '../../understanding/reading/repair';

/** The most common first, as they stand in what was learnt. */
const repair = createRepair([
  'the',
  'want',
  'have',
  'this',
  'with',
  'knife',
  'landlord',
  'school',
  'went',
  'crisps',
  'hand',
]);

test.each([
  ['teh', 'the'],
  ['hte', 'the'],
  ['wnat', 'want'],
  ['thsi', 'this'],
  ['wiht', 'with'],
  ['kinfe', 'knife'],
  ['landlrd', 'landlord'],
  ['lanndlord', 'landlord'],
  ['landlotd', 'landlord'],
  ['schol', 'school'],
  ['havve', 'have'],
])('%s is a slip for %s', (written, meant) => expect(repair(written)).toBe(meant));

test.each(['want', 'school', 'xylophone', 'an', '2moro', 'hundred', 'ham', ''])('%s stays as it is', (word) =>
  expect(repair(word)).toBe(word),
);

test('the more common word is the likelier one', () => expect(repair('wnt')).toBe('want'));
