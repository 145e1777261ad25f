import { count, DAY, type Kept, NOW } from './given';

export function recordsContract(kept: Kept): void {
  const records = () => kept.store.records;

  test('a record is read back, overwritten and removed', async () => {
    expect(await records().get('account', 'kim', NOW)).toBeNull();
    await records().put('account', 'kim', '"1"', null);
    await records().put('account', 'kim', '"2"', null);
    expect(await records().get('account', 'kim', NOW)).toBe('"2"');
    await records().remove('account', 'kim');
    await records().remove('account', 'kim');
    expect(await records().get('account', 'kim', NOW)).toBeNull();
  });

  test('kinds are kept apart, also when joining kind and key would look the same', async () => {
    await records().put('a', 'b:c', '"1"', null);
    await records().put('a:b', 'c', '"2"', null);
    expect(await records().get('a', 'b:c', NOW)).toBe('"1"');
    expect(await records().get('a:b', 'c', NOW)).toBe('"2"');
    expect(await records().list('a', NOW)).toEqual([{ key: 'b:c', body: '"1"' }]);
  });

  test('an expired record is not read, taken or listed, swept or not', async () => {
    await records().put('session', 's1', '"1"', NOW + 10);
    await records().put('session', 's2', '"2"', null);
    expect(await records().get('session', 's1', NOW + 9)).toBe('"1"');
    expect(await records().get('session', 's1', NOW + 11)).toBeNull();
    expect(await records().take('session', 's1', NOW + 11)).toBeNull();
    expect(await records().list('session', NOW + 11)).toEqual([{ key: 's2', body: '"2"' }]);
  });

  test('putting again replaces the expiry', async () => {
    await records().put('session', 's1', '"1"', NOW + 10);
    await records().put('session', 's1', '"1"', NOW + 100);
    await kept.store.expire(NOW + 50);
    expect(await records().get('session', 's1', NOW + 50)).toBe('"1"');
  });

  test('add does not overwrite, unless what is there has expired', async () => {
    expect(await records().add('code', 'k', '"1"', NOW + 10, NOW)).toBe(true);
    expect(await records().add('code', 'k', '"2"', NOW + 99, NOW + 5)).toBe(false);
    expect(await records().get('code', 'k', NOW + 5)).toBe('"1"');
    expect(await records().add('code', 'k', '"3"', null, NOW + 11)).toBe(true);
    expect(await records().add('code', 'k', '"4"', null, NOW + DAY)).toBe(false);
    expect(await records().get('code', 'k', NOW + DAY)).toBe('"3"');
  });

  test('of 20 who add at once one does', async () => {
    const added = await Promise.all(count(20).map((n) => records().add('code', 'k', `"${n}"`, null, NOW)));
    expect(added.filter(Boolean)).toHaveLength(1);
    expect(await records().get('code', 'k', NOW)).toBe(`"${added.indexOf(true)}"`);
  });

  test('of 20 who take a one-time ticket at once one gets it', async () => {
    await records().put('ticket', 't', '"in"', NOW + DAY);
    const taken = await Promise.all(count(20).map(() => records().take('ticket', 't', NOW)));
    expect(taken.filter((body) => body !== null)).toEqual(['"in"']);
    expect(await records().get('ticket', 't', NOW)).toBeNull();
  });

  /** Every page, one after the other. */
  async function pages(kind: string, limit: number, now = NOW): Promise<string[][]> {
    const read: string[][] = [];
    for (let after: string | null = null; ; after = read.at(-1)?.at(-1) ?? null) {
      const page = await records().page(kind, after, limit, now);
      if (page.length === 0) return read;
      read.push(page.map(({ key }) => key));
    }
  }

  test('what expires is read a page at a time, the last to expire first', async () => {
    for (const n of [3, 1, 5, 2, 4]) await records().put('audit', `k${n}`, `"${n}"`, NOW + n);
    await records().put('audit', 'for good', '"6"', null);
    await records().put('other', 'k6', '"7"', NOW + 6);
    expect(await records().page('audit', null, 2, NOW)).toEqual([
      { key: 'k5', body: '"5"' },
      { key: 'k4', body: '"4"' },
    ]);
    expect(await pages('audit', 2)).toEqual([['k5', 'k4'], ['k3', 'k2'], ['k1']]);
    expect(await pages('audit', 2, NOW + 2)).toEqual([['k5', 'k4'], ['k3']]);
    expect(await pages('nothing', 2)).toEqual([]);
  });

  test('of many that expire together each is on one page', async () => {
    const keys = count(25).map((n) => `k${n}`);
    for (const key of keys) await records().put('audit', key, `"${key}"`, NOW + DAY);
    const read = await pages('audit', 4);
    expect(read.map(({ length }) => length)).toEqual([4, 4, 4, 4, 4, 4, 1]);
    expect(read.flat().sort()).toEqual([...keys].sort());
  });

  test('what comes meanwhile moves no page, and nothing follows a key that is not there', async () => {
    for (const n of count(4)) await records().put('audit', `k${n}`, `"${n}"`, NOW + 10 + n);
    const [, last] = await records().page('audit', null, 2, NOW);
    await records().put('audit', 'k9', '"9"', NOW + 99);
    expect((await records().page('audit', last?.key ?? '', 9, NOW)).map(({ key }) => key)).toEqual(['k1', 'k0']);
    await records().remove('audit', 'k2');
    expect(await records().page('audit', 'k2', 9, NOW)).toEqual([]);
    expect(await records().page('audit', 'never was', 9, NOW)).toEqual([]);
    await records().put('audit', 'for good', '"1"', null);
    expect(await records().page('audit', 'for good', 9, NOW)).toEqual([]);
  });

  test('records are there again after a restart', async () => {
    await records().put('account', 'kim', '"1"', null);
    await records().put('session', 's1', '"2"', NOW + DAY);
    const store = await kept.reopen();
    expect(await store.records.get('account', 'kim', NOW)).toBe('"1"');
    expect(await store.records.take('session', 's1', NOW)).toBe('"2"');
  });
}
