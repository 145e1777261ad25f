import type { Listing } from '../../directory/types';

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
    until: null,
    state: 'open',
    secret: false,
    words: null,
    give: null,
    ...known,
  };
}
