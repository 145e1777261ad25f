import { type Came, nextCopy } from '../../directory/next-copy';

const lines = (entries: Record<string, string>) => new Map(Object.entries(entries));
const LAST = lines({ a: 'a of yesterday', b: 'b of yesterday' });
const none = new Set<string>();
const came = (entries: Record<string, string>, more: Partial<Came> = {}): Came => ({
  lines: lines(entries),
  shallow: none,
  complete: true,
  ...more,
});

test('a list that was read to its end takes away what is not in it', () => {
  const next = nextCopy(LAST, came({ a: 'a' }), null);
  expect([...next.lines]).toEqual([['a', 'a']]);
  expect(next.kept).toBe(0);
});

test('a list that broke off takes nothing away', () => {
  const next = nextCopy(LAST, came({ a: 'a' }, { complete: false }), null);
  expect([...next.lines]).toEqual([
    ['a', 'a'],
    ['b', 'b of yesterday'],
  ]);
  expect(next.kept).toBe(1);
});

test('an empty list takes nothing away, even when it came whole', () => {
  const next = nextCopy(LAST, came({}), { shrunk: null, shallow: ['a'] });
  expect(next).toEqual({ lines: LAST, kept: 2, shrunk: null, shallow: ['a'] });
});

describe('what came with little', () => {
  test('is not put over what is known', () => {
    const next = nextCopy(LAST, came({ a: 'a', c: 'c' }, { shallow: new Set(['a', 'c']) }), null);
    expect([...next.lines]).toEqual([
      ['a', 'a of yesterday'],
      ['c', 'c'],
    ]);
    expect(next.shallow).toEqual(['c']);
  });

  test('is put over what was known as little', () => {
    const next = nextCopy(LAST, came({ a: 'a' }, { shallow: new Set(['a']) }), { shrunk: null, shallow: ['a'] });
    expect([...next.lines]).toEqual([['a', 'a']]);
    expect(next.shallow).toEqual(['a']);
  });

  test('stays when what came of it could not be read at all', () => {
    const next = nextCopy(LAST, came({ a: 'a' }, { shallow: new Set(['b']) }), null);
    expect([...next.lines.keys()]).toEqual(['a', 'b']);
  });

  test('is known whole as soon as it comes whole', () => {
    expect(nextCopy(LAST, came({ a: 'a', b: 'b' }), { shrunk: null, shallow: ['a'] }).shallow).toEqual([]);
  });

  test('stays little when the list breaks off before it', () => {
    const next = nextCopy(LAST, came({ a: 'a' }, { complete: false }), { shrunk: null, shallow: ['b'] });
    expect(next.shallow).toEqual(['b']);
  });
});

describe('a list of which much is gone', () => {
  const of = (many: number) => Object.fromEntries(Array.from({ length: many }, (_, n) => [`s${n}`, `${n}`]));
  const sizes = (last: number, now: number, shrunk: number | null, more: Partial<Came> = {}) => {
    const next = nextCopy(lines(of(last)), came(of(now), more), { shrunk, shallow: [] });
    return { size: next.lines.size, kept: next.kept, shrunk: next.shrunk };
  };

  test.each<[string, number, number, number | null, object]>([
    ['takes nothing away the first time', 100, 69, null, { size: 100, kept: 31, shrunk: 69 }],
    ['is believed the second time', 100, 69, 69, { size: 69, kept: 0, shrunk: null }],
    ['is believed when some more is gone by then', 100, 60, 69, { size: 60, kept: 0, shrunk: null }],
    ['is not believed when much more is gone by then', 100, 5, 69, { size: 100, kept: 95, shrunk: 5 }],
    ['is believed when it is not that much', 100, 70, null, { size: 70, kept: 0, shrunk: null }],
    ['is believed when there never was much', 19, 1, null, { size: 1, kept: 0, shrunk: null }],
    ['is looked at from twenty on', 20, 1, null, { size: 20, kept: 19, shrunk: 1 }],
    ['is forgotten when it is back', 100, 99, 69, { size: 99, kept: 0, shrunk: null }],
  ])('%s', (_, last, now, shrunk, expected) => expect(sizes(last, now, shrunk)).toEqual(expected));

  test('does not count when it broke off', () => {
    expect(sizes(100, 5, 5, { complete: false })).toEqual({ size: 100, kept: 95, shrunk: null });
  });
});
