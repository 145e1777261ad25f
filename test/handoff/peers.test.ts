import { comes, goes, type Stay, seenBy } from '../../handoff/peers';
import { type DeskEntry, type DeskView, ROLES } from '../../handoff/types';
import { someone } from '../adapters/desk/fakes';

const [ali, kim] = [
  { id: 'ali', role: 'peer' as const },
  { id: 'kim', role: 'peer' as const },
];
const said = (seq: number, from: DeskEntry['from'] = 'person'): DeskEntry => ({
  seq,
  at: seq,
  from,
  name: null,
  text: `said ${seq}`,
});

const view = (peersMayRead: boolean): DeskView =>
  someone('person', 0, {
    peersMayRead,
    shared: [{ id: 1, at: 0, question: null, text: 'my bills', kind: 'words', struck: false }],
    earlier: [{ at: 0, outcome: 'connected', name: 'Sam', with: 'the school' }],
    flags: [{ at: 0, kinds: ['danger'], text: 'he is here' }],
    entries: [said(1), said(2, 'natter'), said(3, 'desk'), said(4), said(5, 'desk'), said(6, 'worker'), said(7)],
  });
const stay = (from: number, to: number | null = null): Stay[] => [{ id: 'ali', from, to }];
const seqs = (looks: typeof ali, stays: Stay[], peersMayRead: boolean) =>
  seenBy(looks, stays, view(peersMayRead)).entries.map(({ seq }) => seq);

test.each(ROLES.filter((role) => role !== 'peer'))('a %s sees all of it, whatever was agreed', (role) => {
  for (const agreed of [true, false]) expect(seenBy({ id: 'sam', role }, [], view(agreed))).toEqual(view(agreed));
});

test('a peer who may not read sees nothing that was told, and nothing that was agreed with a worker', () => {
  expect(seenBy(ali, [], view(false))).toMatchObject({ shared: [], earlier: [], entries: [] });
});

test('words about danger are seen by whoever talks with them', () => {
  expect(seenBy(ali, [], view(false)).flags).toEqual(view(false).flags);
});

test('a peer sees what was said while they were there, and no more', () => {
  expect(seqs(ali, stay(3), false)).toEqual([4, 5, 6, 7]);
  expect(seqs(ali, stay(3, 5), false)).toEqual([4, 5]);
  expect(seqs(ali, [...stay(0, 1), ...stay(5)], false)).toEqual([1, 6, 7]);
  expect(seqs(kim, stay(0), false)).toEqual([]);
});

test('a peer who may read sees what a worker sees, but notes only from their own time there', () => {
  const seen = seenBy(ali, stay(3), view(true));
  expect(seen).toMatchObject({ shared: view(true).shared, earlier: view(true).earlier });
  expect(seen.entries.map(({ seq }) => seq)).toEqual([1, 2, 4, 5, 6, 7]);
  expect(seqs(ali, [], true)).toEqual([1, 2, 4, 6, 7]);
});

describe('when a peer was there', () => {
  test('begins when they come, once, and ends when they go', () => {
    const there = comes([], ali, 3);
    expect(there).toEqual(stay(3));
    expect(comes(there, ali, 5)).toEqual(there);
    expect(goes(there, 'kim', 8)).toEqual(there);
    expect(goes(there, 'ali', 8)).toEqual(stay(3, 8));
  });

  test('whoever comes back has both', () => {
    expect(comes(goes(comes([], ali, 3), null, 8), ali, 11)).toEqual([...stay(3, 8), ...stay(11)]);
  });

  test('is not kept of workers', () => {
    expect(comes([], { id: 'sam', role: 'worker' }, 3)).toEqual([]);
  });
});
