import type { Waiting } from '../../../handoff/types';
import { nextOf } from '../../../web/desk/next';
import { someone } from './fakes';

const waits = (id: string, more: Partial<Omit<Waiting, 'booked'>> = {}): Waiting => someone(id, 0, more);
const next = (...people: Waiting[]) => nextOf(people)?.id;

test('the first who waits for a team of mine', () => {
  expect(next(waits('a', { yourTeam: false }), waits('b', { yourTeam: true }), waits('c', { yourTeam: true }))).toBe(
    'b',
  );
});

test('the first who waits, when nobody waits for mine: nobody is left waiting while I have time', () => {
  expect(next(waits('a', { yourTeam: false }), waits('b', { yourTeam: false }))).toBe('a');
});

test('the first of all, for whoever is in no team', () => {
  expect(next(waits('a'), waits('b'))).toBe('a');
});

test('nobody who is with a worker', () => {
  expect(next(waits('a', { owner: 'worker', yourTeam: true }))).toBeUndefined();
  expect(next()).toBeUndefined();
});
