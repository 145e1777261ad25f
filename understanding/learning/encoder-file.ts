import type { Piece } from './pieces';

/** A matrix of an encoder, or a row of numbers. */
export interface Part {
  rows: number;
  columns: number;
  values: Float32Array;
}

/** What an encoder is made of: the pieces of words it knows, and its weights by their names. */
export interface EncoderFile {
  pieces: Piece[];
  parts: Map<string, Part>;
}

interface Head {
  pieces: Piece[];
  parts: { name: string; rows: number; columns: number }[];
}

/**
 * Reads an encoder as `tools/encoder/model.py` writes it: a line of JSON with the pieces and the names of the parts, then the parts. A part of one row
 * is kept as numbers of four bytes; of any other there is first a scale for each row, and then whole numbers from -127 to 127. Null when it is
 * something else, or cut short.
 */
export function decodeEncoder(bytes: Buffer): EncoderFile | null {
  const start = bytes.indexOf(10) + 1;
  const head = headOf(bytes.toString('utf8', 0, start));
  if (!head || bytes.length !== start + sizeOf(head)) return null;
  let at = start;
  const take = (length: number) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const parts = head.parts.map(({ name, rows, columns }): [string, Part] => {
    if (rows === 1) return [name, { rows, columns, values: floats(take(4 * columns)) }];
    const scales = floats(take(4 * rows));
    return [name, { rows, columns, values: scaled(take(rows * columns), scales, columns) }];
  });
  return { pieces: head.pieces, parts: new Map(parts) };
}

function headOf(text: string): Head | null {
  try {
    const head = JSON.parse(text) as Partial<Head>;
    return head.pieces && head.parts ? (head as Head) : null;
  } catch {
    return null;
  }
}

const sizeOf = ({ parts }: Head): number =>
  parts.reduce((sum, { rows, columns }) => sum + (rows === 1 ? 4 * columns : (4 + columns) * rows), 0);

function scaled(whole: Buffer, scales: Float32Array, columns: number): Float32Array {
  const numbers = new Int8Array(whole.buffer, whole.byteOffset, whole.length);
  const values = new Float32Array(numbers.length);
  scales.forEach((scale, row) => {
    for (let i = row * columns; i < (row + 1) * columns; i++) values[i] = (numbers[i] as number) * scale;
  });
  return values;
}

const floats = (bytes: Buffer) => Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(i * 4));
