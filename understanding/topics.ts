import { graded, type Message, type Room } from './room';
import type { Reading, Topic } from './types';

const WEIGHTS = { clear: 0.75, likely: 0.5, hint: 0.25 };

/** What the lists of words in content tell about a message's topics. */
export interface Lexicon {
  /**
   * Scores each topic from 0 to 1. Every different pattern that is found closes part of what is left to 1, so two weak
   * signs count for more than one and none can pass 1.
   */
  scores(message: Message): Map<Topic, number>;
  /** The lists in which something was found, as features to learn from. */
  found(message: Message): string[];
}

export function createLexicon(room: Room): Lexicon {
  const find = room.finder(
    room.words.topics.flatMap(({ id, words }) => graded(words, WEIGHTS, id)),
    { anyForm: true },
  );
  return {
    scores(message) {
      const left = new Map<Topic, number>();
      for (const { of, weight } of find(message).keys()) left.set(of, (left.get(of) ?? 1) * (1 - weight));
      return new Map([...left].map(([id, rest]) => [id, 1 - rest]));
    },
    found: (message) => [...new Set([...find(message).keys()].map(({ of, weight }) => `l ${of} ${weight}`))],
  };
}

/** Best first, and only those that are worth telling. */
export function ranked(scores: Iterable<[Topic, number]>, least: number): Reading['topics'] {
  return [...scores]
    .map(([id, score]) => ({ id, score: Math.round(score * 1000) / 1000 }))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || a.id.localeCompare(b.id));
}
