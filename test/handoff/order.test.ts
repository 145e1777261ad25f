import fc from 'fast-check';
import { inTurn } from '../../handoff/order';

const someone = fc.record(
  { urgent: fc.boolean(), leftBy: fc.constant('Sam'), waitingSince: fc.nat(1_000) },
  { requiredKeys: ['urgent', 'waitingSince'] },
);

test('words about danger first, then whoever was left, then the longest wait', () => {
  const people = [
    { id: 'new', urgent: false, waitingSince: 9 },
    { id: 'left', urgent: false, leftBy: 'Sam', waitingSince: 5 },
    { id: 'old', urgent: false, waitingSince: 1 },
    { id: 'urgent', urgent: true, waitingSince: 8 },
    { id: 'urgent and left', urgent: true, leftBy: 'Kim', waitingSince: 9 },
  ];
  expect(inTurn(people).map(({ id }) => id)).toEqual(['urgent and left', 'urgent', 'left', 'old', 'new']);
});

test('whose booked time has come is at the front, and a later one stands last, the earliest first', () => {
  const booked = (from: number | null) => ({ from, to: null, words: '' });
  const people = [
    { id: 'friday', urgent: false, waitingSince: 1, booked: booked(90), later: true as const },
    { id: 'thursday', urgent: false, waitingSince: 2, booked: booked(80), later: true as const },
    { id: 'words only', urgent: false, waitingSince: 3, booked: booked(null) },
    { id: 'waits', urgent: false, waitingSince: 0 },
    { id: 'now', urgent: false, waitingSince: 9, booked: booked(10) },
    { id: 'left', urgent: false, waitingSince: 9, leftBy: 'Sam' },
    { id: 'urgent', urgent: true, waitingSince: 9 },
  ];
  const order = ['urgent', 'left', 'now', 'waits', 'words only', 'thursday', 'friday'];
  expect(inTurn(people).map(({ id }) => id)).toEqual(order);
});

test('nobody is lost, nobody stands before someone with a better place, and the list that came in stays as it was', () => {
  const rank = ({ urgent, leftBy }: { urgent: boolean; leftBy?: string }) => (urgent ? 0 : 2) + (leftBy ? 0 : 1);
  fc.assert(
    fc.property(fc.array(someone), (people) => {
      const before = structuredClone(people);
      const sorted = inTurn(people);
      expect(people).toEqual(before);
      expect(sorted).toHaveLength(people.length);
      expect(new Set(sorted)).toEqual(new Set(people));
      for (const [n, one] of sorted.entries()) {
        const next = sorted[n + 1];
        if (!next) break;
        expect(rank(one)).toBeLessThanOrEqual(rank(next));
        if (rank(one) === rank(next)) expect(one.waitingSince).toBeLessThanOrEqual(next.waitingSince);
      }
    }),
  );
});
