import { type Helpline, localLinesSchema } from '../../directory/helplines';
import { helplinesFor, linesAt, servedIn } from '../../directory/nearby';

const line = (id: string, more: Partial<Helpline> = {}): Helpline => ({
  id,
  name: id,
  how: 'Call 01632 960199',
  hours: '',
  for: ['feelings'],
  young: false,
  nations: ['england'],
  checked: '2026-11-22',
  source: 'V',
  ...more,
});
const national = [line('childline', { young: true }), line('one'), line('two'), line('three')];
const shown = (local: Helpline[], young: boolean) =>
  helplinesFor(linesAt({ helplines: local }, national), 'feelings', 'england', young).map(({ id }) => id);

describe("a place's own lines", () => {
  test('come before the national ones, three in all', () => {
    expect(shown([line('local')], false)).toEqual(['local', 'one', 'two']);
    expect(shown([], false)).toEqual(['one', 'two', 'three']);
    expect(shown([line('elsewhere', { for: ['money'] })], false)).toEqual(['one', 'two', 'three']);
  });

  test("come after children's lines for a child, and before other children's lines when they are for children", () => {
    expect(shown([line('local')], true)).toEqual(['childline', 'local', 'one']);
    expect(shown([line('loft', { young: true })], true)).toEqual(['loft', 'childline', 'one']);
    expect(shown([line('loft', { young: true })], false)).toEqual(['one', 'two', 'three']);
  });

  test('count as served', () => {
    const { everybody } = servedIn(linesAt({ helplines: [line('rent', { for: ['housing'] })] }, national), 'england');
    expect(everybody).toContain('housing');
  });

  test('need no nation', () => {
    const { nations: _, ...written } = line('local');
    const [read] = localLinesSchema.parse([written]);
    expect(read?.nations).toContain('scotland');
  });

  test('leave room for a national one where somebody may be in danger', () => {
    const lines = (count: number, kind: string, young = false) =>
      Array.from({ length: count }, (_, index) => line(`line-${index}`, { for: [kind], young }));
    expect(localLinesSchema.safeParse(lines(2, 'suicide')).success).toBe(true);
    expect(localLinesSchema.safeParse(lines(3, 'suicide')).success).toBe(false);
    expect(localLinesSchema.safeParse(lines(3, 'child', true)).success).toBe(false);
    expect(localLinesSchema.safeParse(lines(3, 'money')).success).toBe(true);
  });
});
