import { plain } from '../../../directory/feeds/plain';
import { read } from './reading';

test.each(['colspan', 'rowspan'])('a cell whose %s says millions is a cell', (span) => {
  expect(plain(`<table><tr><td ${span}="99999999">Mon</td><td>9-5</td></tr></table>`)).toBe('Mon 9-5');
});

test('a table is its rows, its headings as they are written', () => {
  const table = '<table><tr><th>Day</th><th>Time</th></tr><tr><td><p>Mon</p></td><td>9-5</td></tr></table>';
  expect(plain(`Open:${table}Come in`)).toBe('Open:\nDay Time\n\nMon\n\n9-5\n\nCome in');
});

test('a list numbered from a number that has no Roman numeral is a list', () => {
  expect(plain('<ol type="I" start="100000"><li>Tea</li><li>Toast</li></ol>')).toBe('- Tea\n- Toast');
});

test('no more than 60,000 characters are read', () => {
  expect(plain('a'.repeat(70_000))).toHaveLength(60_000);
  expect(plain(`<p>Words</p>${'<br>'.repeat(15_000)}<p>after</p>`)).toBe('Words');
});

test('markup that makes its words longer and longer leaves no more than 60,000 characters', () => {
  expect(plain(`${'<blockquote>'.repeat(50)}${'a<br>'.repeat(10_000)}`).length).toBeLessThanOrEqual(60_000);
});

test('of the marks on a letter three stay, and other letters keep theirs', () => {
  const heap = '\u0301\u0302\u0303';
  expect(plain(`Ca${heap}${'\u0304'.repeat(500)}fé`)).toBe(`Ca${heap}fé`);
  expect(plain('Dạ́y हिन्दी')).toBe('Dạ́y हिन्दी');
});

test('marks are counted across characters that nobody sees', () => {
  expect(plain('a\u0301\u0302\u200b\u0303\u200b\u0304')).toBe('a\u0301\u0302\u0303');
});

test('marks written as entities are cut as well', () => {
  expect(read({ description: `a${'&#769;'.repeat(90)}` }).listing?.what).toBe(`a${'\u0301'.repeat(3)}`);
});
