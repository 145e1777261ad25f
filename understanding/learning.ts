import { chance, createRows, type Model, type Row, type Subject, sumsOf, VECTOR } from './classifier';

/** One example, and for each label 1 when it is that and 0 when not. */
export interface Example extends Subject {
  target: number[];
}

export interface LearningPlan {
  /** How often all examples are gone through. */
  rounds: number;
  /** A feature must be in so many examples. */
  fewest: number;
}

const STEP = 0.05;
const BIAS_STEP = 0.025;
const DECAY = 1e-4;
/** No example is taken for quite certain: whoever wrote it may have heard less, or more, than somebody else would. */
const DOUBT = 0.02;
/** Every so many examples are learnt without their vector, so that the rest can do without vectors. */
const WITHOUT_VECTOR = 4;

/** Learns weights by logistic regression (AdaGrad), each label for itself. The same examples in the same order give the same model. */
export function learn(examples: Example[], labels: string[], { rounds, fewest }: LearningPlan): Model {
  const { features, rarity } = tellingFeatures(examples, fewest);
  const rowOf = createRows({ features, rarity });
  const full = examples.map(rowOf);
  const bare = examples.map(({ counts }) => rowOf({ counts, vector: null }));
  const model: Model = {
    labels,
    features,
    rarity,
    weights: new Float32Array((VECTOR + features.length) * labels.length),
    bias: new Float32Array(labels.length),
  };
  const paces = new Float32Array(model.weights.length).fill(1e-6);
  const order = shuffler(examples.length);
  for (let round = 0; round < rounds; round++)
    for (const i of order()) {
      const rows = (i + round) % WITHOUT_VECTOR === 0 ? bare : full;
      improve(model, paces, rows[i] as Row, (examples[i] as Example).target);
    }
  return model;
}

const believed = (target: number) => DOUBT + target * (1 - 2 * DOUBT);

function improve(model: Model, paces: Float32Array, row: Row, target: number[]): void {
  const { weights, bias } = model;
  const size = bias.length;
  const off = sumsOf(row, model).map((sum, k) => chance(sum) - believed(target[k] as number));
  for (let k = 0; k < size; k++) bias[k] = (bias[k] as number) - BIAS_STEP * (off[k] as number);
  for (let i = 0; i < row.at.length; i++) {
    const start = (row.at[i] as number) * size;
    const value = row.by[i] as number;
    for (let k = 0; k < size; k++) {
      const weight = weights[start + k] as number;
      const slope = (off[k] as number) * value + DECAY * weight;
      const pace = (paces[start + k] as number) + slope * slope;
      paces[start + k] = pace;
      weights[start + k] = weight - (STEP * slope) / Math.sqrt(pace);
    }
  }
}

function tellingFeatures(examples: Subject[], fewest: number): Pick<Model, 'features' | 'rarity'> {
  const spread = new Map<string, number>();
  for (const { counts } of examples)
    for (const feature of counts.keys()) spread.set(feature, (spread.get(feature) ?? 0) + 1);
  const features = [...spread.keys()].filter((feature) => (spread.get(feature) as number) >= fewest).sort();
  const rarity = features.map((feature) => Math.log(examples.length / (spread.get(feature) as number)));
  return { features, rarity: Float32Array.from(rarity) };
}

/** A new order each time, and the same orders in every run. */
function shuffler(length: number): () => number[] {
  const order = Array.from({ length }, (_, i) => i);
  let seed = 1;
  const below = (limit: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((seed / 0x80000000) * limit);
  };
  return () => {
    for (let i = length - 1; i > 0; i--) {
      const j = below(i + 1);
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    return order;
  };
}
