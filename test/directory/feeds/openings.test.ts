import { readService } from '../../../directory/feeds/service';

const TODAY = '2026-06-01';
const read = (fields: object) => {
  const { listing, faults } = readService({ id: 'a', name: 'A', ...fields }, 'feed', TODAY);
  return { openings: listing?.openings, faults: faults.map(({ field, what }) => `${field} ${what}`) };
};
const times = (schedule: object) => read({ schedules: [schedule] });
const opening = (parts: object) => [{ days: [], opens: null, closes: null, note: null, ...parts }];

test.each<[string, object, object]>([
  [
    'days and times',
    { freq: 'WEEKLY', byday: 'MO,TU', opens_at: '10:00:00', closes_at: '16:30:00' },
    { days: ['mon', 'tue'], opens: '10:00', closes: '16:30' },
  ],
  [
    'times with a zone',
    { byday: 'WE', opens_at: '10:00Z', closes_at: '12:00+01:00' },
    { days: ['wed'], opens: '10:00', closes: '12:00' },
  ],
  [
    'times as people write them',
    { byday: 'WE', opens_at: '9am', closes_at: '4.30 pm' },
    { days: ['wed'], opens: '09:00', closes: '16:30' },
  ],
  [
    'times that are dates',
    { byday: 'WE', opens_at: '0001-01-01T09:00:00', closes_at: '12:00' },
    { days: ['wed'], opens: '09:00', closes: '12:00' },
  ],
  ['days in whole words', { weekday: 'Saturday', opens_at: '10:00' }, { days: ['sat'], opens: '10:00' }],
  ['days in any order', { byday: 'SU, fr;Mon' }, { days: ['mon', 'fri', 'sun'] }],
  ['words only', { description: 'Ring to <b>book</b>.' }, { note: 'Ring to book.' }],
  ['a day of the month', { freq: 'MONTHLY', byday: '1SA' }, { days: ['sat'], note: 'First Saturday of the month' }],
  [
    'days of the month',
    { freq: 'MONTHLY', byday: '2TU,4TU,-1FR', description: 'Not in August' },
    { days: ['tue', 'fri'], note: 'Second and fourth Tuesday and last Friday of the month. Not in August' },
  ],
  ['dates of the month', { freq: 'MONTHLY', bymonthday: '1,22' }, { note: 'On the 1st and 22nd of the month' }],
  ['every other week', { freq: 'WEEKLY', interval: 2, byday: 'TH' }, { days: ['thu'], note: 'Every two weeks' }],
  [
    'every third month',
    { freq: 'month', interval: '3', byday: '1MO' },
    { days: ['mon'], note: 'First Monday of the month, every 3 months' },
  ],
  ['how it is attended', { byday: 'TH', attending_type: 'Telephone' }, { days: ['thu'], note: 'By phone' }],
  [
    'once, still to come',
    { dtstart: '2026-07-04T00:00:00.000Z', opens_at: '10:00' },
    { opens: '10:00', note: '4 July 2026' },
  ],
  ['until later', { byday: 'TH', valid_from: '2026-01-01', valid_to: '2026-06-01' }, { days: ['thu'] }],
])('%s', (_, schedule, parts) => expect(times(schedule)).toEqual({ openings: opening(parts), faults: [] }));

test.each<[string, object, object | null, string]>([
  [
    'times that are over',
    { byday: 'TH', valid_to: '2026-05-31' },
    null,
    'schedules.0.valid_to is in the past: these times are left out',
  ],
  [
    'a rule that ran out',
    { byday: 'TH', until: '2026-05-31T00:00:00Z' },
    null,
    'schedules.0.until is in the past: these times are left out',
  ],
  [
    'once, and over',
    { dtstart: '2026-05-01', opens_at: '10:00' },
    null,
    'schedules.0.dtstart is in the past: these times are left out',
  ],
  ['a day that is none', { byday: 'MO,XX,9TU' }, { days: ['mon'] }, 'schedules.0.byday holds something that is no day'],
  [
    'a time that is none',
    { byday: 'MO', opens_at: '25:00' },
    { days: ['mon'] },
    'schedules.0.opens_at is no time of day',
  ],
  [
    'an hour that is no hour',
    { byday: 'MO', closes_at: 'late' },
    { days: ['mon'] },
    'schedules.0.closes_at is no time of day',
  ],
  [
    'no time between',
    { byday: 'MO', opens_at: '00:00', closes_at: '00:00' },
    { days: ['mon'] },
    'schedules.0.closes_at is the same as opens_at: both are left out',
  ],
  [
    'a rule nobody knows',
    { freq: 'YEARLY', byday: 'MO', opens_at: '10:00' },
    { opens: '10:00' },
    'schedules.0.freq is neither WEEKLY nor MONTHLY',
  ],
  [
    'half an interval',
    { freq: 'WEEKLY', byday: 'MO', interval: 0.5 },
    { days: ['mon'] },
    'schedules.0.interval is not a whole number from 1 up',
  ],
  [
    'a date that is none',
    { byday: 'MO', valid_to: '2026-02-30' },
    { days: ['mon'] },
    'schedules.0.valid_to is no date that can be read',
  ],
])('%s is told, and nothing else is lost', (_, schedule, parts, fault) =>
  expect(times(schedule)).toEqual({ openings: parts ? opening(parts) : [], faults: [fault] }),
);

test('times that have not begun are left out without a word', () => {
  expect(times({ byday: 'MO', valid_from: '2026-07-01' })).toEqual({ openings: [], faults: [] });
});

test('days with the same times are one opening, and what stands twice is there once', () => {
  const week = ['Monday', 'Tuesday', 'Monday'].map((weekday) => ({ weekday, opens_at: '09:00', closes_at: '17:00' }));
  const { openings } = read({ regular_schedules: week });
  expect(openings).toEqual(opening({ days: ['mon', 'tue'], opens: '09:00', closes: '17:00' }));
});

test('the hours of a building count only where nothing is said of the service', () => {
  const location = { name: 'Library', schedules: [{ byday: 'MO' }] };
  expect(read({ service_at_locations: [{ location }] }).openings).toEqual(opening({ days: ['mon'] }));
  const own = { service_at_locations: [{ regular_schedule: [{ byday: 'TU' }], location }] };
  expect(read(own).openings).toEqual(opening({ days: ['tue'] }));
});

test('of several places it is said which has which times', () => {
  const stand = (name: string, byday: string) => ({ schedules: [{ byday }], location: { name } });
  const { openings } = read({ service_at_locations: [stand('Elm Hall', 'MO'), stand('Oak Hall', 'TU')] });
  expect(openings).toEqual([
    ...opening({ days: ['mon'], note: 'At Elm Hall' }),
    ...opening({ days: ['tue'], note: 'At Oak Hall' }),
  ]);
});

test('the times of one place that stand both with the service and with the place are there once', () => {
  const location = { name: 'Elm Hall', city: 'Leeds' };
  const times = { weekday: 'Monday', opens_at: '10:00', closes_at: '12:00' };
  const { openings } = read({
    regular_schedules: [{ ...times, service_at_location: { location } }],
    service_at_locations: [{ location, regular_schedule: [times] }, { location: { name: 'Oak Hall' } }],
    locations: [location],
  });
  expect(openings).toEqual(opening({ days: ['mon'], opens: '10:00', closes: '12:00', note: 'At Elm Hall' }));
});
