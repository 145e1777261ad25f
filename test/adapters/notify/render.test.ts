import type { Activity } from 'botbuilder';
import fc from 'fast-check';
import { isPlain } from '../../../adapters/phone/gsm';
import { e164, isNumber } from '../../../adapters/sms/notify-number';
import { partsOf } from '../../../adapters/sms/notify-render';
import { optOutOf } from '../../../adapters/sms/opt-out';
import { createPace } from '../../../adapters/sms/pace';
import { words } from './world';

function says(text: string, labels: string[] = []): Partial<Activity> {
  const actions = labels.map((label) => ({ type: 'imBack', title: label, value: label }));
  return { type: 'message', text, ...(labels.length > 0 && { suggestedActions: { to: [], actions } }) };
}
const texts = (...said: Partial<Activity>[]) => partsOf(said, words.picture).map(({ text }) => text ?? '');

test('what is said in one turn is one text, with the choices as numbered lines', () => {
  expect(texts(says('Hello.'), says('What is closest?', ['Bills', 'Food']))).toEqual([
    'Hello.\n\nWhat is closest?\n1. Bills\n2. Food',
  ]);
});

test('nothing said is no text', () => {
  expect(texts(says('  '))).toEqual([]);
});

test('quotes and dashes are made plain, letters stay', () => {
  expect(texts(says('“It’s fine” – really… Mae’r tŷ yn oer: ŵ é'))).toEqual([
    '"It\'s fine" - really... Mae\'r tŷ yn oer: ŵ é',
  ]);
});

test.each([
  ['Well done \u{1F44D}', 'Well done'],
  ['\u{1F642} Hello \u{1F642}, you', 'Hello, you'],
  ['Family \u{1F468}\u200D\u{1F469}\u200D\u{1F467} time', 'Family time'],
  ['Flag \u{1F1EC}\u{1F1E7}\nnext', 'Flag\nnext'],
  ['\u{1F44B}\u{1F3FD} Hi', 'Hi'],
  ['Love \u2764\uFE0F', 'Love'],
  ['Press 1\uFE0F\u20E3 or 2\uFE0F\u20E3', 'Press 1 or 2'],
  ['Natter © 2026 costs £5 + 10%', 'Natter © 2026 costs £5 + 10%'],
  ['\u{1F44D}\u{1F44D}', words.picture],
])('emoji would come out as question marks, so they go: %s', (text, plain) => {
  expect(texts(says(text))).toEqual([plain]);
});

test('a long text is cut at ends of sentences, and stays under 918 signs', () => {
  const parts = texts(says('There is one more thing to say here. '.repeat(60), ['Yes', 'No']));
  expect(parts.length).toBe(3);
  for (const part of parts) expect(part.length).toBeLessThanOrEqual(908);
  for (const part of parts.slice(0, -1)) expect(part).toMatch(/here\.$/);
  expect(parts.at(-1)).toMatch(/1\. Yes\n2\. No$/);
});

test('only a question by itself is marked as one, so that nothing else is held back with it', () => {
  const question = says('Which?', ['Yes', 'No']);
  expect(partsOf([question], words.picture)[0]?.suggestedActions).toEqual(question.suggestedActions);
  expect(partsOf([says('Call 999.'), question], words.picture)[0]?.suggestedActions).toBeUndefined();
});

test('whatever is said, Notify would take it, and no letter is lost', () => {
  const text = fc.oneof(fc.string({ maxLength: 2000 }), fc.lorem({ mode: 'sentences', maxCount: 60 }));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), (said) => {
      const parts = texts(...said.map((one) => says(one)));
      for (const part of parts) expect(part.length).toBeLessThanOrEqual(isPlain(part) ? 908 : 918);
      const letters = (all: string[]) => all.join('').replace(/[^\p{L}\p{N}]/gu, '');
      expect(letters(parts)).toBe(letters(said));
    }),
    { seed: 20261122, numRuns: 150 },
  );
});

test.each([
  ['447700900123', '+447700900123'],
  ['+44 7700 900123', '+447700900123'],
  ['07700 900 123', '+447700900123'],
  ['07700-900-123', '+447700900123'],
  ['00447700900123', '+447700900123'],
  ['447911123456', '+447911123456'],
  ['15551234567', '+15551234567'],
  ['60777', '60777'],
  ['HMRC', 'HMRC'],
  ['Your GP', 'Your GP'],
  ['44', '44'],
  ['99999999999999999999', '99999999999999999999'],
  ['', ''],
])('the number %s is %s', (given, number) => {
  expect(e164(given)).toBe(number);
});

test('only a whole number can be answered', () => {
  expect(['+447700900123', '60777', 'HMRC', '4477', ''].filter(isNumber)).toEqual(['+447700900123']);
});

test.each(['STOP', 'stop', ' Stop ', 'StopAll', 'unsubscribe', 'END', 'quit', 'revoke', 'optout', 'Cancel'])(
  '%s by itself means no more messages',
  (text) => expect(optOutOf(text)).toEqual({ optOut: 'stop' }),
);
test.each(['please stop', 'stop it', 'the end', 'yes', 'started', ''])('%s does not', (text) =>
  expect(optOutOf(text)).toEqual({}),
);

describe('what phone networks take for spam', () => {
  test('a text that comes again and again is a little different from the tenth time on, to that person, for an hour', () => {
    const clock = { now: 0 };
    const pace = createPace(() => clock.now);
    const say = (person: string, text: string) => {
      const paced = pace.next(person, text);
      pace.sent(person, text);
      return 'text' in paced ? paced.text : paced;
    };
    const said = Array.from({ length: 25 }, () => say('+447700900001', 'Which of these?'));
    expect(said.slice(0, 10)).toEqual(Array(10).fill('Which of these?'));
    expect(new Set(said).size).toBe(16);
    expect(say('+447700900002', 'Which of these?')).toBe('Which of these?');
    expect(say('+447700900001', 'Something else')).toBe('Something else');
    clock.now += 60 * 60_000;
    expect(say('+447700900001', 'Which of these?')).toBe('Which of these?');
  });

  test('after 90 in an hour the next one waits until the hour is over', () => {
    const clock = { now: 0 };
    const pace = createPace(() => clock.now);
    for (let n = 0; n < 90; n += 1) {
      expect(pace.next('+447700900001', `text ${n}`)).toEqual({ text: `text ${n}` });
      pace.sent('+447700900001', `text ${n}`);
      clock.now += 1_000;
    }
    expect(pace.next('+447700900001', 'more')).toEqual({ pauseMs: 3_600_000 - 90_000 });
    expect(pace.next('+447700900002', 'more')).toEqual({ text: 'more' });
    clock.now = 3_600_000;
    expect(pace.next('+447700900001', 'more')).toEqual({ text: 'more' });
  });

  test('nobody is remembered for longer than an hour', () => {
    const clock = { now: 0 };
    const pace = createPace(() => clock.now);
    for (let n = 0; n < 5_000; n += 1) pace.sent(`+4477009${n}`, 'hello');
    clock.now += 2 * 3_600_000;
    pace.sent('+447700900001', 'hello');
    expect(pace.size()).toBe(1);
  });
});
