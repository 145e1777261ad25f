const graphemes = new Intl.Segmenter('en');

/** Signs that letters are not made of, and that GOV.UK Notify turns into `?`. The three named ones are ordinary signs. */
const EMOJI = /(?![©®™])\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
const KEYCAP = /([0-9#*])\uFE0F?\u20E3/g;

/** The same words without emoji, and without the gaps they leave. */
export function withoutEmoji(text: string): string {
  const plain = text.replace(KEYCAP, '$1');
  if (!EMOJI.test(plain)) return plain;
  return [...graphemes.segment(plain)]
    .map(({ segment }) => (EMOJI.test(segment) ? '' : segment))
    .join('')
    .replace(/ {2,}/g, ' ')
    .replace(/ +(?=[\n.,;:!?]|$)/g, '')
    .replace(/(^|\n) +/g, '$1')
    .trim();
}
