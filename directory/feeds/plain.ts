import { compile } from 'html-to-text';

/** Markup may be many times as long as its words, and the other way round; whatever stands after this is never read. */
const MOST = 60_000;
/** Some feeds write markup as text, and some do so twice. */
const MOST_TIMES = 3;
const MARKUP = /<[/!]?[a-z][a-z\d]*(?::[a-z]+)?(?:\s[^<>]*)?\/?>|<!--|&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,5});/i;
const HAS_LINES = /<(?:p|br|div|ul|ol|li|h[1-6]|table|tr|blockquote)\b/i;
/** "Ask Jo <jo@example.org>" looks like a tag and is none. */
const BRACKETED_EMAIL = /<([^\s<>@]+@[^\s<>@]+)>/g;
/** Control characters, zero-width ones and halves of characters. */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;
/** No language sets more marks on one letter; a heap of them covers the lines around it. */
const HEAPED_MARKS = /(\p{M}{3})\p{M}+/gu;

const wordsIn = compile({
  wordwrap: false,
  // Markup that is nested without end must not run the reader out of stack.
  limits: { maxDepth: 60, maxChildNodes: 50_000, ellipsis: '' },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    // A list that says how it is numbered may say "from 100000, in Roman numerals", for which there are none.
    ...['ol[type]', 'ol[start]'].map((selector) => ({
      selector,
      format: 'unorderedList',
      options: { itemPrefix: '- ' },
    })),
    // As rows of words, not as columns: a cell may say that it is as wide as a million others.
    { selector: 'table', format: 'block' },
    { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    ...['td', 'th'].map((selector) => ({ selector, format: 'inlineSurround', options: { suffix: ' ' } })),
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ...['img', 'script', 'style', 'noscript', 'iframe', 'object', 'svg', 'textarea', 'select', 'title'].map(
      (selector) => ({ selector, format: 'skip' }),
    ),
  ],
});

/** The words of a text that may be HTML: entities read, a list item or a paragraph to a line, no markup, nothing invisible. */
export function plain(text: string): string {
  let words = text.slice(0, MOST);
  for (let times = 0; times < MOST_TIMES && MARKUP.test(words); times += 1) {
    words = wordsIn(marked(words)).slice(0, MOST);
  }
  return tidy(words);
}

/** The same, on one line. */
export function oneLine(text: string): string {
  return plain(text).replace(/\s*\n\s*/g, ' ');
}

/** Line ends that are all the structure a text has are kept. */
function marked(text: string): string {
  const safe = text.replace(BRACKETED_EMAIL, '$1');
  return HAS_LINES.test(safe) ? safe : safe.replace(/\r?\n/g, '<br>');
}

function tidy(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\t\p{Zs}]+/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(HEAPED_MARKS, '$1')
    .replace(/ +/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
