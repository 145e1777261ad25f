import type { Fault, Library } from '../../dialogs/types';
import { readFlows } from '../../read-content';
import { type Message, messagesOf } from '../check/messages';
import { segmentCounts } from '../check/segments';

/** What stands on disk now, as far as it is quick to tell. */
export interface Looked {
  library: Library;
  messages: Message[];
  /** How many texts a message takes, by `file:line`. */
  segments: ReadonlyMap<string, { count: number }>;
  /** What cannot be read. */
  faults: Fault[];
}

export interface Where {
  /** The content folder, as faults name it. */
  dir: string;
  place: string;
  language: string;
}

export function look({ dir, place, language }: Where): Looked {
  const { library, here, helplines, faults, lineOf } = readFlows(dir, place, language);
  const locality = here && helplines && { place: here, helplines, file: '', lineOf };
  return {
    library,
    messages: messagesOf(library),
    segments: locality ? segmentCounts(library, locality) : new Map(),
    faults,
  };
}

/** Looks again only when something has changed since. `signature` tells that. */
export function createLooker(where: Where, signature: () => string): () => Looked {
  let last: { signature: string; looked: Looked } | null = null;
  return () => {
    const now = signature();
    if (last?.signature !== now) last = { signature: now, looked: look(where) };
    return last.looked;
  };
}
