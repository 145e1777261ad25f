import { TOPICS, type Topic } from '../understanding/types';
import { aboutAlone, dayNumber, type Entry, entryOf, fitOf, isPossible, kmTo, scoreOf, shareByWishes } from './entry';
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

/**
 * A search that listings are added to one by one: fifty thousand of them as objects would fill the memory. `read` gives a listing again
 * when it is shown; left out, its text is held.
 */
export function emptySearch(searchWords: SearchWords): Search & { add(listing: Listing, read?: () => Listing): void } {
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
  /** Found by the words alone, or by them with the days beside them: what is on another day is found all the same. */
  const scoresFor = ({ words, days }: Query): Map<number, number> => {
    const scores = words ? text.scores(words) : new Map<number, number>();
    if (days.length === 0) return scores;
    const onDays = text.scores([words, ...days.map((day) => searchWords.days[day])].join(' '));
    for (const [at, score] of onDays) scores.set(at, Math.max(score, scores.get(at) ?? 0));
    return scores;
  };
  return {
    add(listing, read = held(listing)) {
      if (listing.state === 'closed') return;
      const at = entries.length;
      byId.set(listing.id, at);
      for (const topic of listing.topics) byTopic.get(topic)?.push(at);
      if (listing.give !== null) wanting.push(at);
      entries.push(entryOf(listing, read));
      text.add(listing);
    },
    find(query, from, count) {
      const words = scoresFor(query);
      const today = dayNumber(query.today);
      const best = bestOfEachKind<Entry & { score: number; km: number | null }>(from + count);
      let total = 0;
      for (const at of mayFit(query, words)) {
        const entry = entries[at] as Entry;
        const fit = fitOf(entry, words.get(at) ?? 0, query);
        if (fit < FEWEST || !isPossible(entry, query)) continue;
        const km = kmTo(entry, query.near);
        total += 1;
        const worth = scoreOf(entry, fit, km, today) * shareByWishes(entry, query);
        best.take(entry.kind, worth, (score) => ({ ...entry, score, km }));
      }
      const found = mixed(best.ranked(), from + count, count)
        .slice(from)
        .map(({ read, km }) => ({ listing: read(), km }));
      return { found, total };
    },
    listings: (ids) =>
      ids.flatMap((id) => {
        const entry = entries[byId.get(id) ?? -1];
        return entry ? entry.read() : [];
      }),
  };
}

/** As text a listing takes a quarter of the memory. */
function held(listing: Listing): () => Listing {
  const json = JSON.stringify(listing);
  return () => JSON.parse(json) as Listing;
}
