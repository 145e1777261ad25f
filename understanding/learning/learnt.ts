import { DANGERS, type Danger, TOPICS, type Topic } from '../types';
import { createJudge, type Model } from './classifier';
import { grams } from './grams';
import { type Vectors, wholeOf } from './vectors';

/** Beside the kinds of danger it is learnt whether an answer is due at once, whatever the kind. */
export const DUE_NOW = 'now';
export const DANGER_LABELS = [...DANGERS, DUE_NOW] as const;

/** Everything that was learnt from the examples in content. */
export interface Learnt {
  /** A digest of the examples it was learnt from. */
  examples: string;
  /** A digest of the encoder whose vectors it was learnt with; it means nothing with others. */
  encoder: string;
  /** Labels are topics; a subject is a whole message. */
  topics: Model;
  /** Labels are kinds of danger, and `now`; a subject is a sentence, or a short message. */
  dangers: Model;
  /** Words by which misspelt ones are put right, the most common first. */
  words: string[];
}

/** What is asked: the words of each sentence, and what the lists of words found. */
export interface Question {
  sentences: string[][];
  found: string[];
}

/** How likely it is, from 0 to 1, that a message speaks of each danger, and that an answer is due at once. */
export interface DangerOpinion {
  kinds: Record<Danger, number>;
  now: number;
}

/** How likely it is, from 0 to 1, that a message is about each topic. `danger` null: there are no vectors, and by words alone it is too often wrong. */
export interface Opinion {
  topics: Record<Topic, number>;
  danger: DangerOpinion | null;
}

/** Sentences that get a vector of their own. Of a longer message the first and the last ones: that is where people say what matters. */
const MOST_VECTORS = 8;
/** A word or two ("goodbye", "he did") say too little to be judged by what they are like: that is left to the patterns. */
const FEWEST_WORDS = 3;
/** A message of no more words is judged as a whole, which takes half as long; a longer one speaks of too much, and is judged by its sentences. */
export const SHORT = 40;

/** Judges messages by what was learnt. Without vectors it goes by words alone. */
export function createOpinions({ topics, dangers }: Learnt, repair: (word: string) => string, vectors: Vectors | null) {
  const judgeTopics = createJudge(topics);
  const judgeDanger = createJudge(dangers);
  return async ({ sentences: written, found }: Question): Promise<Opinion> => {
    const sentences = written.map((words) => words.map(repair));
    const { whole, each } = vectorsOf(sentences, vectors);
    const counts = grams(sentences);
    for (const list of found) counts.set(list, 1);
    const byTopic = named(TOPICS, topics.labels, judgeTopics({ counts, vector: whole }));
    if (!whole) return { topics: byTopic, danger: null };
    const subjects = isShort(sentences)
      ? [{ said: sentences, vector: whole }]
      : sentences.map((words, i) => ({ said: [words], vector: each.get(i) ?? null }));
    const judged = subjects
      .filter(({ said, vector }) => vector !== null && said.flat().length >= FEWEST_WORDS)
      .map(({ said, vector }) => judgeDanger({ counts: grams(said), vector }));
    const most = dangers.labels.map((_, k) => Math.max(0, ...judged.map((chances) => chances[k] as number)));
    return { topics: byTopic, danger: together(named(DANGER_LABELS, dangers.labels, most), byTopic) };
  };
}

/**
 * How dangerous it sounds, how urgent, and whether it is about anything that people come with: what says all three counts. Each alone is
 * often wrong about small talk, which has words of all sorts and no topic.
 */
function together(by: Record<(typeof DANGER_LABELS)[number], number>, byTopic: Record<Topic, number>): DangerOpinion {
  const topical = Math.min(
    1,
    TOPICS.reduce((sum, id) => sum + byTopic[id], 0),
  );
  const { [DUE_NOW]: now, ...kinds } = by;
  const most = Math.max(...Object.values(kinds));
  // Urgency says nothing of the kind: the others keep their distance from the likeliest.
  const scale = most > 0 ? (((most + now) / 2) * Math.sqrt(topical)) / most : 0;
  return {
    kinds: Object.fromEntries(DANGERS.map((kind) => [kind, kinds[kind] * scale])) as Record<Danger, number>,
    now: now * most * topical,
  };
}

const isShort = (sentences: string[][]) => sentences.flat().length <= SHORT;

/** The vector of the whole message, and those of its sentences by their place. */
function vectorsOf(sentences: string[][], vectors: Vectors | null) {
  const each = new Map<number, Float32Array>();
  if (!vectors || sentences.length === 0) return { whole: null, each };
  const whole = vectors(wholeOf(sentences));
  if (isShort(sentences)) return { whole, each };
  const places = sentences.map((_, i) => i);
  const ends = [...places.slice(0, MOST_VECTORS / 2), ...places.slice(-MOST_VECTORS / 2)];
  for (const place of places.length <= MOST_VECTORS ? places : ends)
    each.set(place, places.length === 1 ? whole : vectors((sentences[place] as string[]).join(' ')));
  return { whole, each };
}

function named<T extends string>(names: readonly T[], labels: string[], chances: number[]): Record<T, number> {
  return Object.fromEntries(names.map((name) => [name, chances[labels.indexOf(name)] ?? 0])) as Record<T, number>;
}
