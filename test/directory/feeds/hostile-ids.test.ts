import { idOf } from '../../../directory/feeds/part';
import { readService } from '../../../directory/feeds/service';

test.each([
  ['half a character', 'a\ud800'],
  ['a control character', 'a\u0000b'],
  ['a line break', 'a\nb'],
  ['an invisible character', 'a\u200bb'],
  ['a character that is not assigned', 'a\u0378'],
  ['more than 200 characters', 'a'.repeat(201)],
])('a service whose id has %s is told of and left out', (_, id) => {
  const { listing, faults } = readService({ id, name: 'A' }, 'feed', '2026-06-01');
  expect(listing).toBeNull();
  expect(faults).toMatchObject([{ service: null, field: 'id' }]);
});

test.each([
  ['a'.repeat(200), 'a'.repeat(200)],
  [' é-1/2 ', 'é-1/2'],
  [42, '42'],
])('%j is an id', (id, read) => {
  expect(idOf({ id })).toBe(read);
});
