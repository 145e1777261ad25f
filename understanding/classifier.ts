/** Length of a sentence vector. */
export const VECTOR = 512;
/** How much the vector and the counted features weigh beside each other. */
const VECTOR_WEIGHS = 6;
const GRAMS_WEIGH = 4;

/** What was learnt from examples: a row of weights for each place of the vector, then one for each feature. */
export interface Model {
  labels: string[];
  features: string[];
  /** How telling each feature is by being rare. */
  rarity: Float32Array;
  weights: Float32Array;
  bias: Float32Array;
}

/** Something to be judged. `vector` null: there are no sentence vectors. */
export interface Subject {
  counts: Map<string, number>;
  vector: ArrayLike<number> | null;
}

/** Rows of the weights, and what each counts for. */
export interface Row {
  at: number[];
  by: number[];
}

/** Judges by what was learnt: how likely each label is, each for itself. */
export function createJudge(model: Model): (subject: Subject) => number[] {
  const rowOf = createRows(model);
  return (subject) => sumsOf(rowOf(subject), model).map(chance);
}

/** Finds the rows of a subject. Features count by logarithm and rarity, and all of them together have length 1. */
export function createRows({ features, rarity }: Pick<Model, 'features' | 'rarity'>): (subject: Subject) => Row {
  const places = new Map(features.map((feature, i) => [feature, i]));
  return ({ counts, vector }) => {
    const row: Row = { at: [], by: [] };
    for (let i = 0; vector && i < VECTOR; i++) {
      row.at.push(i);
      row.by.push((vector[i] as number) * VECTOR_WEIGHS);
    }
    let length = 0;
    const found: [number, number][] = [];
    for (const [feature, count] of counts) {
      const place = places.get(feature);
      if (place === undefined) continue;
      const by = (count < 1 ? count : 1 + Math.log(count)) * (rarity[place] as number);
      found.push([VECTOR + place, by]);
      length += by * by;
    }
    const scale = GRAMS_WEIGH / (Math.sqrt(length) || 1);
    for (const [at, by] of found) {
      row.at.push(at);
      row.by.push(by * scale);
    }
    return row;
  };
}

/** Adds up the weights of a row for each label. */
export function sumsOf({ at, by }: Row, { weights, bias }: Pick<Model, 'weights' | 'bias'>): number[] {
  const sums = Array.from(bias);
  const size = sums.length;
  for (let i = 0; i < at.length; i++) {
    const start = (at[i] as number) * size;
    const value = by[i] as number;
    for (let k = 0; k < size; k++) sums[k] = (sums[k] as number) + (weights[start + k] as number) * value;
  }
  return sums;
}

export const chance = (sum: number) => 1 / (1 + Math.exp(-sum));
