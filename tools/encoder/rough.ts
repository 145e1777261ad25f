/** As people spell by ear, or with cold thumbs. */
const SLIPS: [RegExp, string][] = [
  [/([a-z])\1/, '$1'],
  [/([aeiou])([aeiou])/, '$2$1'],
  [/ing$/, 'in'],
  [/ght/, 't'],
  [/ph/, 'f'],
  [/ck/, 'k'],
  [/th/, 'f'],
  [/er$/, 'a'],
  [/([bcdfghjklmnpqrstvwxyz])e$/, '$1'],
  [/(.)[aeiou]([a-z])/, '$1$2'],
  [/([a-z])([a-z])$/, '$2$1'],
  [/([lmnprst])/, '$1$1'],
];
const SHORTEST = 4;
const WORDS = 0.25;

/** One word in four of four letters or more as somebody may misspell it. @param random from 0 up to 1 */
export function roughen(text: string, random: () => number): string {
  return text.replace(/\p{L}+/gu, (word) => {
    if (word.length < SHORTEST || random() >= WORDS) return word;
    const slips = SLIPS.filter(([pattern]) => pattern.test(word));
    const [pattern, by] = slips[Math.floor(random() * slips.length)] ?? [/$/, ''];
    return word.replace(pattern, by);
  });
}
