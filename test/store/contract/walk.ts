import type { Store } from '../../../store/contract';
import { count, inbound, type Kept, turn } from './given';

async function walked(store: Store, limit: number): Promise<string[]> {
  const all: string[] = [];
  for (let after: string | null = null; ; ) {
    const { ids, next } = await store.conversations(after, limit);
    all.push(...ids);
    if (next === null) return all;
    after = next;
  }
}

export function walkContract(kept: Kept): void {
  const distinct = async (limit: number) => [...new Set(await walked(kept.store, limit))].sort();

  test('no conversations are walked through in no pages', async () => {
    expect(await walked(kept.store, 10)).toEqual([]);
  });

  test('every conversation with a commit comes, whatever the size of a page', async () => {
    const ids = [...count(7).map((n) => `c${n}`), '__proto__', 'é👋'].sort();
    for (const id of ids) await turn(kept.store, {}, id);
    await kept.store.accept(inbound('m1', { conversation: 'only arrived' }));
    for (const limit of [1, 3, 100]) expect(await distinct(limit)).toEqual(ids);
  });

  test('one that was forgotten on the way does not end the walk, and does not come later', async () => {
    const ids = count(6).map((n) => `c${n}`);
    for (const id of ids) await turn(kept.store, {}, id);
    const first = await kept.store.conversations(null, 2);
    for (const id of first.ids) await kept.store.forget(id);
    const rest: string[] = [];
    for (let after = first.next; after !== null; ) {
      const { ids: more, next } = await kept.store.conversations(after, 2);
      rest.push(...more);
      after = next;
    }
    expect([...new Set([...first.ids, ...rest])].sort()).toEqual(ids);
    expect(await distinct(2)).toEqual(ids.filter((id) => !first.ids.includes(id)));
  });
}
