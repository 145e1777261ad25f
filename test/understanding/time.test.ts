import fc from 'fast-check';
import { readTime } from '../../understanding';
import { createTimeReader } from '../../understanding/times/time';
import type { TimeReader } from '../../understanding/times/time-pieces';
import { MOST_WORDS } from '../../understanding/times/time-shorthand';

const wednesday = '2026-06-17T10:00';
const day = (date: string, next: string) => ({ from: `${date}T00:00`, to: `${next}T00:00` });
const at = (date: string, time: string) => ({ from: `${date}T${time}`, to: null });

test.each([
  ['today', day('2026-06-17', '2026-06-18')],
  ['tmrw', day('2026-06-18', '2026-06-19')],
  ['tomoz', day('2026-06-18', '2026-06-19')],
  ['2moro', day('2026-06-18', '2026-06-19')],
  ['day after tomorrow', day('2026-06-19', '2026-06-20')],
  ['yesterday', day('2026-06-16', '2026-06-17')],
  ['friday', day('2026-06-19', '2026-06-20')],
  ['wed', day('2026-06-24', '2026-06-25')],
  ['next tues', day('2026-06-23', '2026-06-24')],
  ['next friday', day('2026-06-26', '2026-06-27')],
  ['this friday', day('2026-06-19', '2026-06-20')],
  ['week on friday', day('2026-06-26', '2026-06-27')],
  ['friday week', day('2026-06-26', '2026-06-27')],
  ['a week on friday', day('2026-06-26', '2026-06-27')],
  ['friday next week', day('2026-06-26', '2026-06-27')],
  ['next week', day('2026-06-22', '2026-06-29')],
  ['week after next', day('2026-06-29', '2026-07-06')],
  ['this weekend', day('2026-06-20', '2026-06-22')],
  ['in 2 days', day('2026-06-19', '2026-06-20')],
  ['in a fortnight', day('2026-07-01', '2026-07-02')],
  ['in 3 weeks time', day('2026-07-08', '2026-07-09')],
  ['the 21st', day('2026-06-21', '2026-06-22')],
  ['the 5th', day('2026-07-05', '2026-07-06')],
  ['5th july', day('2026-07-05', '2026-07-06')],
  ['july 5', day('2026-07-05', '2026-07-06')],
  ['05/07', day('2026-07-05', '2026-07-06')],
  ['05/06/2027', day('2027-06-05', '2027-06-06')],
  ['05/06', day('2027-06-05', '2027-06-06')],
  ['not monday, tuesday', day('2026-06-23', '2026-06-24')],
  ['half three', at('2026-06-17', '15:30')],
  ['half past three on weds', at('2026-06-24', '15:30')],
  ['quarter to 4', at('2026-06-17', '15:45')],
  ['ten past three', at('2026-06-17', '15:10')],
  ['3pm', at('2026-06-17', '15:00')],
  ['9am', at('2026-06-18', '09:00')],
  ['15:30', at('2026-06-17', '15:30')],
  ['at 1500', at('2026-06-17', '15:00')],
  ['tomorrow 10', at('2026-06-18', '10:00')],
  ['tues 3ish', at('2026-06-23', '15:00')],
  ['tuesday after 3', at('2026-06-23', '15:00')],
  ['7.30pm fri', at('2026-06-19', '19:30')],
  ['tomorrow at 9', at('2026-06-18', '09:00')],
  ['tonight at 8', at('2026-06-17', '20:00')],
  ['after school', at('2026-06-17', '15:30')],
  ['thurs after school', at('2026-06-18', '15:30')],
  ['in half an hour', at('2026-06-17', '10:30')],
  ['in 20 mins', at('2026-06-17', '10:20')],
  ['now', at('2026-06-17', '10:00')],
  ['10 til 2', { from: '2026-06-17T10:00', to: '2026-06-17T14:00' }],
  ['between 10 and 2 tomorrow', { from: '2026-06-18T10:00', to: '2026-06-18T14:00' }],
  ['monday 9-5', { from: '2026-06-22T09:00', to: '2026-06-22T17:00' }],
  ['2-4pm thurs', { from: '2026-06-18T14:00', to: '2026-06-18T16:00' }],
  ['tomorrow morning', { from: '2026-06-18T09:00', to: '2026-06-18T12:00' }],
  ['fri afternoon', { from: '2026-06-19T12:00', to: '2026-06-19T17:00' }],
  ['this evening', { from: '2026-06-17T17:00', to: '2026-06-17T21:00' }],
  ['before 5 tomorrow', { from: '2026-06-18T00:00', to: '2026-06-18T17:00' }],
  // written as people speak and type
  ['3', at('2026-06-17', '15:00')],
  ['seven pls', at('2026-06-17', '19:00')],
  ['can u do 4?', at('2026-06-17', '16:00')],
  ['15h30', at('2026-06-17', '15:30')],
  ['ten to three', at('2026-06-17', '14:50')],
  ['qtr past 2', at('2026-06-17', '14:15')],
  ['nine thirty', at('2026-06-18', '09:30')],
  ['wensday @ 11', at('2026-06-24', '11:00')],
  ['the morra at 2', at('2026-06-18', '14:00')],
  ['8 tonight once the kids are down', at('2026-06-17', '20:00')],
  ['thurs am', { from: '2026-06-18T09:00', to: '2026-06-18T12:00' }],
  ['9 in the morning', at('2026-06-18', '09:00')],
  ['not before 10', at('2026-06-18', '10:00')],
  ['b4 12 tues', { from: '2026-06-23T00:00', to: '2026-06-23T12:00' }],
  ['7-9 tues eve', { from: '2026-06-23T19:00', to: '2026-06-23T21:00' }],
  ['before lunch tomorrow', { from: '2026-06-18T00:00', to: '2026-06-18T12:00' }],
  // dates
  ['thurs 9th july', day('2026-07-09', '2026-07-10')],
  ['tues 23', day('2026-06-23', '2026-06-24')],
  ['the first of july', day('2026-07-01', '2026-07-02')],
  ['monday to wednesday', day('2026-06-22', '2026-06-25')],
  ['by friday', day('2026-06-17', '2026-06-19')],
  ['a fortnight today', day('2026-07-01', '2026-07-02')],
  ['christmas eve', day('2026-12-24', '2026-12-25')],
  ['boxing day', day('2026-12-26', '2026-12-27')],
  // what was said last counts, and what is turned down does not
  ['2 no sorry 3 on monday', at('2026-06-22', '15:00')],
  ['i get in about 5 so half 5', at('2026-06-17', '17:30')],
  ["not tomorrow, friday's better", day('2026-06-19', '2026-06-20')],
  ['cant do fri, sat is ok', day('2026-06-20', '2026-06-21')],
  ['friday not monday', day('2026-06-19', '2026-06-20')],
  ['hes home at 6 but i can do 2', at('2026-06-17', '14:00')],
  ['before he gets home at 6', { from: '2026-06-17T00:00', to: '2026-06-17T18:00' }],
])('"%s" on Wednesday 17 June at 10:00', (text, span) => expect(readTime(text, wednesday)).toEqual(span));

