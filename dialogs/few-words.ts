import type { Library, State } from './types';

/**
 * For somebody who asked for few words: of a message in a topic's flow the first sentence, and whichever hold a number to call.
 * What is said about danger, sharing and deleting is always said in full.
 */
export function inFewWords(text: string, { flows }: Library, { short, at }: State): string {
  if (!short || !at || flows[at.flow]?.topic == null) return text;
  const [first = '', ...others] = text.split(/(?<=[.!?]["')]?)\s+/);
  return [first, ...others.filter((sentence) => /\d/.test(sentence))].join(' ');
}
