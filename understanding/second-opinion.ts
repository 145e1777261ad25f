import { type Reading, TOPICS, type Topic } from './types';

/** Asks somebody else what a message is about: how likely each topic is, from 0 to 1. Null when there is no answer. */
export type AskTopics = (text: string) => Promise<Partial<Record<Topic, number>> | null>;

type Topics = Reading['topics'];
/** Gives the topics of a message once more, with what somebody else thinks of them. */
export type SecondOpinion = (text: string, topics: Topics) => Promise<Topics>;

/** In a few words there is nothing to have a second opinion on. */
const FEWEST_WORDS = 3;
const MOST_LETTERS = 2_000;
const HIDDEN = '...';
/** What could tell who or where somebody is: e-mail addresses, names on a network, links, postcodes, and digits that may be a number or a date. */
const TELLING = [
  /\S+\s?@\s?\S+/g,
  /@\S+/g,
  /\bhttps?:\S+/gi,
  /\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/\S*)?/gi,
  /\b[a-z]{1,2}\d[a-z\d]?(?:[\s-]*\d[a-z]{2})?\b/gi,
  /\+?\p{Nd}[\p{Nd}\s()./,-]{2,}\p{Nd}/gu,
];

/**
 * Makes a second opinion of somebody who is asked. A topic that both have heard of counts half by each; one that only the first
 * has heard of stays as it was. What is sent is the text of one message, without what could tell who or where somebody is.
 */
export function secondOpinion(ask: AskTopics): SecondOpinion {
  return async (text, topics) => {
    if (text.trim().split(/\s+/).length < FEWEST_WORDS) return topics;
    const second = await ask(withoutTelling(text)).catch(() => null);
    if (!second) return topics;
    const own = new Map(topics.map(({ id, score }) => [id, score]));
    return TOPICS.map((id) => ({ id, score: together(own.get(id) ?? 0, second[id]) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.id.localeCompare(b.id));
  };
}

/** The text as it may leave the building. */
export function withoutTelling(text: string): string {
  const hidden = TELLING.reduce(
    (rest, pattern) => rest.replace(pattern, HIDDEN),
    text.normalize('NFKC').slice(0, 2 * MOST_LETTERS),
  );
  return hidden.slice(0, MOST_LETTERS);
}

function together(first: number, second: number | undefined): number {
  if (second === undefined || !Number.isFinite(second)) return first;
  return (first + Math.min(1, Math.max(0, second))) / 2;
}
