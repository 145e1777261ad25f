/** About how wide letters are in the sans-serif fonts there are, in parts of their height: there is no page here to measure on. */
const NARROW = /[iljtfrI.,:;'"!|()[\] ]/;
const WIDE = /[mwMW@%#—]/;
const CAPITAL = /\p{Lu}/u;

export function widthOf(text: string, size: number): number {
  const letters = [...text].map((letter) =>
    NARROW.test(letter) ? 0.36 : WIDE.test(letter) ? 0.95 : CAPITAL.test(letter) ? 0.72 : 0.6,
  );
  return Math.ceil(letters.reduce((sum, width) => sum + width, 0) * size);
}

/** A text in lines of so many letters at most, where its words allow. */
export function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
