import type { Store } from '../../store/contract';
import { type ChoiceName, pickedChoice } from '../choices';
import { createRehearsal, type RehearsalDeps } from '../rehearsal';
import { wayToNew } from './plan';

/** So much is said in one conversation: more is hard to read. */
const MOST_TURNS = 40;

export interface WalkDeps extends Omit<RehearsalDeps, 'store' | 'channel'> {
  newStore: () => Store;
}

/**
 * Conversations that pick, between them, every choice that can be reached and that `picked` lacks: what is said in each, in
 * order. `picked` takes what they pick.
 */
export async function* walks(deps: WalkDeps, picked: Set<ChoiceName>): AsyncGenerator<string[]> {
  for (let before = -1; before < picked.size; ) {
    before = picked.size;
    const said = await walk(deps, picked);
    if (picked.size > before) yield said;
  }
}

async function walk({ newStore, talk, start, ...deps }: WalkDeps, picked: Set<ChoiceName>): Promise<string[]> {
  const store = newStore();
  const rehearsal = createRehearsal({ ...deps, talk, start, store, channel: 'web' });
  const said: string[] = [];
  await rehearsal.open();
  while (said.length < MOST_TURNS) {
    const memory = await rehearsal.memory();
    const way = memory && !memory.stopped && wayToNew(talk.library, memory.engine, picked, start);
    if (!way || said.length + way.length > MOST_TURNS) break;
    // What the rest of Natter adds may have changed what is offered, so only the next words are sure.
    const [next = ''] = way;
    const name = pickedChoice(memory, next, talk.understanding);
    if (name) picked.add(name);
    said.push(next);
    await rehearsal.person(next);
  }
  await store.close();
  return said;
}
