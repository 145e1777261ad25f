import { z } from 'zod';
import type { AskTopics } from '../../understanding/second-opinion';
import { TOPICS } from '../../understanding/types';

export interface TopicModelSettings {
  /** Where it is asked: POST of `{"text": "...", "topics": ["money", ...]}`. */
  url: string;
  /** Sent as a bearer token; null when it asks for none. */
  key: string | null;
}

const replySchema = z.object({ topics: z.array(z.object({ id: z.string(), score: z.number() })).max(100) });
/** A person is waiting: whatever takes longer is not an answer. */
const PATIENCE_MS = 1_500;

/**
 * Asks an operator's own model what a message is about. It gives `{"topics": [{"id": "money", "score": 0.8}]}`; ids it made up are left
 * out. Whatever goes wrong is told once by its kind, never with a word of the message, and is no answer.
 */
export function createTopicModel({ url, key }: TopicModelSettings, tell: (problem: string) => void): AskTopics {
  const ids: ReadonlySet<string> = new Set(TOPICS);
  return async (text) => {
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
        body: JSON.stringify({ text, topics: TOPICS }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (!response.ok) {
        await response.body?.cancel();
        tell(`status ${response.status}`);
        return null;
      }
      const { topics } = replySchema.parse(await response.json());
      return Object.fromEntries(topics.filter(({ id }) => ids.has(id)).map(({ id, score }) => [id, score]));
    } catch (error) {
      tell(String((error as Partial<Error>).name));
      return null;
    }
  };
}
