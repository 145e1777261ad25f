/** What looks the same in the old alphabet of phones. One sign outside it makes the whole text cost more than twice as much. */
const PLAIN: Record<string, string> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201A': ',',
  '\u201C': '"',
  '\u201D': '"',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u2026': '...',
  '\u00A0': ' ',
  '\u202F': ' ',
  '\u2022': '-',
  '\t': ' ',
  '`': "'",
};
const REPLACED = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/** The same words, with the signs that only look different made plain. Letters of somebody's language always stay. */
export const plainSigns = (text: string): string => text.replace(REPLACED, (sign) => PLAIN[sign] ?? sign);

/** The signs of the old alphabet, each with the places it takes: one or two. */
export type Places = Readonly<Record<string, number>>;

/** The signs that are not in the old alphabet, each once. */
export const otherSigns = (text: string, places: Places): string[] => [
  ...new Set([...text].filter((sign) => places[sign] === undefined)),
];

/**
 * How many segments a text message takes: what it costs. 160 places when it is alone and 153 in a row of several, or 70 and
 * 67 with a sign outside the old alphabet. No sign is cut in two.
 */
export function segments(text: string, places: Places): number {
  const plain = otherSigns(text, places).length === 0;
  const signs = [...text].map((sign) => (plain ? (places[sign] ?? 1) : sign.length));
  const all = signs.reduce((sum, size) => sum + size, 0);
  if (all <= (plain ? 160 : 70)) return 1;
  let count = 1;
  let left = plain ? 153 : 67;
  for (const size of signs) {
    if (size > left) {
      count += 1;
      left = plain ? 153 : 67;
    }
    left -= size;
  }
  return count;
}
