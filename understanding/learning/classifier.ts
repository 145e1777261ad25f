/** Length of a sentence vector. */
export const VECTOR = 512;
/** How much the vector and the counted features weigh beside each other. */
const VECTOR_WEIGHS = 6;
const GRAMS_WEIGH = 4;

/**
 * What was learnt from examples: a small network with one hidden layer. A row of weights for each place of the vector, then one for
 * each feature, leads to `hidden` units; those lead to the labels.
 */
export interface Model {
  labels: string[];
  features: string[];
  /** How telling each feature is by being rare. */
  rarity: Float32Array;
  hidden: number;
  /** (VECTOR + features) rows of `hidden`. */
  inner: Float32Array;
  innerBias: Float32Array;
  /** `hidden` rows of labels. */
  outer: Float32Array;
  outerBias: Float32Array;
}

/** Something to be judged. `vector` null: there are no sentence vectors. */
export interface Subject {
  counts: Map<string, number>;
  vector: ArrayLike<number> | null;
}

/** Rows of the weights, and what each counts for. */
export interface Row {
  at: Int32Array;
  by: Float32Array;
}

/** Judges by what was learnt: how likely each label is, each for itself. */
export function createJudge(model: Model): (subject: Subject) => number[] {
  const rowOf = createRows(model);
  return (subject) => {
    const units = unitsOf(rowOf(subject), model);
    return Array.from(sumsOf(units, model), chance);
  };
}

/** Finds the rows of a subject. Features count by logarithm and rarity, and all of them together have length 1. */
export function createRows({ features, rarity }: Pick<Model, 'features' | 'rarity'>): (subject: Subject) => Row {
  const places = new Map(features.map((feature, i) => [feature, i]));
  return ({ counts, vector }) => {
    const at: number[] = [];
    const by: number[] = [];
    for (let i = 0; vector && i < VECTOR; i++) {
      at.push(i);
      by.push((vector[i] as number) * VECTOR_WEIGHS);
    }
    const first = at.length;
    let length = 0;
    for (const [feature, count] of counts) {
      const place = places.get(feature);
      if (place === undefined) continue;
      const value = (count < 1 ? count : 1 + Math.log(count)) * (rarity[place] as number);
      at.push(VECTOR + place);
      by.push(value);
      length += value * value;
    }
    const scale = GRAMS_WEIGH / (Math.sqrt(length) || 1);
    for (let i = first; i < by.length; i++) by[i] = (by[i] as number) * scale;
    return { at: Int32Array.from(at), by: Float32Array.from(by) };
  };
}

/** What comes to each hidden unit; below nothing counts as nothing. */
export function unitsOf({ at, by }: Row, { hidden, inner, innerBias }: Model): Float32Array {
  const units = innerBias.slice();
  for (let i = 0; i < at.length; i++) {
    const start = (at[i] as number) * hidden;
    const value = by[i] as number;
    for (let h = 0; h < hidden; h++) units[h] = (units[h] as number) + (inner[start + h] as number) * value;
  }
  for (let h = 0; h < hidden; h++) if ((units[h] as number) < 0) units[h] = 0;
  return units;
}

/** Adds up what the hidden units say for each label. */
export function sumsOf(units: Float32Array, { outer, outerBias }: Model): Float32Array {
  const sums = outerBias.slice();
  const size = sums.length;
  for (let h = 0; h < units.length; h++) {
    const unit = units[h] as number;
    if (unit === 0) continue;
    for (let k = 0; k < size; k++) sums[k] = (sums[k] as number) + (outer[h * size + k] as number) * unit;
  }
  return sums;
}

export const chance = (sum: number) => 1 / (1 + Math.exp(-sum));
