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
