import { listingByHand } from './by-hand';
import { type PositionOf, positionsAt } from './outcodes';
import type { Place } from './place';
import { createSearch, type Search } from './search';
import type { Directory, Listing, Position } from './types';
import type { SearchWords } from './words';

/** The help that is listed by hand at a place, as listings. */
export function handListed(place: Place, positions: Map<string, Position>): Listing[] {
  const positionOf: PositionOf = positionsAt(place, positions);
  return place.help.map((help) => listingByHand(place.id, help, positionOf));
}

/** A directory that is held and searched in this process: for what a place lists by hand. */
export function heldDirectory(listings: Listing[], words: SearchWords): Directory {
  let search: Search | null = null;
  const held = () => {
    search ??= createSearch(listings, words);
    return search;
  };
  return {
    find: async (query, from, count) => ({ ...held().find(query, from, count), isWhole: true }),
    listings: async (ids) => held().listings(ids),
  };
}
