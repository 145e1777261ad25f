import fc from 'fast-check';
import { readTime } from '../../understanding';

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
  '3',
  'hello there',
  'the sun is out',
])('"%s" says no time', (text) => expect(readTime(text, wednesday)).toBeNull());

test.each([
  ['monday', '2026-06-15T09:00', '2026-06-22T00:00'],
  ['tomorrow', '2026-12-31T23:59', '2027-01-01T00:00'],
  ['29th feb', '2028-01-10T09:00', '2028-02-29T00:00'],
  ['in 1 month', '2026-01-31T09:00', '2026-02-28T00:00'],
  ['half 3', '2026-06-17T16:00', '2026-06-18T15:30'],
])('"%s" said at %s', (text, now, from) => expect(readTime(text, now)?.from).toBe(from));

test('whatever is written, it gives a real time or null, and soon', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const span = readTime(text, wednesday);
      if (span) expect(Number.isNaN(Date.parse(`${span.from}Z`))).toBe(false);
    }),
  );
  const before = process.cpuUsage();
  readTime('monday at 3 or the 5th of june '.repeat(3000), wednesday);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(500);
});
