import fc from 'fast-check';
import { partsOf } from '../../../web/chat/text';

const tappable = (text: string) => partsOf(text).filter(({ href }) => href);

test.each([
  ['Ring 0800 138 1111 now', '0800 138 1111', 'tel:08001381111'],
  ['Childline is 0800 1111.', '0800 1111', 'tel:08001111'],
  ['In danger? Ring 999.', '999', 'tel:999'],
  ['Ring 116 123, day or night', '116 123', 'tel:116123'],
  ['(+44 20 7946 0958)', '+44 20 7946 0958', 'tel:+442079460958'],
  ['See https://example.org/help?a=1&b=2.', 'https://example.org/help?a=1&b=2', 'https://example.org/help?a=1&b=2'],
])('%s', (text, shown, href) => {
  expect(tappable(text)).toEqual([{ text: shown, href }]);
});

test.each([
  '£999',
  '999%',
  '1999',
  'on 01 02 2026',
  'in 2026-06-17',
  'javascript:alert(1)',
  'http://',
  'room A999b',
  '3.999',
])('leaves "%s" alone', (text) => {
  expect(tappable(text)).toEqual([]);
});

test('nothing of the text is lost or changed, and only web and phone addresses are linked', () => {
  const near = fc.constantFrom('999', ' ', '0800 1111', 'https://a.b/', '+44', '.', ')', 'x', '"', '<', '\n');
  fc.assert(
    fc.property(fc.array(fc.oneof(near, fc.string()), { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const parts = partsOf(text);
      expect(parts.map((part) => part.text).join('')).toBe(text);
      for (const { href } of parts) expect(href ?? 'tel:').toMatch(/^(https?|tel):/);
    }),
  );
});
