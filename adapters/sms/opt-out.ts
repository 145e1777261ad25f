import type { Beside } from '../contract';

/** Phone companies stop for these, and only for these, when they are the whole message. */
const STOP = new Set(['stop', 'stopall', 'unsubscribe', 'end', 'quit', 'revoke', 'optout', 'cancel']);
const START = new Set(['start', 'unstop']);

/** What a text asks for in words that phone companies understand too. */
export function optOutOf(text: string): Pick<Beside, 'optOut'> {
  const words = text.trim().toLowerCase();
  if (STOP.has(words)) return { optOut: 'stop' };
  return START.has(words) ? { optOut: 'start' } : {};
}
