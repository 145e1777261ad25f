/** Where a text may be cut, best first: between paragraphs, lines, sentences, words. */
const SEAMS = [/\n{2,}/g, /\n/g, /(?<=[.!?])\s+/g, /\s+/g];

/**
 * Cuts a text into pieces of at most this size, at the best seam there is, as late as possible. `sizeOf` measures: letters
 * unless told otherwise. Nothing is lost but the space at a cut; a word longer than a piece is cut between characters.
 */
export function split(
  text: string,
  most: number,
  sizeOf: (piece: string) => number = (piece) => piece.length,
): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (sizeOf(rest) > most) {
    const [piece, after] = cut(rest, most, sizeOf);
    pieces.push(piece);
    rest = after;
  }
  return rest ? [...pieces, rest] : pieces;
}

function cut(text: string, most: number, sizeOf: (piece: string) => number): [piece: string, rest: string] {
  for (const seam of SEAMS) {
    const fitting = [...text.matchAll(seam)].findLast(({ index }) => index > 0 && sizeOf(text.slice(0, index)) <= most);
    // A cut very early would leave a message of a few words.
    if (fitting && sizeOf(text.slice(0, fitting.index)) >= most / 4)
      return [text.slice(0, fitting.index), text.slice(fitting.index + fitting[0].length)];
  }
  let at = 0;
  // One by one: a text may go on for very long after what fits.
  for (const { index, segment } of new Intl.Segmenter('en').segment(text)) {
    if (at > 0 && sizeOf(text.slice(0, index + segment.length)) > most) break;
    at = index + segment.length;
  }
  return [text.slice(0, at), text.slice(at).trimStart()];
}
