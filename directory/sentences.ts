/** A longer one is hard to read on a phone. */
const LONGEST = 22;
const MOST_LETTERS = 200;
/** Fewer words without a full stop are a heading. */
const FEWEST_WORDS = 4;

/** The whole sentences of a text. A heading, or an end that was broken off, is none. */
export function sentencesOf(text: string): string[] {
  return piecesOf(text)
    .filter((piece) => piece.split(' ').length >= FEWEST_WORDS || /[.!?]$/.test(piece))
    .filter((piece) => /\p{L}/u.test(piece) && !/[:;,]$/.test(piece))
    .map(ended);
}

/** Cut at the ends of sentences and at line breaks, without the marks of a list. */
export const piecesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?])\s+(?=[\p{Lu}\d"'(])|\n+/u)
    .map((piece) =>
      piece
        .replace(/\s+/g, ' ')
        .replace(/^[-*•]\s/, '')
        .trim(),
    )
    .filter(Boolean);

export const ended = (piece: string) => (/[.!?]$/.test(piece) ? piece : `${piece}.`);

/** Short enough to be read at one go. */
export const isShort = (sentence: string): boolean =>
  sentence.split(' ').length <= LONGEST && sentence.length <= MOST_LETTERS;
