import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memory } from '@tensorflow/tfjs-core';
import { readEncoder } from '../../open-encoder';
import { MOST_PIECES } from '../../understanding/learning/encoder';
import { decodeEncoder } from '../../understanding/learning/encoder-file';
import { createPieces, type Piece } from '../../understanding/learning/pieces';
import { openVectors, type Vectors } from '../../understanding/learning/vectors';

/** Texts with the pieces that the package cuts them into where the encoder comes from, and the vectors that PyTorch gives before its weights are rounded. */
const KNOWN: { text: string; pieces: number[]; vector: number[] }[] = JSON.parse(
  readFileSync(join(__dirname, '..', 'fixtures', 'encoder.json'), 'utf8'),
);
const bytes = readEncoder()?.bytes ?? Buffer.alloc(0);
const likeness = (one: ArrayLike<number>, other: ArrayLike<number>) =>
  Array.from(one).reduce((sum, value, i) => sum + value * (other[i] as number), 0);

describe('pieces', () => {
  const signs: Piece[] = ['?', '<s>', '</s>', '1', '2', '3'].map((sign) => [sign, 0]);
  const known: Piece[] = [
    ...signs,
    ['▁', -5],
    ['▁the', -2],
    ['▁th', -4],
    ['e', -4],
    ['r', -4],
    ['re', -5],
    ['▁there', -5],
    ['n', -4],
    ['t', -4],
  ];
  const cut = (text: string) => createPieces(known)(text).map((number) => known[number]?.[0]);

  test('a text is cut into those that are likeliest together', () => {
    expect(cut('the')).toEqual(['▁the']);
    expect(cut('there')).toEqual(['▁there']);
    expect(cut('the rent')).toEqual(['▁the', '▁', 're', 'n', 't']);
  });

  test('what no piece stands for is one unknown, however much of it there is', () =>
    expect(cut('the 🥀🥀e')).toEqual(['▁the', '▁', '?', 'e']));

  test('nothing is cut into a beginning', () => expect(cut('')).toEqual(['▁']));

  test.each(KNOWN)('$text: as where they come from', ({ text, pieces }) =>
    expect(createPieces(decodeEncoder(bytes)?.pieces ?? [])(text)).toEqual(pieces),
  );
});

test.each([
  ['empty', Buffer.alloc(0)],
  ['half of it', bytes.subarray(0, bytes.length / 2)],
  ['all but the end', bytes.subarray(0, -1_000)],
  ['something else', Buffer.from('version https://example.org\n')],
  ['something else that reads as JSON', Buffer.from('{"version":3}\n')],
])('an encoder that is not whole gives no vectors: %s', async (_, broken) =>
  expect(await openVectors(broken)).toBeNull(),
);

describe('sentence vectors', () => {
  let vectorOf: Vectors;
  beforeAll(async () => {
    const opened = await openVectors(bytes);
    if (!opened) throw new Error('no vectors');
    vectorOf = opened;
  });

  test.each(KNOWN)('$text: as PyTorch makes them', ({ text, vector }) =>
    expect(likeness(vectorOf(text), vector)).toBeGreaterThan(0.99),
  );

  test('are the same each time, and leave nothing behind', () => {
    const once = vectorOf('the landlord wants us out');
    const { numTensors } = memory();
    expect(vectorOf('the landlord wants us out')).toEqual(once);
    expect(memory().numTensors).toBe(numTensors);
  });

  test.each([
    ['nothing', ''],
    ['a space', ' '],
    ['a point', '.'],
    ['a withered flower', '🥀'],
    ['5,000 letters in a row', 'a'.repeat(5_000)],
  ])('have length 1, whatever they are made of: %s', (_, text) =>
    expect(Math.hypot(...vectorOf(text))).toBeCloseTo(1, 5),
  );

  test('of a long text the beginning is read, and the rest costs nothing', () => {
    const long = 'rent '.repeat(MOST_PIECES);
    expect(vectorOf(`${long.repeat(100)} and food`)).toEqual(vectorOf(long));
  });
});
