import type { Conversation, Store } from '../../store/contract';

const PAGE = 500;

/** All that was said, by whom: straight from the store. */
export async function transcript(
  store: Store,
  id: Conversation['id'],
  after = 0,
): Promise<{ author: string; text: string }[]> {
  const entries = await store.transcript(id, after, PAGE);
  const said = entries.flatMap(({ from, body }) => {
    const { type, text, from: author } = JSON.parse(body) as { type: string; text?: string; from?: { name?: string } };
    if (type !== 'message' || text === undefined) return [];
    return [{ author: from === 'worker' ? (author?.name ?? '') : from, text }];
  });
  const last = entries.at(-1);
  return entries.length < PAGE || !last ? said : [...said, ...(await transcript(store, id, last.seq))];
}
