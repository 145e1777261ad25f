import type { Waiting } from '../../handoff/types';
import { claimedTwice, type Deed, endings } from './history';
import type { Place } from './model';

/** One person, all that was acknowledged about them, and what there is to see of them at the end. */
export interface Case {
  deeds: Deed[];
  /** What each author was acknowledged to have said, in that order. */
  said: Map<string, string[]>;
  /** Their transcript: who wrote it (`person`, or a worker's name), and what. */
  entries: { author: string; text: string }[];
  /** Their row in the list of each process; null where there is none. */
  rows: (Pick<Waiting, 'owner' | 'worker' | 'beside'> | null)[];
}

/** What was found. All but the first two must be nothing. */
export interface Verdict {
  deeds: number;
  messages: number;
  claimedTwice: number;
  /** People about whom the answers come out in no order: see `endings`. */
  impossible: number;
  /** Acknowledged messages that are not in the transcript, are there more than once, or stand before an earlier one of their author. */
  lost: number;
  repeated: number;
  outOfOrder: number;
  /** Rows that are missing from a list, that should not be in it, or that show somebody else. */
  missing: number;
  lingering: number;
  misplaced: number;
}

export const nothing: Verdict = {
  ...{ deeds: 0, messages: 0, claimedTwice: 0, impossible: 0, lost: 0, repeated: 0, outOfOrder: 0 },
  ...{ missing: 0, lingering: 0, misplaced: 0 },
};

export const faultless = ({ deeds: _, messages: __, ...faults }: Verdict): boolean =>
  Object.values(faults).every((count) => count === 0);

export function judge({ deeds, said, entries, rows }: Case): Verdict {
  const places = endings(deeds);
  const found = rows.map((row) => fits(row, places));
  const all = [...said].map(([author, texts]) => judgeTexts(texts, entries, author));
  const of = (what: string) => found.filter((each) => each === what).length;
  return {
    ...nothing,
    ...all.reduce(add, nothing),
    deeds: deeds.length,
    claimedTwice: claimedTwice(deeds),
    impossible: places.length === 0 ? 1 : 0,
    missing: of('missing'),
    lingering: of('lingering'),
    misplaced: of('misplaced'),
  };
}

function judgeTexts(texts: string[], entries: Case['entries'], author: string): Verdict {
  const theirs = entries.filter((entry) => entry.author === author).map(({ text }) => text);
  const places = texts.map((text) => theirs.indexOf(text));
  const there = places.filter((place) => place >= 0);
  const wanted = new Set(texts);
  const kept = theirs.filter((text) => wanted.has(text));
  return {
    ...nothing,
    messages: texts.length,
    lost: places.length - there.length,
    repeated: kept.length - new Set(kept).size,
    outOfOrder: there.filter((place, index) => place < (there[index - 1] ?? -1)).length,
  };
}

/** Where nothing fits, that is a fault of its own: no row can be right or wrong. */
function fits(row: Case['rows'][number], places: Place[]): 'well' | 'missing' | 'lingering' | 'misplaced' {
  const listed = places.filter(({ at }) => at !== 'natter');
  if (places.length === 0) return 'well';
  if (!row) return listed.length < places.length ? 'well' : 'missing';
  if (listed.length === 0) return 'lingering';
  const same = ({ at, worker, beside }: Place) =>
    at === row.owner && worker === (row.worker?.id ?? null) && beside === (row.beside?.id ?? null);
  return listed.some(same) ? 'well' : 'misplaced';
}

export const add = (one: Verdict, other: Verdict): Verdict =>
  Object.fromEntries(
    Object.entries(one).map(([key, value]) => [key, value + other[key as keyof Verdict]]),
  ) as unknown as Verdict;
