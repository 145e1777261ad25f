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
/** After something went wrong it is left alone for so long, so that not everybody waits for it. */
const REST_MS = 60_000;
const MOST_BYTES = 64_000;

/**
 * Asks an operator's own model what a message is about. It gives `{"topics": [{"id": "money", "score": 0.8}]}`; ids it made up are left
 * out. Whatever goes wrong is told by its kind, never with a word of the message, and is no answer; then it rests a while. `patience` is in ms.
 */
export function createTopicModel(
  { url, key }: TopicModelSettings,
  { tell, now, patience = PATIENCE_MS }: { tell: (problem: string) => void; now: () => number; patience?: number },
): AskTopics {
  const ids: ReadonlySet<string> = new Set(TOPICS);
  let restsUntil = 0;
  return async (text) => {
    if (now() < restsUntil) return null;
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
        body: JSON.stringify({ text, topics: TOPICS }),
        signal: AbortSignal.timeout(patience),
      });
      const { topics } = replySchema.parse(JSON.parse(await bodyOf(response)));
      const known = topics.filter(({ id }) => ids.has(id));
      return known.length > 0 ? Object.fromEntries(known.map(({ id, score }) => [id, score])) : null;
    } catch (error) {
      restsUntil = now() + REST_MS;
      tell(error instanceof StatusError ? error.message : String((error as Partial<Error>).name));
      return null;
    }
  };
}

/** It answered, but not well. */
class StatusError extends Error {
  readonly code = 'topic-model-status';
}

async function bodyOf(response: Response): Promise<string> {
  if (!response.ok) {
    await response.body?.cancel();
    throw new StatusError(`status ${response.status}`);
  }
  let text = '';
  for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += part;
    if (text.length > MOST_BYTES) throw new StatusError('too long');
  }
  return text;
}
