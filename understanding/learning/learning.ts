import { chance, createRows, type Model, type Row, type Subject, sumsOf, unitsOf, VECTOR } from './classifier';
import { seeded, shuffle } from './random';

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
  const random = seeded(1);
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

/** One step of the weights towards what an example shows. */
function improve(model: Model, paces: Paces, row: Row, target: number[], step: number, random: () => number): void {
  const units = unitsOf(row, model);
  for (let h = 0; h < units.length; h++)
    units[h] = random() < SITTING_OUT ? 0 : (units[h] as number) / (1 - SITTING_OUT);
  const off = sumsOf(units, model);
  for (let k = 0; k < off.length; k++) off[k] = chance(off[k] as number) - believed(target[k] as number);
  const blamed = improveOuter(model, paces, units, off, step);
  improveInner(model, paces, row, blamed, step);
}

/** A unit that said something, and how far it led the labels astray. */
interface Blamed {
  unit: number;
  by: number;
}

/** `off`: how far each label was off. Units that say nothing have no part in that. */
function improveOuter(
  { outer, outerBias }: Model,
  paces: Paces,
  units: Float32Array,
  off: Float32Array,
  step: number,
): Blamed[] {
  const size = off.length;
  const blamed: Blamed[] = [];
  units.forEach((said, unit) => {
    if (said === 0) return;
    let by = 0;
    for (let k = 0; k < size; k++) by += (off[k] as number) * (outer[unit * size + k] as number);
    blamed.push({ unit, by: by / (1 - SITTING_OUT) });
    for (let k = 0; k < size; k++) {
      const at = unit * size + k;
      change(outer, paces.outer, at, (off[k] as number) * said + DECAY * (outer[at] as number), step);
    }
  });
  for (let k = 0; k < size; k++) change(outerBias, paces.outerBias, k, off[k] as number, step);
  return blamed;
}

function improveInner(
  { hidden, inner, innerBias }: Model,
  paces: Paces,
  { at, by }: Row,
  blamed: Blamed[],
  step: number,
): void {
  for (const blame of blamed) change(innerBias, paces.innerBias, blame.unit, blame.by, step);
  for (let i = 0; i < at.length; i++) {
    const start = (at[i] as number) * hidden;
    const value = by[i] as number;
    for (const blame of blamed) {
      const place = start + blame.unit;
      change(inner, paces.inner, place, blame.by * value + DECAY * (inner[place] as number), step);
    }
  }
}

/** The more a weight has been changed, the less it is from then on (AdaGrad). */
function change(weights: Float32Array, pace: Float32Array, at: number, slope: number, step: number): void {
  const next = (pace[at] as number) + slope * slope;
  pace[at] = next;
  weights[at] = (weights[at] as number) - (step * slope) / Math.sqrt(next);
}

function tellingFeatures(examples: Subject[], fewest: number): Pick<Model, 'features' | 'rarity'> {
  const spread = new Map<string, number>();
  for (const { counts } of examples)
    for (const feature of counts.keys()) spread.set(feature, (spread.get(feature) ?? 0) + 1);
  const features = [...spread.keys()].filter((feature) => (spread.get(feature) as number) >= fewest).sort();
  const rarity = features.map((feature) => Math.log(examples.length / (spread.get(feature) as number)));
  return { features, rarity: Float32Array.from(rarity) };
}
