import { TOPICS, type Topic } from '../understanding/types';
import { aboutAlone, dayNumber, type Entry, entryOf, fitOf, isPossible, kmTo, scoreOf } from './entry';
import { bestOfEachKind, mixed } from './mixing';
import { createTextIndex } from './text-index';
import type { Found, Listing, Query } from './types';
import type { SearchWords } from './words';

/** Finds help near here in what it holds. */
export interface Search {
  /** The best first, with kinds of help mixed: so many, from the one at `from` on. */
  find(query: Query, from: number, count: number): { found: Found[]; total: number };
  /** The listings of these ids that there are. */
  listings(ids: string[]): Listing[];
}

/** What fits less than this is not found. */
const FEWEST = 0.25;

/** Search over listings in memory. Closed ones are left out. */
export function createSearch(listings: Iterable<Listing>, words: SearchWords): Search {
  const search = emptySearch(words);
  for (const listing of listings) search.add(listing);
  return search;
}

/** A search that listings are added to one by one: fifty thousand of them as objects would fill the memory. */
export function emptySearch(searchWords: SearchWords): Search & { add(listing: Listing): void } {
  const entries: Entry[] = [];
  const byId = new Map<string, number>();
  /** Only where something may fit is looked. */
  const byTopic = new Map<Topic, number[]>(TOPICS.map((topic) => [topic, []]));
  const wanting: number[] = [];
  const mayFit = ({ topic, about, give }: Query, words: Map<number, number>): Iterable<number> => {
    if (give) return wanting;
    if (topic !== null) return byTopic.get(topic) ?? [];
    const likely = about.filter(({ score }) => aboutAlone(score) >= FEWEST);
    return new Set([...words.keys(), ...likely.flatMap(({ id }) => byTopic.get(id) ?? [])]);
  };
  const text = createTextIndex(searchWords);
  return {
    add(listing) {
      if (listing.state === 'closed') return;
      const at = entries.length;
      byId.set(listing.id, at);
      for (const topic of listing.topics) byTopic.get(topic)?.push(at);
      if (listing.give !== null) wanting.push(at);
      entries.push(entryOf(listing));
      text.add(listing);
    },
    find(query, from, count) {
      const words = query.words ? text.scores(query.words) : new Map<number, number>();
      const today = dayNumber(query.today);
      const best = bestOfEachKind<Entry & { score: number; km: number | null }>(from + count);
      let total = 0;
      for (const at of mayFit(query, words)) {
        const entry = entries[at] as Entry;
        const fit = fitOf(entry, words.get(at) ?? 0, query);
        if (fit < FEWEST || !isPossible(entry, query)) continue;
        const km = kmTo(entry, query.near);
        total += 1;
        best.take(entry.kind, scoreOf(entry, fit, km, today), (score) => ({ ...entry, score, km }));
      }
      const found = mixed(best.ranked(), from + count, count)
        .slice(from)
        .map(({ json, km }) => ({ listing: JSON.parse(json) as Listing, km }));
      return { found, total };
    },
    listings: (ids) =>
      ids.flatMap((id) => {
        const entry = entries[byId.get(id) ?? -1];
        return entry ? (JSON.parse(entry.json) as Listing) : [];
      }),
  };
}
