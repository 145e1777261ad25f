import { createSearch } from '../../directory/search';
import type { Day, Listing, Query } from '../../directory/types';
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

  test('what was to be checked by a day that is over comes where what was checked long ago does', () => {
    const listings = [
      listing('Over', { ...money, checked: '2026-10-01', checkBy: '2026-11-25' }),
      listing('Not so new', { ...money, checked: '2025-06-01' }),
      listing('Due today', { ...money, checked: '2026-10-01', checkBy: TODAY }),
    ];
    expect(names(listings, { topic: 'money' })).toEqual(['Due today', 'Not so new', 'Over']);
  });
});

describe('is not shown', () => {
  test.each([
    ['what has closed', { state: 'closed' as const }, {}],
    ['what is over', { until: '2026-11-25' }, {}],
    ['what is for others by age', { ages: { from: 18, to: null } }, { age: 14 }],
  ])('%s', (_, known, query) => {
    expect(names([listing('It', { ...money, ...known })], { topic: 'money', ...query })).toEqual([]);
  });
});

describe('what fits a wish comes first, then what may fit it, and what does not is there too:', () => {
  const on = (...days: Day[]) => ({ openings: [{ days, opens: null, closes: null, note: null }] });
  const cost = (free: boolean) => ({ cost: { free, text: null } });
  test.each<[string, Partial<Query>, Partial<Listing>, Partial<Listing>]>([
    ['on a day', { days: ['tue'] }, on('mon', 'tue'), on('mon')],
    ['on one of two days', { days: ['sat', 'sun'] }, on('sun'), on('fri')],
    ['free', { free: true }, cost(true), cost(false)],
    ['without being asked for', { direct: true }, { direct: true }, { direct: false }],
  ])('%s', (_, wish, fits, misses) => {
    const listings = [
      listing('Misses', { ...money, ...misses, ...at(52.91) }),
      listing('May fit', money),
      listing('Fits', { ...money, ...fits }),
    ];
    expect(names(listings, { topic: 'money', near: NEAR, ...wish })).toEqual(['Fits', 'May fit', 'Misses']);
  });

  test('for a grown-up what is only for the young comes later', () => {
    const listings = [listing('Young', { ...money, ages: { from: 11, to: 17 }, ...at(52.91) }), listing('All', money)];
    expect(names(listings, { topic: 'money', near: NEAR, grown: true })).toEqual(['All', 'Young']);
    expect(names(listings, { topic: 'money', near: NEAR })).toEqual(['Young', 'All']);
  });

  test('what fits two wishes before what fits one, and that before what fits none', () => {
    const listings = [
      listing('None', { ...money, ...on('mon'), ...cost(false) }),
      listing('One', { ...money, ...on('mon'), ...cost(true) }),
      listing('Two', { ...money, ...on('tue'), ...cost(true) }),
    ];
    expect(names(listings, { topic: 'money', days: ['tue'], free: true })).toEqual(['Two', 'One', 'None']);
  });

  test('where nothing fits, all is found as it would be without wishes', () => {
    const listings = [listing('Far', { ...money, ...at(53.4) }), listing('Near', { ...money, ...at(52.92) })];
    const wishes = { days: ['tue' as const], free: true, direct: true };
    expect(names(listings, { topic: 'money', near: NEAR, ...wishes })).toEqual(['Near', 'Far']);
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

  test('what is on that day is found, though no other word finds it, and what is not is found by the others', () => {
    expect(names(listings, { words: 'grandson', days: ['sat'] })).toEqual(['Choir']);
    expect(names(listings, { words: 'soup', days: ['sat'] })).toEqual(['Warm Hub', 'Choir']);
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
