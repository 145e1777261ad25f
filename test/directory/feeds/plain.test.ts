import fc from 'fast-check';
import { oneLine, plain } from '../../../directory/feeds/plain';

test.each([
  ['Tea &amp; toast &ndash; &pound;2', 'Tea & toast – £2'],
  ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
  ['One<br>two<br/>three', 'One\ntwo\nthree'],
  ['<p>Bring:</p><ul><li>a friend</li><li>a bag</li></ul>', 'Bring:\n\n- a friend\n- a bag'],
  ['<h2>Who we are</h2>Neighbours', 'Who we are\n\nNeighbours'],
  ['<table><tr><td>Mon</td><td>9-5</td></tr><tr><td>Tue</td><td>9-1</td></tr></table>', 'Mon 9-5\nTue 9-1'],
  ['Hi<script>alert(1)</script><style>p{color:red}</style><!-- note --> you', 'Hi you'],
  ['<iframe src="x">no</iframe><img src="x" alt="picture" onerror="go()">Words', 'Words'],
  ['See <a href="https://example.org/long?x=1">our page</a>', 'See our page'],
  ['&lt;p&gt;Written &amp;amp; twice&lt;/p&gt;', 'Written & twice'],
  ['First line\nsecond line\r\nthird', 'First line\nsecond line\nthird'],
  ['First <b>line</b>\nsecond', 'First line\nsecond'],
  ['Zero\u200bwidth, soft\u00adhyphen, \u0007bell, \ufeffmark', 'Zerowidth, softhyphen, bell, mark'],
  ['half \ud83d a face', 'half a face'],
  ['a\u00a0  b\t c', 'a b c'],
  ['One\n\n\n\n\nTwo', 'One\n\nTwo'],
  ['Children aged < 5 and > 2', 'Children aged < 5 and > 2'],
  ['<p>Ask Jo <jo@example.org></p>', 'Ask Jo jo@example.org'],
  ['', ''],
  [' <p> </p> ', ''],
])('%j is "%s"', (html, words) => expect(plain(html)).toBe(words));

test('on one line nothing is lost', () => {
  expect(oneLine('<ul><li>tea</li><li>toast</li></ul>')).toBe('- tea - toast');
});

test('markup that is nested without end is read, as far as it goes', () => {
  expect(plain(`Words${'<div>'.repeat(40_000)}`)).toBe('Words');
});

test('no text leaves control characters, or white space at its ends', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(plain(text)).toMatch(/^(?:[^\p{Cc}\p{Cf}\p{Cs}]|\n)*$/u);
      expect(plain(text).trim()).toBe(plain(text));
    }),
  );
});
