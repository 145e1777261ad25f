import type { Topic } from '../understanding/types';
import { distanceKm } from './distance';
import type { Day, Kind, Listing, Position, Query } from './types';

/** What is looked at for every query. The listing itself is read where it lies, when it is shown. */
export interface Entry {
  read: () => Listing;
  kind: Kind;
  topics: Topic[];
  positions: Position[];
  ages: Listing['ages'];
  days: Set<Day> | null;
  /** null: not known, as for `direct`. */
  free: boolean | null;
  direct: boolean | null;
  wantsHelp: boolean;
  until: string | null;
  /** Days since 1970. */
  checked: number | null;
  checkBy: number | null;
  /** How much of what somebody needs to know is there, from 0 to 1. */
  known: number;
}

const FITS = { topic: 1, alsoTopic: 0.8, about: 0.5, words: 1 };
/** A topic that is less likely tells nothing. */
const LIKELY = 0.1;
/** However much speaks against it, it stays in the list. */
const LEAST = 0.01;
/** As far as somebody without a car goes gladly; from twice as far on, further makes no difference. */
const GLADLY_KM = 8;
const COSTS = { far: 0.4, somewhere: 0.1, stale: 0.25, unknown: 0.1, bare: 0.15 };
const WISHES = { missed: 0.4, unknown: 0.7 };
const GROWN = 18;
const DAY_MS = 86_400_000;
/** When a listing begins to be old, and when it is as old as can be. */
const FRESH_DAYS = 365;
const STALE_DAYS = 3 * 365;

export const dayNumber = (day: string): number => Date.parse(day) / DAY_MS;

export function entryOf(listing: Listing, read: () => Listing): Entry {
  const { phones, url, email, openings, what, apply, checked, checkBy } = listing;
  const days = new Set(openings.flatMap((opening) => opening.days));
  const parts = [
    phones.length > 0 || url || email || apply,
    openings.length > 0 || listing.words,
    what,
    listing.cost.free !== null || listing.words,
  ];
  return {
    read,
    kind: listing.kind,
    topics: listing.topics,
    positions: listing.places.flatMap(({ position }) => position ?? []),
    ages: listing.ages,
    days: days.size > 0 ? days : null,
    free: listing.cost.free,
    direct: listing.direct,
    wantsHelp: listing.give !== null,
    until: listing.until,
    checked: checked === null ? null : dayNumber(checked),
    checkBy: checkBy ? dayNumber(checkBy) : null,
    known: parts.filter(Boolean).length / parts.length,
  };
}

/** How well an entry fits what somebody looks for: by its topic, by what their words are about, and by the words themselves (`words`, from 0 to 1). */
export function fitOf({ topics, wantsHelp }: Entry, words: number, { topic, about, give }: Query): number {
  if (give) return wantsHelp ? FITS.topic + words : 0;
  const byTopic = topic === null ? 0 : topicFit(topics, topic);
  if (topic !== null && byTopic === 0) return 0;
  let byAbout = 0;
  for (const { id, score } of about) if (score >= LIKELY) byAbout = Math.max(byAbout, score * topicFit(topics, id));
  return byTopic + aboutAlone(byAbout) + words * FITS.words;
}

/** How well something fits that is about what the words are about, and has none of them. */
export const aboutAlone = (score: number): number => score * FITS.about;

/** How much a listing is about a topic: most about its first. */
function topicFit(topics: Topic[], topic: Topic): number {
  const at = topics.indexOf(topic);
  return at < 0 ? 0 : at === 0 ? FITS.topic : FITS.alsoTopic;
}

export function isPossible({ ages, until }: Entry, { age, today }: Query): boolean {
  if (until !== null && until < today) return false;
  return age === null || ((ages.from ?? 0) <= age && age <= (ages.to ?? Number.POSITIVE_INFINITY));
}

/** What is left of its worth to somebody with wishes: each that it misses takes half, and one that it may meet or miss less. */
export function shareByWishes({ days, free, direct, ages }: Entry, query: Query): number {
  const onDay = days && query.days.some((day) => days.has(day));
  const isForGrown = ages.to === null || ages.to >= GROWN;
  return [
    shareBy(query.days.length > 0, onDay),
    shareBy(query.free, free),
    shareBy(query.direct, direct),
    shareBy(query.grown, isForGrown),
  ].reduce((share, each) => share * each);
}

const shareBy = (isWished: boolean, isMet: boolean | null): number =>
  !isWished || isMet ? 1 : isMet === null ? WISHES.unknown : WISHES.missed;

/** How far away the nearest of its places is, in kilometres; null where that is not known. */
export function kmTo({ positions }: Entry, near: Position | null): number | null {
  if (!near || positions.length === 0) return null;
  return Math.min(...positions.map((position) => distanceKm(near, position)));
}

/** What it is worth: lower where it is far, or was last checked long ago, or says little. `today` in days since 1970. */
export function scoreOf({ checked, checkBy, known }: Entry, fit: number, km: number | null, today: number): number {
  const far = km === null ? COSTS.somewhere : Math.min(1, km / GLADLY_KM / 2) * COSTS.far;
  const stale = checked === null ? COSTS.unknown : staleness(checked, checkBy, today) * COSTS.stale;
  return Math.max(LEAST, fit - far - stale - (1 - known) * COSTS.bare);
}

/** From 0 to 1: from just checked to as old as can be, which it also is after the day by which it was to be checked again. */
const staleness = (checked: number, checkBy: number | null, today: number) =>
  checkBy !== null && checkBy < today ? 1 : share(today - checked, FRESH_DAYS, STALE_DAYS);

/** How far a value has come from one to another, from 0 to 1. */
const share = (value: number, from: number, to: number) => Math.min(1, Math.max(0, (value - from) / (to - from)));
