import type { Hint } from '../../../store/contract';
import { everything, type Kept, pause, turn } from './given';

const PERSON: Hint = { conversation: 'ann', worker: null };
const WORKER: Hint = { conversation: 'ann', worker: 'kim' };

export function hintContract(kept: Kept): void {
  /** Waits until so many have come; then a little more, to catch what should not come. */
  async function heard(hints: Hint[], many: number): Promise<Hint[]> {
    for (let tries = 0; tries < 200 && hints.length < many; tries += 1) await pause(5);
    await pause(20);
    return hints;
  }

  test('whoever watches hears who is writing, in which conversation, and nothing else', async () => {
    const hints: Hint[] = [];
    kept.store.watchHints((hint) => hints.push(hint));
    await kept.store.hint(PERSON);
    await kept.store.hint(WORKER);
    await kept.store.hint({ ...PERSON, words: 'canary-4471' } as Hint);
    const inOrder = (all: Hint[]) => all.map((hint) => JSON.stringify(hint)).sort();
    expect(inOrder(await heard(hints, 3))).toEqual(inOrder([PERSON, PERSON, WORKER]));
  });

  test('any id comes as it is', async () => {
    const odd: Hint = { conversation: '}odd{ "\n', worker: 'ü:1' };
    const hints: Hint[] = [];
    kept.store.watchHints((hint) => hints.push(hint));
    await kept.store.hint(odd);
    expect(await heard(hints, 1)).toEqual([odd]);
  });

  test('a hint is no change: nobody is woken, and a change is no hint', async () => {
    const [woken, hints]: [string[], Hint[]] = [[], []];
    kept.store.watch((id) => woken.push(id));
    kept.store.watchHints((hint) => hints.push(hint));
    await kept.store.hint({ conversation: 'ben', worker: null });
    expect(await heard(hints, 1)).toHaveLength(1);
    expect(woken).toEqual([]);
    await turn(kept.store);
    expect(await heard(hints, 2)).toHaveLength(1);
    expect(woken).toContain('ann');
  });

  test('a hint is kept nowhere: whoever comes later hears nothing, and the conversation is as it was', async () => {
    await turn(kept.store);
    const before = await everything(kept.store);
    const [early, hints]: [Hint[], Hint[]] = [[], []];
    const stop = kept.store.watchHints((hint) => early.push(hint));
    await kept.store.hint(PERSON);
    await kept.store.hint(WORKER);
    await kept.store.hint({ conversation: 'nobody', worker: null });
    // However long they were on their way.
    expect(await heard(early, 3)).toHaveLength(3);
    stop();
    kept.store.watchHints((hint) => hints.push(hint));
    expect(await heard(hints, 0)).toEqual([]);
    expect(await everything(kept.store)).toEqual(before);
    expect((await kept.store.load('nobody')).conversation).toBeNull();
  });

  test('a listener that has stopped hears no more, and one that throws does not keep the others from hearing', async () => {
    const warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const [stopped, hints]: [Hint[], Hint[]] = [[], []];
    kept.store.watchHints((hint) => stopped.push(hint))();
    kept.store.watchHints(() => {
      throw new Error('broken listener');
    });
    kept.store.watchHints((hint) => hints.push(hint));
    await kept.store.hint(PERSON);
    expect(await heard(hints, 1)).toEqual([PERSON]);
    expect(stopped).toEqual([]);
    expect(JSON.stringify(warned.mock.calls)).not.toContain('ann');
    warned.mockRestore();
  });
}
