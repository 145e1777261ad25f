import type { Listing, Query } from '../../directory/types';

/** A listing of which nothing is known but its name, and what is given. */
export function listing(name: string, known: Partial<Listing> = {}): Listing {
  return {
    id: `test:${name}`,
    source: 'test',
    name,
    kind: 'formal',
    topics: [],
    terms: [],
    what: '',
    by: null,
    who: null,
    ages: { from: null, to: null },
    openings: [],
    cost: { free: null, text: null },
    ways: [],
    places: [],
    phones: [],
    email: null,
    url: null,
    apply: null,
    direct: null,
    alert: null,
    languages: [],
    checked: null,
    checkBy: null,
    until: null,
    state: 'open',
    secret: false,
    words: null,
    give: null,
    ...known,
  };
}

export const DAYS = {
  mon: 'Mondays',
  tue: 'Tuesdays',
  wed: 'Wednesdays',
  thu: 'Thursdays',
  fri: 'Fridays',
  sat: 'Saturdays',
  sun: 'Sundays',
};

/** Somebody who looks for nothing yet, but for what is given. */
export function query(wanted: Partial<Query>): Query {
  return {
    topic: null,
    words: '',
    about: [],
    near: null,
    age: null,
    give: false,
    days: [],
    free: false,
    direct: false,
    grown: false,
    today: '2026-11-26',
    ...wanted,
  };
}
