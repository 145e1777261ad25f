import fc from 'fast-check';
import { isAhead, whileOpen } from '../../handoff/booking';
import { type Hours, opening } from '../../handoff/hours';
import { localOf, momentOf } from '../../handoff/local-time';

const LONDON = 'Europe/London';
const place: Hours = {
  timezone: LONDON,
  hours: { mon: ['09:00-12:00', '13:00-17:00'], tue: ['09:00-17:00'] },
  holidays: ['2026-12-28'],
};
const at = (local: string): number => momentOf(LONDON, local);

test.each([
  ['2026-06-16T10:00', '2026-06-16T09:00:00Z'],
  ['2026-12-01T15:30', '2026-12-01T15:30:00Z'],
  // The night in which the clocks go forward has no half past one, and that in which they go back has two.
  ['2026-03-29T01:30', '2026-03-29T01:30:00Z'],
  ['2026-03-29T00:30', '2026-03-29T00:30:00Z'],
  ['2026-10-25T03:00', '2026-10-25T03:00:00Z'],
])('%s in London is %s', (local, utc) => expect(new Date(at(local)).toISOString()).toBe(utc.replace('Z', '.000Z')));

test('every minute that there is in London comes back as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 29_000_000, max: 31_000_000 }), (minute) => {
      const local = localOf(LONDON, minute * 60_000);
      expect(localOf(LONDON, momentOf(LONDON, local))).toBe(local);
    }),
  );
});

test('the part of a time in which the team is there', () => {
  const week = { from: at('2026-11-30T00:00'), to: at('2026-12-07T00:00') };
  expect(whileOpen(place, week)).toEqual({ from: at('2026-11-30T09:00'), to: at('2026-12-01T17:00') });
  const noon = { from: at('2026-11-30T12:00'), to: at('2026-11-30T13:00') };
  expect(whileOpen(place, noon)).toBeNull();
  expect(whileOpen(place, { from: at('2026-12-28T10:00'), to: null })).toBeNull();
  expect(whileOpen(place, { from: at('2026-11-30T16:59'), to: null })?.from).toBe(at('2026-11-30T16:59'));
  expect(whileOpen(place, { from: at('2026-11-30T17:00'), to: null })).toBeNull();
});

test.each([
  ['forward', '2026-03-28T23:30', '2026-03-29'],
  ['back', '2026-10-25T00:30', '2026-10-25'],
])('on the day on which the clocks go %s, the team is there from nine to five as on any other', (_, from, date) => {
  const sundays: Hours = { timezone: LONDON, hours: { sun: ['09:00-17:00'] }, holidays: [] };
  const open = { from: at(`${date}T09:00`), to: at(`${date}T17:00`) };
  expect(whileOpen(sundays, { from: at(from), to: at(`${date}T23:00`) })).toEqual(open);
  expect(opening(sundays, at(from))).toMatchObject({ open: false, opens: expect.stringMatching(/9am$/) });
});

test('a team that is there until midnight is there until midnight', () => {
  const late: Hours = { timezone: LONDON, hours: { sun: ['20:00-24:00'] }, holidays: [] };
  const day = { from: at('2026-10-25T00:00'), to: at('2026-10-26T12:00') };
  expect(whileOpen(late, day)).toEqual({ from: at('2026-10-25T20:00'), to: at('2026-10-26T00:00') });
});

test('what is over, or more than four weeks away, is not ahead', () => {
  const now = at('2026-11-26T22:00');
  expect(isAhead({ from: now, to: null }, now)).toBe(true);
  expect(isAhead({ from: at('2026-11-25T00:00'), to: at('2026-11-26T00:00') }, now)).toBe(false);
  expect(isAhead({ from: at('2026-12-25T10:00'), to: null }, now)).toBe(false);
});
