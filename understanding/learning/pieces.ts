/** A piece of a word, and how likely it is (a logarithm). Its place in the list is its number. */
export type Piece = readonly [text: string, likely: number];

/** What stands where a word begins. */
const BEGINS = '\u2581';
/** The number of letters at which no piece begins. */
const UNKNOWN = 0;
/** The first numbers are kept for signs that no text holds. */
const SIGNS = 6;

/** No more letters are cut: far more than are read, and a long text would take long. */
const MOST_LETTERS = 2_000;

/** Cuts the beginning of a text into the pieces that are likeliest together, and gives their numbers. */
export function createPieces(pieces: readonly Piece[]): (text: string) => number[] {
  const known = new Map(pieces.map(([text, likely], number) => [text, { number, likely }]).slice(SIGNS) as Entries);
  const longest = Math.max(...[...known.keys()].map((text) => [...text].length));
  return (text) => {
    const beginning = text.slice(0, MOST_LETTERS).normalize('NFKC');
    const letters = [...`${BEGINS}${beginning.replaceAll(' ', BEGINS)}`];
    const best = likeliestPaths(letters, known, longest);
    const numbers: number[] = [];
    for (let end = letters.length; end > 0; end = (best[end] as Path).from) numbers.push((best[end] as Path).number);
    return numbers.reverse().filter((number, i, all) => number !== UNKNOWN || all[i - 1] !== UNKNOWN);
  };
}

type Entries = [string, { number: number; likely: number }][];

/** The likeliest way to reach a place: from where, by which piece. */
interface Path {
  from: number;
  number: number;
  likely: number;
}

function likeliestPaths(letters: string[], known: Map<string, { number: number; likely: number }>, longest: number) {
  const best: (Path | undefined)[] = [{ from: 0, number: UNKNOWN, likely: 0 }];
  const reach = (to: number, path: Path) => {
    const before = best[to];
    if (!before || path.likely >= before.likely) best[to] = path;
  };
  for (let from = 0; from < letters.length; from++) {
    const here = best[from];
    if (!here) continue;
    let found = false;
    for (let to = from + 1, text = ''; to <= Math.min(letters.length, from + longest); to++) {
      text += letters[to - 1];
      const piece = known.get(text);
      if (!piece) continue;
      found = true;
      reach(to, { from, number: piece.number, likely: here.likely + piece.likely });
    }
    if (!found) reach(from + 1, { from, number: UNKNOWN, likely: here.likely });
  }
  return best;
}
