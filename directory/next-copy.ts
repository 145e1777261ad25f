import type { Lines, Report } from './copy';

/** What came from a feed. */
export interface Came {
  lines: Lines;
  /** Listings of which only the list's few words came: what was known of them before is better, unless it was as little. */
  shallow: Set<string>;
  /** Its list was read to the end, so that what is not in it is not there any more. */
  complete: boolean;
}

export interface Next {
  lines: Lines;
  /** How many listings stay of the last copy that did not come. */
  kept: number;
  /** How many came, where that is so few that nothing was taken away yet. */
  shrunk: number | null;
  /** Listings of which no more is known than the list's few words. */
  shallow: string[];
}

/** A list that comes with less than this part of the last copy is believed when it comes so twice in a row. */
const USUAL_PART = 0.7;
/** A copy of fewer may well lose a third from one day to the next. */
const FEW = 20;

/**
 * The new copy. What fails is never a deletion: only a list that was read to its end, and holds about as much as it did before,
 * takes a listing away. `lines` is `last` itself when nothing came. `before`: the report of the time before.
 */
export function nextCopy(last: Lines, came: Came, before: Pick<Report, 'shrunk' | 'shallow'> | null): Next {
  const thin = new Set(before?.shallow);
  if (came.lines.size === 0) return { lines: last, kept: last.size, shrunk: null, shallow: [...thin] };
  const isKnownWhole = (id: string) => last.has(id) && !thin.has(id);
  const lines: Lines = new Map();
  for (const [id, line] of came.lines) {
    lines.set(id, (came.shallow.has(id) && isKnownWhole(id) && last.get(id)) || line);
  }
  const shrunk = came.complete && isTooFew(came.lines.size, last.size, before?.shrunk ?? null) ? came.lines.size : null;
  const takesAway = came.complete && shrunk === null;
  const kept = [...last].filter(([id]) => !lines.has(id) && (!takesAway || came.shallow.has(id)));
  for (const [id, line] of kept) lines.set(id, line);
  const isThin = (id: string) => !isKnownWhole(id) && (came.shallow.has(id) || !came.lines.has(id));
  return { lines, kept: kept.length, shrunk, shallow: [...lines.keys()].filter(isThin) };
}

/** `shrunk`: how few came the time before. Still fewer now is news again. */
function isTooFew(came: number, last: number, shrunk: number | null): boolean {
  const isSeenTwice = shrunk !== null && came >= shrunk * USUAL_PART;
  return last >= FEW && came < last * USUAL_PART && !isSeenTwice;
}
