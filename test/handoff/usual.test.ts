import fc from 'fast-check';
import { usualOf } from '../../handoff/usual';

const waits = (...minutes: number[]) => minutes;

test.each([
  ['from a quarter to nine in ten, as people say it', waits(1, 4, 6, 7, 9, 11, 12, 13, 14, 300), { from: 5, to: 15 }],
  ['never from fewer than eight', waits(5, 5, 5, 5, 5, 5, 5), null],
  ['eight are enough', waits(6, 6, 7, 7, 8, 8, 9, 9), { from: 5, to: 10 }],
  ['nothing', [], null],
  ['hardly any wait for some', waits(0, 0, 0, 1, 4, 4, 4, 5, 5, 5), { from: null, to: 5 }],
  ['all alike', waits(5, 5, 5, 5, 5, 5, 5, 5), { from: null, to: 5 }],
  ['no wait at all', waits(0, 0, 0, 0, 0, 0, 0, 0), { from: null, to: 2 }],
  ['half an hour to two hours', waits(31, 34, 36, 40, 61, 70, 80, 100), { from: 30, to: 120 }],
  ['46 minutes are said as an hour', waits(11, 11, 11, 11, 11, 11, 11, 46), { from: 10, to: 60 }],
  ['hours', waits(130, 140, 150, 160, 170, 200, 210, 230), { from: 120, to: 240 }],
  ['more than a day is no figure', waits(10, 10, 10, 10, 10, 10, 10, 1441), null],
])('%s', (_, minutes, expected) => {
  expect(usualOf(minutes)).toEqual(expected);
});

test('whatever the waits: nine in ten are no longer than is said, and a quarter no longer than where it begins', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_440), { minLength: 8, maxLength: 600 }), (minutes) => {
      const usual = usualOf(minutes);
      const { from, to } = usual ?? { from: null, to: 0 };
      const within = minutes.filter((each) => each <= to).length;
      expect(within).toBeGreaterThanOrEqual(Math.ceil(minutes.length * 0.9));
      if (from === null) return;
      expect(from).toBeLessThan(to);
      expect(minutes.filter((each) => each < from).length).toBeLessThan(Math.ceil(minutes.length / 4));
    }),
  );
});
