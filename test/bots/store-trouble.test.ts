import type { Store } from '../../store/contract';
import { ConflictError, LeaseLostError, UnavailableError } from '../../store/errors';
import { openSqliteStore } from '../../store/sqlite/store';
import { openBots, until, worker } from './world';

const TALKS = ['a', 'b', 'c'];
const MESSAGES = 40;
const TROUBLED = new Set(['accept', 'take', 'load', 'commit', 'unfinished']);
const TROUBLES = [
  () => new UnavailableError(null),
  () => new ConflictError(),
  () => new LeaseLostError(),
  () => new TypeError(),
];

/** Numbers from 0 to 1, the same ones for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

/** A store that is slow, fails, or says that another has the turn, at any call, until it is told to stop. */
function troubled(inner: Store, random: () => number) {
  const state = { on: true };
  const store = new Proxy(inner, {
    get(target, name: keyof Store) {
      const method = target[name];
      if (typeof method !== 'function' || !TROUBLED.has(name)) return method;
      return async (...args: unknown[]) => {
        await pause(random() < 0.3 ? random() * 5 : 0);
        if (state.on && random() < 0.08) throw TROUBLES[Math.floor(random() * (name === 'commit' ? 4 : 1))]?.();
        if (state.on && name === 'take' && random() < 0.1) return null;
        return (method as (...args: unknown[]) => unknown).apply(target, args);
      };
    },
  });
  return { store, state };
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Says it until it is acknowledged, as a client does. */
async function insist(say: () => Promise<unknown>): Promise<void> {
  for (;;) {
    const kept = await say().then(
      () => true,
      () => false,
    );
    if (kept) return;
    await pause(2);
  }
}

test.each([1, 2, 3])(
  'trouble in the store at every step (%i): all kept once, in order, and considered',
  async (seed) => {
    const inner = openSqliteStore(':memory:');
    const { store, state } = troubled(inner, numbers(seed * 7_919));
    const bots = openBots(store);
    const texts = Array.from({ length: MESSAGES }, (_, index) => `words ${index}`);
    await Promise.all(
      TALKS.map(async (talk) => {
        for (const [index, text] of texts.entries()) {
          await insist(() => bots.says(talk, text, `${talk}-${index}`));
          if (index % 10 === 5) await bots.desk.claim(talk, worker('Sam')).catch(() => null);
        }
      }),
    );
    state.on = false;
    await bots.turns.recover();
    await until(async () => (await inner.unfinished(1)).length === 0);
    await bots.turns.close();
    for (const talk of TALKS) {
      const seen = await bots.seen(talk);
      expect(seen.flatMap(({ from, text }) => (from?.id === 'person' ? [text] : []))).toEqual(texts);
      expect((await bots.answer(talk)).length).toBeGreaterThan(0);
    }
  },
);
