import { createSearch } from '../../directory/search';
import type { Listing, Query } from '../../directory/types';
import { query as asked, DAYS, listing } from './listing';

const WORDS = { same: [['nappies', 'baby bank']], days: DAYS };
const TODAY = '2026-11-26';
const NEAR = { latitude: 52.91, longitude: -1.6 };

const names = (listings: Listing[], query: Partial<Query>, from = 0, count = 3): string[] =>
  createSearch(listings, WORDS)
    .find(asked({ today: TODAY, ...query }), from, count)
    .found.map(({ listing: { name } }) => name);

const at = (latitude: number) => ({
  places: [{ name: null, street: null, town: null, postcode: null, position: { ...NEAR, latitude }, access: [] }],
});
const money = { topics: ['money' as const] };

describe('by topic', () => {
  test('only what is about it is found, what is mostly about it first', () => {
    const listings = [
      listing('Both', { topics: ['food', 'money'] }),
      listing('Debt', money),
      listing('Meals', { topics: ['food'] }),
    ];
    expect(names(listings, { topic: 'money' })).toEqual(['Debt', 'Both']);
  });

  test('in each three, people who have been there and neighbours stand beside services', () => {
    const listings = [
      ...['One', 'Two', 'Three', 'Four'].map((name) => listing(name, { ...money, checked: TODAY })),
      listing('Neighbours', { ...money, kind: 'community' }),
      listing('Been there', { ...money, kind: 'peer' }),
    ];
    expect(names(listings, { topic: 'money' })).toEqual(['One', 'Neighbours', 'Been there']);
    expect(names(listings, { topic: 'money' }, 3)).toEqual(['Two', 'Three', 'Four']);
  });

  test('the next three follow those before, and none comes twice', () => {
    const listings = Array.from({ length: 8 }, (_, n) => listing(`Help ${n}`, money));
    const all = [0, 3, 6].flatMap((from) => names(listings, { topic: 'money' }, from));
    expect(new Set(all).size).toBe(8);
    expect(names(listings, { topic: 'money' }, 9)).toEqual([]);
  });

  test('what is near comes first', () => {
    const listings = [listing('Far', { ...money, ...at(53.4) }), listing('Near', { ...money, ...at(52.92) })];
    expect(names(listings, { topic: 'money', near: NEAR })).toEqual(['Near', 'Far']);
  });

  test('what was checked long ago comes last, but is not hidden', () => {
    const listings = [
      listing('Old', { ...money, checked: '2019-01-01' }),
      listing('Never', money),
      listing('New', { ...money, checked: '2026-10-01' }),
    ];
    expect(names(listings, { topic: 'money' })).toEqual(['New', 'Never', 'Old']);
  });
});

describe('is not shown', () => {
  test.each([
    ['what has closed', { state: 'closed' as const }, {}],
    ['what is over', { until: '2026-11-25' }, {}],
    ['what is for others by age', { ages: { from: 18, to: null } }, { age: 14 }],
    ['what costs, where nothing may', { cost: { free: false, text: '£3' } }, { free: true }],
    ['what somebody else has to ask for, where nobody can', { direct: false }, { direct: true }],
    [
      'what is on other days',
      { openings: [{ days: ['mon' as const], opens: null, closes: null, note: null }] },
      { day: 'tue' as const },
    ],
  ])('%s', (_, known, query) => {
    expect(names([listing('It', { ...money, ...known })], { topic: 'money', ...query })).toEqual([]);
  });
});

describe('by words', () => {
  const listings = [
    listing('Oak Lane Baby Bank', { what: 'Clothes and cots for little ones.' }),
    listing('Warm Hub', { what: 'A warm room, soup and company in winter.' }),
    listing('Choir', {
      openings: [{ days: ['sat'], opens: null, closes: null, note: null }],
      cost: { free: true, text: null },
    }),
    listing('Repair Cafe', { what: 'Mends lamps, toasters and bikes with you.' }),
  ];

  test.each([
    ['somewhere warm to sit with soup', 'Warm Hub'],
    ['my toastr is broken', 'Repair Cafe'],
    ['i need nappies', 'Oak Lane Baby Bank'],
    ['a bike to mend', 'Repair Cafe'],
    ['something on a saturday', 'Choir'],
    ['something free', 'Choir'],
  ])('"%s" finds %s', (words, name) => {
    expect(names(listings, { words })[0]).toBe(name);
  });

  test('words that are about nothing here find nothing', () => {
    expect(names(listings, { words: 'xylophone' })).toEqual([]);
  });

  test('what the words are about helps, where no word is the same', () => {
    const about = [{ id: 'loneliness' as const, score: 0.9 }];
    const friends = listing('Kettle Club', { topics: ['loneliness'] });
    expect(names([...listings, friends], { words: 'nobody talks to me', about })).toEqual(['Kettle Club']);
  });
});

test('where people are wanted is found for who could help', () => {
  const listings = [listing('No', money), listing('Yes', { ...money, give: 'Two hours on a Tuesday.' })];
  expect(names(listings, { give: true })).toEqual(['Yes']);
});

test('listings are found again by their ids, those that are gone are left out', () => {
  const search = createSearch([listing('It')], WORDS);
  expect(search.listings(['test:gone', 'test:It']).map(({ name }) => name)).toEqual(['It']);
});
