import type { Understanding } from '../../understanding/types';
import type { Row } from './figures';

/** As long as what people write when they say what is going on. */
const WORDS = 30;
const WARM_UP = 20;
const MESSAGES = 200;

/**
 * How long reading takes that nothing else waits for: messages of 30 words each, made of what people wrote, one after the
 * other. @param clock milliseconds, never set back
 */
export async function speedFigures(
  read: Understanding['read'],
  texts: readonly string[],
  clock: () => number,
): Promise<Row> {
  const messages = ofThirtyWords(texts);
  for (const text of messages.slice(0, WARM_UP)) await read(text);
  const took: number[] = [];
  for (const text of messages.slice(0, MESSAGES)) {
    const began = clock();
    await read(text);
    took.push(clock() - began);
  }
  took.sort((one, other) => one - other);
  const at = (part: number) => `${Math.round(took[Math.floor(part * (took.length - 1))] ?? 0)} ms`;
  return { messages: took.length, 'half of them': at(0.5), '19 of 20': at(0.95), 'all of them': at(1) };
}

function ofThirtyWords(texts: readonly string[]): string[] {
  const words = texts.join(' ').split(/\s+/);
  const made = [];
  for (let at = 0; at + WORDS <= words.length; at += WORDS) made.push(words.slice(at, at + WORDS).join(' '));
  return made;
}
