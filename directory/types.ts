import type { Topic } from '../understanding/types';

/** What the directory room gives to others, and what every kind of feed is read into. Shapes only. */

/** `formal`: a service. `community`: run by local people. `peer`: people who have been there themselves. */
export const KINDS = ['formal', 'community', 'peer'] as const;
export type Kind = (typeof KINDS)[number];

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof DAYS)[number];

export const WAYS = ['in-person', 'phone', 'online'] as const;
export type Way = (typeof WAYS)[number];

/** When somebody can come: `HH:MM`, in the place's own time; null where it is not known. */
export interface Opening {
  days: Day[];
  opens: string | null;
  closes: string | null;
  /** What there is to say that days and times do not: "second Tuesday of the month". */
  note: string | null;
}

export interface Position {
  latitude: number;
  longitude: number;
}

/** Where it is. A whole postcode is kept only of a building that anybody may know of. */
export interface Where {
  name: string | null;
  street: string | null;
  town: string | null;
  postcode: string | null;
  position: Position | null;
  /** Ways in, as the owner wrote them: "Ramp at the side door." */
  access: string[];
}

/** One of the terms under which an owner files something. */
export interface Term {
  /** '': it is told by a code alone. */
  name: string;
  /** Its address, and its number in a list that has a name: `dfe family hubs:15`. As `asCode` writes them. */
  codes: string[];
}

/** One help near here, from a feed or written by hand. What is not known is null or empty: most feeds leave most of it out. */
export interface Listing {
  /** `<source>:<id>`: the same help keeps it from import to import. */
  id: string;
  /** The feed or the file it came from. */
  source: string;
  name: string;
  kind: Kind;
  topics: Topic[];
  /** Names of the owner's own terms, for searching. */
  terms: string[];
  /** As the owner wrote it, without markup. */
  what: string;
  /** Who runs it. */
  by: string | null;
  /** Who it is for, as the owner wrote it. */
  who: string | null;
  /** In whole years; null: no limit known. */
  ages: { from: number | null; to: number | null };
  openings: Opening[];
  cost: { free: boolean | null; text: string | null };
  ways: Way[];
  places: Where[];
  /** As they are dialled here: "01632 960101". */
  phones: string[];
  email: string | null;
  url: string | null;
  /** How to get it, as the owner wrote it. */
  apply: string | null;
  /** Whether somebody can go without being referred. */
  direct: boolean | null;
  /** What the owner wants everybody to know first: "Closed until May." */
  alert: string | null;
  languages: string[];
  /** The day somebody last made sure of it, `YYYY-MM-DD`. */
  checked: string | null;
  /** The day until which that is good enough, where whoever keeps it named one: `YYYY-MM-DD`. */
  checkBy: string | null;
  /** The last day it is there, `YYYY-MM-DD`. */
  until: string | null;
  state: 'open' | 'paused' | 'closed';
  /** A refuge, or marked private: it is never shown or kept with an address. */
  secret: boolean;
  /** Lines a writer here wrote for it, said as they stand; null: they are made from the parts above. */
  words: { what: string; who: string; when: string; cost: string; next: string } | null;
  /** How to help there, for those who ask "could I help others?": one short sentence. */
  give: string | null;
}

/** What somebody looks for. */
export interface Query {
  /** What it should be about; null: only the words tell. */
  topic: Topic | null;
  /** In their own words; '' where there are none. */
  words: string;
  /** What the words are about, as they were understood: scores from 0 to 1. */
  about: { id: Topic; score: number }[];
  /** Where they are, no closer than the first half of a postcode. */
  near: Position | null;
  /** How old the person is whom it is for, in years; null: not known. */
  age: number | null;
  /** Only where people are wanted to help. */
  give: boolean;
  /** Rather on one of these days; []: on any. */
  days: Day[];
  /** Rather what costs nothing. */
  free: boolean;
  /** Rather where somebody can go without being referred. */
  direct: boolean;
  /** Rather what is not only for the young: a grown-up asks, and not about a child. */
  grown: boolean;
  /** The day it is, `YYYY-MM-DD`. */
  today: string;
}

/** A help that fits. `km`: how far away, as the crow flies; null: not known. */
export interface Found {
  listing: Listing;
  km: number | null;
}

/** The help of one place, as the bot looks for it. */
export interface Directory {
  /** The best first, with kinds of help mixed: so many, from the one at `from` on. `isWhole`: everything known was looked through. */
  find(query: Query, from: number, count: number): Promise<{ found: Found[]; total: number; isWhole: boolean }>;
  /** The listings of these ids that there still are. */
  listings(ids: string[]): Promise<Listing[]>;
}

/** Something a feed says that could not be read, or that its owner may want to mend. */
export interface FeedFault {
  /** The service it is about, as the feed names it; null: the feed itself. */
  service: string | null;
  /** The field, as the feed names it, dots between: `schedules.0.byday`. */
  field: string;
  /** What is wrong, in plain words, never with the value in it. */
  what: string;
}
