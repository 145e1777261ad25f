import { REQUIRED_PHRASES } from '../../dialogs/required';
import { inWords, SENTENCES, type SentenceId, type Speech } from '../../directory/saying';
import { sentencesOf } from '../../directory/sentences';
import type { Listing } from '../../directory/types';
import { DAYS, listing } from './listing';

const TODAY = '2026-11-26';
/** Every sentence as its name and what fills it, so that it shows which was said. */
const speech: Speech = {
  say: (id: SentenceId, values = {}) => [id, ...Object.values(values)].join(' '),
  day: (day) => DAYS[day],
  plain: (text) => text.replace('service users', 'people'),
  date: (day) => `on ${day}`,
};
const said = (known: Partial<Listing>) => inWords(listing('It', known), speech, TODAY);
const open = (
  days: Listing['openings'][number]['days'],
  opens: string | null = null,
  closes: string | null = null,
) => ({
  openings: [{ days, opens, closes, note: null }],
});
const hall = { name: 'Oak Hall', street: '1 Oak Lane', town: 'Hazelford', postcode: null, position: null, access: [] };

test('what a writer here wrote is said as it stands', () => {
  const words = { what: 'Tea.', who: 'For all.', when: 'Now.', cost: 'Free.', next: 'Come.' };
  expect(said({ words, checked: TODAY })).toEqual({ name: 'It', ...words, checked: `help-checked on ${TODAY}` });
});

test('of what nobody knows nothing is said, but for what to do and that it was never checked', () => {
  expect(said({})).toEqual({
    name: 'It',
    what: '',
    who: '',
    when: '',
    cost: '',
    next: 'help-next-ask',
    checked: 'help-never-checked',
  });
});

describe('what it is', () => {
  test.each<[string, Partial<Listing>, string]>([
    ['the first sentence', { what: 'We mend bikes. We also mend lamps.' }, 'We mend bikes.'],
    ['in plain words', { what: 'Lunch for service users.' }, 'Lunch for people.'],
    ['not a heading', { what: 'About us:\nWe mend bikes every day.' }, 'We mend bikes every day.'],
    ['never half a sentence', { what: `${'Very long words follow on '.repeat(8)}here. Short one.` }, 'Short one.'],
    [
      'what has to be known first',
      { what: 'We mend bikes.', alert: 'Closed until May.' },
      'help-alert Closed until May. We mend bikes.',
    ],
    ['that it is closed for now', { what: 'We mend bikes.', state: 'paused' }, 'help-paused We mend bikes.'],
  ])('%s', (_, known, words) => {
    expect(said(known).what).toBe(words);
  });
});

describe('who can come', () => {
  test.each<[string, Partial<Listing>, string]>([
    ['between two ages', { ages: { from: 5, to: 11 } }, 'help-ages-between 5 11'],
    ['from an age', { ages: { from: 18, to: 99 } }, 'help-ages-from 18'],
    ['up to an age', { ages: { from: 0, to: 4 } }, 'help-ages-to 4'],
    ['in the words of its owner', { who: 'Anyone who cares for somebody.' }, 'Anyone who cares for somebody.'],
  ])('%s', (_, known, words) => {
    expect(said(known).who).toBe(words);
  });
});

describe('when and where', () => {
  test.each<[string, Partial<Listing>, string]>([
    ['a day', open(['tue'], '10:00', '12:30'), 'help-days-times Tuesdays 10am 12.30pm'],
    ['some days', open(['fri', 'mon']), 'help-days Mondays and Fridays'],
    [
      'days in a row',
      open(['mon', 'tue', 'wed', 'thu', 'fri'], '09:00', '17:00'),
      'help-days-times Mondays to Fridays 9am 5pm',
    ],
    ['noon and midnight', open(['sat'], '12:00', '24:00'), 'help-days-times Saturdays 12pm midnight'],
    [
      'with its place',
      { ...open(['sun']), places: [hall] },
      'help-days Sundays help-place Oak Hall, 1 Oak Lane, Hazelford',
    ],
    [
      'a note where no day is known',
      { openings: [{ days: [], opens: null, closes: null, note: 'Term time, after school.' }] },
      'Term time, after school.',
    ],
    ['never the place of a secret one', { ...open(['sun']), places: [hall], secret: true }, 'help-days Sundays'],
  ])('%s', (_, known, words) => {
    expect(said(known).when).toBe(words);
  });
});

describe('what to do is one step', () => {
  const all = { phones: ['01632 960101'], email: 'a@b.example', url: 'https://b.example', places: [hall] };
  test.each<[string, Partial<Listing>, string]>([
    ['call', all, 'help-next-phone 01632 960101'],
    ['write', { ...all, phones: [] }, 'help-next-email a@b.example'],
    ['look', { ...all, phones: [], email: null }, 'help-next-web https://b.example'],
    ['go', { places: [hall] }, 'help-next-go Oak Hall, 1 Oak Lane, Hazelford'],
    ['have somebody ask', { ...all, direct: false }, 'help-referred'],
  ])('%s', (_, known, words) => {
    expect(said(known).next).toBe(words);
  });
});

test.each<[string, Partial<Listing>, string]>([
  ['free', { cost: { free: true, text: null } }, 'help-free'],
  ['not free', { cost: { free: false, text: '£3 a session' } }, 'help-cost £3 a session.'],
  ['not known', { cost: { free: null, text: null } }, ''],
])('what it costs: %s', (_, known, words) => {
  expect(said(known).cost).toBe(words);
});

test('what was checked years ago is said so', () => {
  expect(said({ checked: '2020-02-03' }).checked).toBe('help-checked-long-ago on 2020-02-03');
});

test.each([
  ['until that day it was checked', TODAY, 'help-checked on 2026-11-01'],
  ['after it, that was long ago', '2026-11-25', 'help-checked-long-ago on 2026-11-01'],
])('what is to be checked again by a day: %s', (_, checkBy, words) => {
  expect(said({ checked: '2026-11-01', checkBy }).checked).toBe(words);
});

test('a text is cut at the ends of its sentences only', () => {
  expect(sentencesOf('Open 9.30am to 4pm. Call Dr. Who? Yes!\n- Free lunch for all who come')).toEqual([
    'Open 9.30am to 4pm.',
    'Call Dr.',
    'Who?',
    'Yes!',
    'Free lunch for all who come.',
  ]);
});

test('content has every sentence that a listing is said with, and knows what fills it', () => {
  const needed = Object.fromEntries(Object.keys(SENTENCES).map((id) => [id, REQUIRED_PHRASES[id]?.values ?? []]));
  expect(needed).toEqual(SENTENCES);
});
