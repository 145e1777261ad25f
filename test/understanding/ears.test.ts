import { createUnderstanding } from '../../understanding';
import type { DangerOpinion, Opinion } from '../../understanding/learning/learnt';
import { DANGERS, TOPICS } from '../../understanding/types';
import { words } from './english';

let opinion: Opinion;
const { read } = createUnderstanding(words, async () => opinion);

/** What was learnt, as if it thought so of every message. */
function thinking(of: Partial<DangerOpinion['kinds']> & { now?: number }) {
  const { now = 0, ...kinds } = of;
  const none = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 0]));
  const thought = { topics: none(TOPICS), danger: { kinds: { ...none(DANGERS), ...kinds }, now } } as Opinion;
  return async (text: string) => {
    opinion = thought;
    return (await read(text)).safety;
  };
}

const ORDINARY = 'we went to the shops and had our tea';
const IDIOM = 'how do i stop red socks bleeding in the wash';

describe('patterns and what was learnt', () => {
  test('where nothing is heard by either, there is none', async () =>
    expect(await thinking({})(ORDINARY)).toEqual({ tier: 'none', kinds: [] }));

  test('what was learnt asks when it has reason to', async () =>
    expect(await thinking({ abuse: 0.4 })(ORDINARY)).toEqual({ tier: 'check', kinds: ['abuse'] }));

  test('of four words it does not ask unless it is sure: they may be the answer to any question', async () => {
    expect(await thinking({ abuse: 0.4 })('a woman if possible')).toEqual({ tier: 'none', kinds: [] });
    expect((await thinking({ abuse: 0.9, now: 0.8 })('he found us again')).tier).toBe('now');
    expect((await thinking({ suicide: 0.4 })('whats the point of me')).tier).toBe('check');
  });

  test('where it is sure, an answer is due at once', async () =>
    expect(await thinking({ abuse: 0.9, now: 0.8 })(ORDINARY)).toEqual({ tier: 'now', kinds: ['abuse'] }));

  test('it never takes away from plain words that it also hears', async () =>
    expect((await thinking({ suicide: 0.2 })('i want to kill myself tonight')).tier).toBe('now'));

  test('where it hears nothing, what a pattern would answer at once is asked', async () => {
    expect((await thinking({ 'self-harm': 0.5 })(IDIOM)).tier).toBe('now');
    expect((await thinking({})(IDIOM)).tier).toBe('check');
  });

  test('plain words are never passed over, whatever it thinks', async () =>
    expect((await thinking({})('i want to kill myself tonight')).tier).toBe('check'));

  test('a long message it does not doubt: it has not read all of it', async () => {
    const long = `${ORDINARY} and it was a nice day `.repeat(8);
    expect((await thinking({})(`${long} i want to kill myself tonight`)).tier).toBe('now');
  });

  test.each(['choking', 'ive overdosed', 'kitchens on fire'])('of "%s" it knows too little to doubt', async (text) =>
    expect((await thinking({})(text)).tier).toBe('now'),
  );
});
