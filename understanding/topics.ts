import { graded, type Message, type Room } from './room';
import type { Reading, Topic } from './types';

const WEIGHTS = { clear: 0.75, likely: 0.5, hint: 0.25 };
const LEAST = 0.25;

/**
 * Scores each topic from 0 to 1. Every different pattern that is found closes part of what is left to 1, so two weak
 * signs count for more than one and none can pass 1.
 */
export function createTopics(room: Room): (message: Message) => Reading['topics'] {
  const find = room.finder(
    room.words.topics.flatMap(({ id, words }) => graded(words, WEIGHTS, id)),
    { anyForm: true },
  );
  return (message) => {
    const left = new Map<Topic, number>();
    for (const { of, weight } of find(message).keys()) left.set(of, (left.get(of) ?? 1) * (1 - weight));
    return [...left]
      .map(([id, rest]) => ({ id, score: Math.round((1 - rest) * 100) / 100 }))
      .filter(({ score }) => score >= LEAST)
      .sort((a, b) => b.score - a.score || a.id.localeCompare(b.id));
  };
}
