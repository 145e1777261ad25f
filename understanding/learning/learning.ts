import { chance, createRows, type Model, type Row, type Subject, sumsOf, unitsOf, VECTOR } from './classifier';

/** One example, and for each label 1 when it is that and 0 when not. */
export interface Example extends Subject {
  target: number[];
}

export interface LearningPlan {
  /** How often all examples are gone through. */
  rounds: number;
  /** A feature must be in so many examples. */
  fewest: number;
  /** Units of the hidden layer. */
  hidden: number;
}

const STEP = 0.03;
const DECAY = 1e-5;
/** No example is taken for quite certain: whoever wrote it may have heard less, or more, than somebody else would. */
const DOUBT = 0.02;
/** Every so many examples are learnt without their vector, so that the rest can do without vectors. */
const WITHOUT_VECTOR = 8;
/** So many hidden units sit out each time, so that none relies on another. */
const SITTING_OUT = 0.3;
/** A label is rare until shown otherwise. */
const FIRST_BIAS = -2;
const FIRST_PACE = 1e-3;

/**
 * Learns the weights of a network by going through the examples again and again (AdaGrad, with dropout). The same examples in the
 * same order give the same model.
 */
export function learn(examples: Example[], labels: string[], plan: LearningPlan): Model {
  const chosen = tellingFeatures(examples, plan.fewest);
  const rowOf = createRows(chosen);
  const rows = examples.map(rowOf);
  const bare = examples.map(({ counts }) => rowOf({ counts, vector: null }));
  const random = randomFrom(1);
  const model = firstModel(labels, chosen, plan.hidden, random);
  const paces = pacesOf(model);
  const order = examples.map((_, i) => i);
  for (let round = 0; round < plan.rounds; round++) {
    shuffle(order, random);
    const step = STEP * (1 - (0.8 * round) / plan.rounds);
    for (const i of order) {
      const row = ((i + round) % WITHOUT_VECTOR === 0 ? bare : rows)[i] as Row;
      improve(model, paces, row, (examples[i] as Example).target, step, random);
    }
  }
  return model;
}

type Paces = ReturnType<typeof pacesOf>;

function pacesOf({ inner, innerBias, outer, outerBias }: Model) {
  const paces = (of: Float32Array) => new Float32Array(of.length).fill(FIRST_PACE);
  return { inner: paces(inner), innerBias: paces(innerBias), outer: paces(outer), outerBias: paces(outerBias) };
}

function firstModel(
  labels: string[],
  { features, rarity }: Pick<Model, 'features' | 'rarity'>,
  hidden: number,
  random: () => number,
): Model {
  const around = (size: number, reach: number) => Float32Array.from({ length: size }, () => (random() * 2 - 1) * reach);
  return {
    labels,
    features,
    rarity,
    hidden,
    inner: around((VECTOR + features.length) * hidden, 0.06),
    innerBias: new Float32Array(hidden),
    outer: around(hidden * labels.length, 0.15),
    outerBias: new Float32Array(labels.length).fill(FIRST_BIAS),
  };
}

const believed = (target: number) => DOUBT + target * (1 - 2 * DOUBT);

function improve(model: Model, paces: Paces, row: Row, target: number[], step: number, random: () => number): void {
  const { hidden, inner, innerBias, outer, outerBias } = model;
  const size = outerBias.length;
  const units = unitsOf(row, model);
  for (let h = 0; h < hidden; h++) units[h] = random() < SITTING_OUT ? 0 : (units[h] as number) / (1 - SITTING_OUT);
  const off = sumsOf(units, model);
  for (let k = 0; k < size; k++) off[k] = chance(off[k] as number) - believed(target[k] as number);

  const change = (weights: Float32Array, pace: Float32Array, at: number, slope: number) => {
    const next = (pace[at] as number) + slope * slope;
    pace[at] = next;
    weights[at] = (weights[at] as number) - (step * slope) / Math.sqrt(next);
  };
  // Units that say nothing have no part in what was wrong.
  const active: number[] = [];
  const blame: number[] = [];
  for (let h = 0; h < hidden; h++) {
    if (units[h] === 0) continue;
    let sum = 0;
    for (let k = 0; k < size; k++) sum += (off[k] as number) * (outer[h * size + k] as number);
    active.push(h);
    blame.push(sum / (1 - SITTING_OUT));
    for (let k = 0; k < size; k++) {
      const at = h * size + k;
      change(outer, paces.outer, at, (off[k] as number) * (units[h] as number) + DECAY * (outer[at] as number));
    }
  }
  for (let k = 0; k < size; k++) change(outerBias, paces.outerBias, k, off[k] as number);
  for (let a = 0; a < active.length; a++) change(innerBias, paces.innerBias, active[a] as number, blame[a] as number);
  for (let i = 0; i < row.at.length; i++) {
    const start = (row.at[i] as number) * hidden;
    const value = row.by[i] as number;
    for (let a = 0; a < active.length; a++) {
      const at = start + (active[a] as number);
      change(inner, paces.inner, at, (blame[a] as number) * value + DECAY * (inner[at] as number));
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

/** Numbers from 0 up to 1, the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
}
