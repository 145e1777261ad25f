import type { Reading, Understanding } from '../understanding/types';

const read = new WeakMap<Understanding, Map<string, Reading>>();

/**
 * What a label says, read once: most turns are taps, and a label is always the same words. Only ever ask for a label
 * that was offered, never for a person's own words, because this remembers.
 */
export async function readLabel(understanding: Understanding, label: string): Promise<Reading> {
  const known = read.get(understanding) ?? new Map<string, Reading>();
  const reading = known.get(label) ?? (await understanding.read(label));
  read.set(understanding, known.set(label, reading));
  return reading;
}
