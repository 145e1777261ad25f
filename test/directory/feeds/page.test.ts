import { readPage } from '../../../directory/feeds/page';
import { sample } from './samples';

test.each<[string, unknown, unknown]>([
  [
    'Open Referral UK 3',
    { total_items: 2, total_pages: 1, page_number: 1, size: 2, last_page: true, empty: false, contents: [1, 2] },
    { items: [1, 2], isLast: true, said: 2 },
  ],
  [
    'Open Referral UK 1',
    { totalElements: 9, totalPages: 2, number: 1, size: 1, first: true, last: false, content: [1] },
    { items: [1], isLast: false, said: 9 },
  ],
  [
    'Outpost',
    { number: 1, size: 1, totalPages: 1, totalElements: 1, interpreted_location: null, content: [1] },
    { items: [1], isLast: null, said: 1 },
  ],
  ['a bare list', [1, 2, 3], { items: [1, 2, 3], isLast: null, said: null }],
  ['an empty list', { contents: [] }, { items: [], isLast: null, said: null }],
  [
    'numbers that are none',
    { contents: [1], total_items: 'many', last_page: 'no' },
    { items: [1], isLast: null, said: null },
  ],
])('%s is a page', (_, body, page) => expect(readPage(body)).toEqual(page));

test.each<[string, unknown]>([
  ['nothing', null],
  ['text', 'contents'],
  ['an error', { error: 'down' }],
  ['something else for a list', { contents: { 0: 'a' } }],
])('%s is no page', (_, body) => expect(readPage(body)).toBeNull());

test('a page holds what it holds, whatever it says', () => {
  const page = readPage(sample('oruk-3.0/test-service-list.json'));
  expect(page).toMatchObject({ said: 31, isLast: true });
  expect(page?.items).toHaveLength(128);
});
