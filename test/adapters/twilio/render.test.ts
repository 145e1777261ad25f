import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { isPlain, plainSigns, segments } from '../../../adapters/phone/gsm';
import { parts } from '../../../adapters/sms/twilio-render';

const NATTER = { id: 'natter', name: 'Natter', role: 'bot' };
const said = (text: string, choices: string[] = [], from: object = NATTER) => ({
  type: 'message',
  text,
  from: from as never,
  ...(choices.length > 0
    ? {
        suggestedActions: { to: [], actions: choices.map((label) => ({ type: 'imBack', title: label, value: label })) },
      }
    : {}),
});
const texts = (...messages: ReturnType<typeof said>[]) => parts(messages).map(({ text }) => text);

test('a whole turn is one text, with an empty line between, and choices as numbered lines', () => {
  expect(texts(said('Hello.'), said('That sounds hard.'), said('What is closest?', ['Bills', 'Food']))).toEqual([
    'Hello.\n\nThat sounds hard.\n\nWhat is closest?\n1. Bills\n2. Food',
  ]);
});

test('signs that only look different are made plain, letters of somebody’s language stay', () => {
  const [text] = texts(said('It’s “here” – now… • £5 é\u00a0à\tŵ'));
  expect(text).toBe('It\'s "here" - now... - £5 é à ŵ');
});

test('a turn with nothing to read is no message', () => {
  expect(parts([])).toEqual([]);
  expect(parts([said('')])).toEqual([]);
  expect(parts([{ type: 'event', name: 'something' }])).toEqual([]);
});

const sentences = (count: number, words: string) =>
  Array.from({ length: count }, (_, n) => `This is ${words} ${n}.`).join(' ');

test('a long text is cut at the end of a sentence, into whole segments, and nothing is lost', () => {
  const whole = sentences(200, 'sentence number');
  const pieces = texts(said(whole)) as string[];
  expect(pieces.length).toBe(4);
  for (const piece of pieces) {
    expect(piece).toMatch(/^This .*\.$/s);
    expect(piece.length).toBeLessThanOrEqual(1600);
    expect(segments(piece)).toBeLessThanOrEqual(10);
  }
  for (const piece of pieces.slice(0, -1)) expect(segments(piece)).toBe(10);
  expect(pieces.join(' ')).toBe(whole);
});

test('in a larger alphabet fewer signs fit into a segment', () => {
  const whole = sentences(200, 'ŵyth number');
  const pieces = texts(said(whole)) as string[];
  for (const piece of pieces) expect([piece.length <= 1600, segments(piece) <= 23]).toEqual([true, true]);
  expect(pieces.join(' ')).toBe(whole);
});

test('whatever is said, no piece is too long for Twilio, and no word is lost', () => {
  const message = fc.string({ unit: 'grapheme', maxLength: 4000 });
  fc.assert(
    fc.property(fc.array(message, { maxLength: 4 }), (all) => {
      const pieces = texts(...all.map((text) => said(text))) as string[];
      for (const piece of pieces) expect([piece.length > 0, piece.length <= 1600]).toEqual([true, true]);
      const letters = (list: string[]) => plainSigns(list.join('')).replace(/\s/g, '');
      expect(letters(pieces)).toBe(letters(all));
    }),
    { seed: 4, numRuns: 60 },
  );
});

test('a text without a single space, 200,000 letters long, is cut without making others wait', () => {
  const pieces = texts(said('a'.repeat(200_000))) as string[];
  expect(pieces.join('')).toHaveLength(200_000);
  const lines = texts(said(Array.from({ length: 120 }, () => 'ŵ'.repeat(1600)).join('\n'))) as string[];
  expect(lines.join('').replace(/\n/g, '')).toHaveLength(192_000);
});

test('a question alone stays known as one, until more is said with it', () => {
  const question = said('What is closest?', ['Bills']);
  expect(parts([question])[0]?.suggestedActions).toBeDefined();
  expect(parts([said('Ring 999 now.'), question])[0]?.suggestedActions).toBeUndefined();
  expect(parts([said('I am here.', [], { id: 'worker', name: 'Alex' })])[0]?.from).toEqual({
    id: 'worker',
    name: 'Alex',
  });
});

test('segments are counted as the calculator counts them', () => {
  const plain = [...'abc XYZ 012 .,!?@£$¥èéùìòÇØøÅåΔ_ΦΓÆæßÉ¤ÄÖÑÜ§¿äöñüà{}[]~^|€\\\n'];
  const signs = fc.constantFrom(...plain, ...'ŵŷêçćŁ中ع“–😀');
  const text = fc.oneof(fc.array(fc.constantFrom(...plain), { maxLength: 700 }), fc.array(signs, { maxLength: 300 }));
  fc.assert(
    fc.property(text, (letters) => {
      const counted = new SegmentedMessage(letters.join(''), 'auto');
      expect([segments(letters.join('')), isPlain(letters.join(''))]).toEqual([
        counted.segmentsCount,
        counted.encodingName === 'GSM-7',
      ]);
    }),
    { seed: 4, numRuns: 300 },
  );
});
