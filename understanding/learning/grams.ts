const PIECES = [4, 5];
const PIECE_COUNTS_FOR = 0.5;

/**
 * What can be counted in a message: its words, pairs of words side by side, and pieces of words, so that a misspelt word still
 * shares most of what it is made of. Features of different kinds have different first letters and never meet.
 */
export function grams(sentences: string[][]): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (feature: string, by: number) => counts.set(feature, (counts.get(feature) ?? 0) + by);
  for (const words of sentences)
    words.forEach((word, i) => {
      add(`w ${word}`, 1);
      if (i > 0) add(`p ${words[i - 1]} ${word}`, 1);
      const whole = `<${word}>`;
      for (const size of PIECES)
        for (let at = 0; at + size <= whole.length; at++) add(`c ${whole.slice(at, at + size)}`, PIECE_COUNTS_FOR);
    });
  return counts;
}
