import { TOPICS, type Topic, type Understanding } from './types';

/** Asks somebody else what a message is about: how likely each topic is, from 0 to 1. Null when there is no answer. */
export type AskTopics = (text: string) => Promise<Partial<Record<Topic, number>> | null>;

/** In a few words there is nothing to have a second opinion on. */
const FEWEST_WORDS = 3;
const MOST_LETTERS = 2_000;
const HIDDEN = '...';
/** What could tell who or where somebody is: e-mail addresses, links, postcodes, and digits that may be a number or a date. */
const TELLING = [
  /\S+@\S+/g,
  /\b(?:https?:\/\/|www\.)\S+/gi,
  /\b[a-z]{1,2}\d[a-z\d]?(?:\s*\d[a-z]{2})?\b/gi,
  /\+?\d[\d\s()./-]{2,}\d/g,
];

/**
 * Adds one more opinion to which topics a message is about, each counting for half. It never touches anything else: a message with
 * words about danger is not even sent, and without an answer all stays as it was. What is sent is the text of one message, without
 * what could tell who or where somebody is.
 */
export function withSecondOpinion(first: Understanding, ask: AskTopics): Understanding {
  return {
    ...first,
    async read(text) {
      const reading = await first.read(text);
      const words = text.trim().split(/\s+/);
      if (reading.safety.tier !== 'none' || words.length < FEWEST_WORDS) return reading;
      const second = await ask(withoutTelling(text)).catch(() => null);
      if (!second) return reading;
      const own = new Map(reading.topics.map(({ id, score }) => [id, score]));
      const topics = TOPICS.map((id) => ({ id, score: ((own.get(id) ?? 0) + bounded(second[id])) / 2 }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || a.id.localeCompare(b.id));
      return { ...reading, topics };
    },
  };
}

/** The text as it may leave the building. */
export function withoutTelling(text: string): string {
  return TELLING.reduce((rest, pattern) => rest.replace(pattern, HIDDEN), text.slice(0, MOST_LETTERS));
}

function bounded(score = 0): number {
  return Number.isFinite(score) ? Math.min(1, Math.max(0, score)) : 0;
}