test.each([
  '',
  'no',
  'anytime',
  'i sat down',
  'i have 2 kids and no money',
  '24/7',
  '31/06',
  'may i ask',
  'hello there',
  'the sun is out',
  // turned down, over, again and again, or one of two
  'not mondays',
  'i cant monday',
  'hes home at 6',
  'it happened last friday',
  'been like this since tuesday',
  'every other weds',
  'most evenings',
  'either tues or thurs',
  '3 or 4',
  // numbers and words that are no times
  'my daughter is 14',
  'i owe \u00a31500',
  'ring me on 07700 900461',
  'id say 9/10 how bad it is',
  'morning! is anyone there',
  'april said to text you',
  'wed love to but we cant',
  '25:00',
  'easter',
])('"%s" says no time', (text) => expect(readTime(text, wednesday)).toBeNull());

test.each([
  ['monday', '2026-06-15T09:00', '2026-06-22T00:00'],
  ['tomorrow', '2026-12-31T23:59', '2027-01-01T00:00'],
  ['29th feb', '2028-01-10T09:00', '2028-02-29T00:00'],
  ['in 1 month', '2026-01-31T09:00', '2026-02-28T00:00'],
  ['half 3', '2026-06-17T16:00', '2026-06-18T15:30'],
  ['next month', '2026-01-31T09:00', '2026-02-01T00:00'],
  ['this friday', '2026-06-21T09:00', '2026-06-26T00:00'],
  ['this weekend', '2026-06-21T09:00', '2026-06-21T00:00'],
])('"%s" said at %s', (text, now, from) => expect(readTime(text, now)?.from).toBe(from));

test('whatever is written, it gives a real time or null, and soon', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const span = readTime(text, wednesday);
      if (span) expect(Number.isNaN(Date.parse(`${span.from}Z`))).toBe(false);
    }),
  );
});

test.each([1000, 10_000])('of %i words full of dates the libraries are handed only a few', (count) => {
  const handed: number[] = [];
  const spy: TimeReader = (said) => {
    handed.push(said.split(/\s+/).length);
    return [];
  };
  const words = 'monday at 3 or the 5th of june sorry half past ten so every tuesday morning'.split(' ');
  createTimeReader([spy, spy])(Array.from({ length: count }, (_, i) => words[i % words.length]).join(' '), wednesday);
  expect(handed.length).toBeGreaterThan(0);
  expect(handed.length).toBeLessThanOrEqual(4);
  // A part of the day is written out as three words: "9:00am to 12:00pm".
  expect(Math.max(...handed)).toBeLessThanOrEqual(3 * MOST_WORDS);
});
