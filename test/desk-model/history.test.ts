import { claimedTwice, type Deed, endings } from '../../tools/desk-load/history';
import type { Act } from '../../tools/desk-load/model';
import { type Case, faultless, judge } from '../../tools/desk-load/verdict';

/** `sent` and `answered` in moments. */
const deed = (act: Act, sent: number, answered: number, answer: string | null = 'ok'): Deed => ({
  ...{ act, sent, answered, answer },
});
const claim = (worker: string): Act => ({ act: 'claim', worker });
const end = (worker: string): Act => ({ act: 'end', worker });
const wants = deed({ act: 'wants' }, 0, 1);

describe('what may have happened', () => {
  test('one after the other has one ending', () =>
    expect(endings([wants, deed(claim('Sam'), 2, 3), deed(end('Sam'), 4, 5)])).toMatchObject([{ at: 'natter' }]));

  test('two claims that were both granted fit in no order', () => {
    const both = [wants, deed(claim('Sam'), 2, 5), deed(claim('Kim'), 3, 4)];
    expect(endings(both)).toEqual([]);
    expect(claimedTwice(both)).toBe(1);
  });

  test('of two claims that crossed, the one that was answered last may have been first', () => {
    const crossed = [wants, deed(claim('Sam'), 2, 5), deed(claim('Kim'), 3, 4, 'taken')];
    expect(endings(crossed)).toMatchObject([{ worker: 'Sam' }]);
    expect(claimedTwice(crossed)).toBe(0);
  });

  test('a claim that was granted after one that was refused because of it fits in no order', () =>
    expect(endings([wants, deed(claim('Kim'), 2, 3, 'taken'), deed(claim('Sam'), 4, 5)])).toEqual([]));

  test('what had no answer may have happened, or not', () => {
    const places = endings([wants, deed(claim('Sam'), 2, 3, null)]);
    expect(places.map(({ at }) => at).sort()).toEqual(['waiting', 'worker']);
  });

  test('a second claim is no fault once the first worker may have ended it', () =>
    expect(claimedTwice([wants, deed(claim('Sam'), 2, 3), deed(end('Sam'), 4, 9), deed(claim('Kim'), 5, 6)])).toBe(0));
});

describe('the verdict', () => {
  const sound: Case = {
    deeds: [wants, deed(claim('Sam'), 2, 3)],
    said: new Map([['person', ['one', 'two']]]),
    entries: [
      { author: 'person', text: 'one' },
      { author: 'natter', text: 'two' },
      { author: 'person', text: 'two' },
    ],
    rows: [{ owner: 'worker', worker: { id: 'Sam', name: 'Sam' }, beside: null }],
  };
  const [one, , two] = sound.entries as [Case['entries'][0], Case['entries'][0], Case['entries'][0]];

  test('all is well', () => {
    expect(judge(sound)).toMatchObject({ deeds: 2, messages: 2 });
    expect(faultless(judge(sound))).toBe(true);
  });

  test.each<[string, Partial<Case>, object]>([
    ['a message that is gone', { entries: [one] }, { lost: 1 }],
    ['a message that is there twice', { entries: [one, two, two] }, { repeated: 1 }],
    ['messages in the wrong order', { entries: [two, one] }, { outOfOrder: 1 }],
    ['somebody who is in no list', { rows: [null] }, { missing: 1 }],
    ['somebody shown with nobody', { rows: [{ owner: 'waiting', worker: null, beside: null }] }, { misplaced: 1 }],
    ['somebody who left and is still in a list', { deeds: [] }, { lingering: 1 }],
    ['answers that fit in no order', { deeds: [deed(claim('Sam'), 2, 3)] }, { impossible: 1 }],
  ])('%s is a fault', (_, changed, found) => {
    const verdict = judge({ ...sound, ...changed });
    expect(verdict).toMatchObject(found);
    expect(faultless(verdict)).toBe(false);
  });
});
