import { createJudge, type Model } from './classifier';
import { grams } from './grams';
import { createRepair } from './repair';
import { DANGERS, type Danger, TOPICS, type Topic } from './types';
import { type Vectors, wholeOf } from './vectors';

/** Everything that was learnt from the examples in content. */
export interface Learnt {
  /** A digest of the examples it was learnt from. */
  examples: string;
  /** Labels are topics; a subject is a whole message. */
  topics: Model;
  /** Labels are kinds of danger; a subject is one sentence. */
  dangers: Model;
  /** Words by which misspelt ones are put right, the most common first. */
  words: string[];
}

/** What is asked: the words of each sentence, and what the lists of words found. */
export interface Question {
  sentences: string[][];
  found: string[];
}

/** How likely it is, from 0 to 1, that a message is about each topic, and that some sentence of it speaks of each danger. */
export interface Opinion {
  topics: Record<Topic, number>;
  dangers: Record<Danger, number>;
}

/** Sentences that get a vector of their own. Of a longer message the first and the last ones: that is where people say what matters. */
const MOST_VECTORS = 8;
/** A word or two ("goodbye", "he did") say too little to be judged by what they are like: that is left to the patterns. */
const FEWEST_WORDS = 3;

/** Judges messages by what was learnt. Without vectors it goes by words alone. */
export function createOpinions({ topics, dangers, words }: Learnt, vectors: Vectors | null) {
  const repair = createRepair(words);
  const judgeTopics = createJudge(topics);
  const judgeDanger = createJudge(dangers);
  return async ({ sentences: written, found }: Question): Promise<Opinion> => {
    const sentences = written.map((words) => words.map(repair));
    const { whole, each } = await vectorsOf(sentences, vectors);
    const counts = grams(sentences);
    for (const list of found) counts.set(list, 1);
    const byDanger = DANGERS.map(() => 0);
    sentences.forEach((words, i) => {
      if (words.length < FEWEST_WORDS) return;
      judgeDanger({ counts: grams([words]), vector: each.get(i) ?? null }).forEach((chance, k) => {
        byDanger[k] = Math.max(byDanger[k] as number, chance);
      });
    });
    return {
      topics: named(TOPICS, topics.labels, judgeTopics({ counts, vector: whole })),
      dangers: named(DANGERS, dangers.labels, byDanger),
    };
  };
}

/** The vector of the whole message, and those of its sentences by their place. */
async function vectorsOf(sentences: string[][], vectors: Vectors | null) {
  const each = new Map<number, ArrayLike<number>>();
  if (!vectors || sentences.length === 0) return { whole: null, each };
  const places = sentences.map((_, i) => i);
  const ends = [...places.slice(0, MOST_VECTORS / 2), ...places.slice(-MOST_VECTORS / 2)];
  const picked = places.length <= MOST_VECTORS ? places : ends;
  const own = picked.length === 1 ? [] : picked.map((i) => (sentences[i] as string[]).join(' '));
  const [whole = null, ...made] = await vectors.of([wholeOf(sentences), ...own]);
  picked.forEach((place, at) => {
    each.set(place, (made[at] ?? whole) as ArrayLike<number>);
  });
  return { whole, each };
}

function named<T extends string>(names: readonly T[], labels: string[], chances: number[]): Record<T, number> {
  return Object.fromEntries(names.map((name) => [name, chances[labels.indexOf(name)] ?? 0])) as Record<T, number>;
}
