/** Where a text may be cut, best first: between paragraphs, lines, sentences, words. */
const SEAMS = [/\n{2,}/g, /\n/g, /(?<=[.!?])\s+/g, /\s+/g];

/**
 * Cuts a text into pieces of at most this length, at the best seam there is, as late as possible. Nothing is lost but the
 * space at a cut; a word longer than a piece is cut between characters.
 */
export function split(text: string, most: number): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const [piece, after] = cut(rest, most);
    pieces.push(piece);
    rest = after;
  }
  return rest ? [...pieces, rest] : pieces;
}

function cut(text: string, most: number): [piece: string, rest: string] {
  // No further than a cut can be: a text may go on for very long after what fits.
  const near = text.slice(0, most + 2);
  for (const seam of SEAMS) {
    const at = [...near.matchAll(seam)].findLast(({ index }) => index <= most)?.index ?? 0;
    // A cut very early would leave a message of a few words.
    if (at > 0 && at >= most / 4) return [text.slice(0, at), text.slice(at).trimStart()];
  }
  let at = 0;
  for (const { index, segment } of new Intl.Segmenter('en').segment(text.slice(0, 2 * most))) {
    if (at > 0 && index + segment.length > most) break;
    at = index + segment.length;
  }
  return [text.slice(0, at), text.slice(at).trimStart()];
}
