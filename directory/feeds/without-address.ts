import { replace } from 'postcode';
import type { Listing, Where } from '../types';

const KINDS = [
  ...[
    'Road',
    'Rd',
    'Street',
    'St',
    'Avenue',
    'Ave',
    'Lane',
    'Ln',
    'Close',
    'Drive',
    'Way',
    'Place',
    'Court',
    'Gardens',
  ],
  ...[
    'Terrace',
    'Crescent',
    'Square',
    'Hill',
    'Grove',
    'Park',
    'Row',
    'Mews',
    'Walk',
    'Parade',
    'Green',
    'View',
    'Rise',
  ],
].join('|');
/** "12 Elm Road", also where it stands in a sentence. */
const STREET = new RegExp(
  `\\b\\d+[a-z]?(?: ?[-–/] ?\\d+[a-z]?)?,? (?:(?:St\\.|[A-Z][\\w'’]+) ){1,3}(?:${KINDS})\\b`,
  'g',
);
/** "Elm Rd" and "Elm Road" are the same. */
const ENDS_IN_KIND = new RegExp(`^(.+)\\s(?:${KINDS})\\.?$`, 'i');
const HOUSE_NUMBER = /^\d+[a-z]?(?: ?[-–/] ?\d+[a-z]?)?,? /i;
const LEFT_OUT = '…';
const ONLY_LEFT_OUT = /^[…\s,.]*$/;

/** The listing without anything in its words that tells where these places are. */
export function withoutAddress(listing: Listing, places: Where[]): Listing {
  const streets = places.flatMap(streetsOf);
  const names = places.flatMap(({ name }) => name ?? []);
  // A place may have the name of the service itself, which has to be said.
  const told = [...streets, ...names.filter((name) => !listing.name.includes(name))].filter(
    (each) => isTelling(each) && each !== listing.name,
  );
  const clean = (words: string) => without(told, words);
  const cleanOrNull = (words: string | null) => (words === null ? null : clean(words));
  const by = cleanOrNull(listing.by);
  return {
    ...listing,
    name: clean(listing.name),
    what: clean(listing.what),
    by: by === null || ONLY_LEFT_OUT.test(by) ? null : by,
    who: cleanOrNull(listing.who),
    apply: cleanOrNull(listing.apply),
    alert: cleanOrNull(listing.alert),
    terms: listing.terms.map(clean).filter((term) => !ONLY_LEFT_OUT.test(term)),
    url: listing.url !== null && tells(listing.url, places) ? null : listing.url,
    cost: { ...listing.cost, text: cleanOrNull(listing.cost.text) },
    openings: listing.openings.map((opening) => ({
      ...opening,
      note: opening.note === null ? null : without([...streets, ...names], opening.note),
    })),
    places: listing.places.map((place) => ({
      ...place,
      town: place.town === null ? null : without([], place.town),
      access: place.access.map(clean),
    })),
  };
}

/** "12 Elm Road, Headingley" as it may be said: whole, in its parts, and without the number. The town may be said. */
function streetsOf({ street, town }: Where): string[] {
  const parts = (street ?? '').split(', ').filter((part) => part !== town);
  return [street ?? '', ...parts, ...parts.map((part) => part.replace(HOUSE_NUMBER, ''))].filter(Boolean);
}

/** A single word, such as "Leeds", tells nothing. */
const isTelling = (said: string) => /\s/.test(said);

function without(told: string[], words: string): string {
  const longestFirst = told.toSorted((a, b) => b.length - a.length);
  const named = longestFirst.reduce((all, each) => all.replace(howeverSpaced(each), LEFT_OUT), words);
  return replace(named.replace(STREET, LEFT_OUT), LEFT_OUT).result;
}

function howeverSpaced(said: string): RegExp {
  const stem = ENDS_IN_KIND.exec(said)?.[1];
  const words = (stem ?? said).split(/[\s,]+/).map(escaped);
  const all = stem === undefined ? words : [...words, `(?:${KINDS})`];
  return new RegExp(`(?<![\\p{L}\\d])${all.join('[\\s,]+')}(?![\\p{L}\\d])`, 'giu');
}

const escaped = (text: string) => text.replace(/[$()*+./?[\\\]^{|}]/g, '\\$&');

/** A page may be called `12-elm-road` or `ElmRoad`. */
function tells(url: string, places: Where[]): boolean {
  const address = squeezed(url);
  const said = places.flatMap((place) => [...streetsOf(place).filter(isTelling), place.postcode ?? '']);
  return said.map(squeezed).some((each) => each !== '' && address.includes(each));
}

const squeezed = (text: string) => text.toLowerCase().replace(/%[\da-f]{2}|[^\p{L}\d]/gu, '');
