import type { Reach } from '../handoff/types';
import type { Conversation, Entry } from '../store/contract';
import type { Memory } from './memory';

/** WhatsApp lets us write freely for so long after each message of theirs. */
const WINDOW_MS = 24 * 60 * 60_000;

/**
 * What WhatsApp allows with somebody; null on other channels. A photo opens the window as words do, so the transcript counts
 * too. `canAsk`: their provider can ask whether they want to read a reply.
 */
export function reachOf(
  { channel }: Conversation,
  { heardAt, held, address }: Memory,
  entries: Entry[],
  canAsk: (provider: string) => boolean,
): Reach | null {
  if (channel !== 'whatsapp') return null;
  const last = entries.findLast(({ from }) => from === 'person')?.at ?? 0;
  return {
    until: Math.max(heardAt, last) + WINDOW_MS,
    held: new Set(held.map(({ part }) => Number.parseInt(part, 10))).size,
    asks: address !== null && canAsk(address.provider),
  };
}
