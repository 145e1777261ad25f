import type { Hours } from '../../handoff/hours';
import { pausesAt, pauseUntil } from '../../handoff/pause';

const WEEKDAYS: Hours['hours'] = {
  mon: ['09:00-17:00'],
  tue: ['09:00-12:00', '13:00-17:00'],
  wed: ['13:00-17:00', '08:30-12:00'],
  thu: ['09:00-17:00'],
  fri: ['09:00-16:30'],
};
const place = (hours: Hours['hours'], holidays: string[] = []): Hours => ({
  timezone: 'Europe/London',
  hours,
  holidays,
});
const tomorrow = (of: Hours, now: string): string | null => {
  const until = pauseUntil(of, 'tomorrow', Date.parse(now));
  return until === null ? null : new Date(until).toISOString();
};

test.each([
  ['the next day, and its first hour though it is written last', '2026-06-16T09:00:00Z', '2026-06-17T07:30:00.000Z'],
  ['before we open today, it is still tomorrow', '2026-06-16T05:00:00Z', '2026-06-17T07:30:00.000Z'],
  ['over a weekend', '2026-06-19T14:00:00Z', '2026-06-22T08:00:00.000Z'],
  ['late in the evening before the clocks go forward', '2026-03-28T23:30:00Z', '2026-03-30T08:00:00.000Z'],
  ['the day before the clocks go back', '2026-10-23T15:00:00Z', '2026-10-26T09:00:00.000Z'],
])('until tomorrow: %s', (_, now, until) => {
  expect(tomorrow(place(WEEKDAYS), now)).toBe(until);
});

test('holidays are skipped, as far as a long weekend goes', () => {
  const easter = place(WEEKDAYS, ['2026-04-03', '2026-04-06']);
  expect(tomorrow(easter, '2026-04-02T15:00:00Z')).toBe('2026-04-07T08:00:00.000Z');
  const longer = place(WEEKDAYS, ['2026-04-03', '2026-04-06', '2026-04-07']);
  expect(tomorrow(longer, '2026-04-02T15:00:00Z')).toBeNull();
});

test('what can be chosen is ten minutes, half an hour, an hour, and tomorrow only where there are hours', () => {
  const now = Date.parse('2026-06-16T09:00:00Z');
  const minutes = (of: Hours) => pausesAt(of, now).map(({ for: wanted, until }) => [wanted, (until - now) / 60_000]);
  const spans = [
    ['10-minutes', 10],
    ['30-minutes', 30],
    ['hour', 60],
  ];
  expect(minutes(place({}))).toEqual(spans);
  expect(minutes(place(WEEKDAYS))).toEqual([...spans, ['tomorrow', 22.5 * 60]]);
});
