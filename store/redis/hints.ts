import type { Hint } from '../contract';

/** A hint on its way between processes: `["conversation", "worker" or null]`. */
export const hintOut = ({ conversation, worker }: Hint): string => JSON.stringify([conversation, worker]);

/** Null for what is no hint: it may come from another version of Natter, and is allowed to be lost. */
export function hintIn(message: string): Hint | null {
  try {
    const [conversation, worker] = JSON.parse(message);
    const read = typeof conversation === 'string' && (worker === null || typeof worker === 'string');
    return read ? { conversation, worker } : null;
  } catch {
    return null;
  }
}
