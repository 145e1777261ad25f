import type { Entry } from '../store/contract';
import { sharedLines } from '../story/story';
import type { Line } from '../story/types';
import type { Memory } from './memory';

/*
 * What a worker has before them. After a conversation was opened again that is what they saw before and what was said since,
 * and not what somebody told Natter in between, except their words about danger: those are shown to whoever talks with them.
 */

type Known = Pick<Memory, 'story' | 'reopened'>;

/** Only ever less: what somebody has left out since, or put in other words, stays out. */
export function sharedOf({ story, reopened }: Known): Line[] {
  const shared = sharedLines(story);
  if (!reopened) return shared;
  return reopened.shared.filter(({ id, text }) => shared.some((line) => line.id === id && line.text === text));
}

export function seenOf({ reopened }: Pick<Memory, 'reopened'>, entries: Entry[]): Entry[] {
  const hidden = (seq: number) => reopened?.between.some(([from, upTo]) => seq > from && seq <= upTo);
  return entries.filter(({ seq }) => !hidden(seq));
}
