import { type Model, VECTOR } from './classifier';
import type { Learnt } from './learnt';

/*
 * What was learnt, as it is kept: a line of JSON that says how long each part is, then for each model its features (a line
 * each), how rare each is, then the weights: those of the rows as whole numbers from -127 to 127 with a scale for each unit.
 */

interface Head {
  version: number;
  examples: string;
  encoder: string;
  models: { labels: string[]; features: number; textBytes: number; hidden: number }[];
  words: number;
}

const VERSION = 3;
const MOST = 127;

export function encodeLearnt({ examples, encoder, topics, dangers, words }: Learnt): Buffer {
  const models = [topics, dangers];
  const list = Buffer.from(words.join('\n'));
  const head: Head = {
    version: VERSION,
    examples,
    encoder,
    models: models.map(({ labels, features, hidden }) => ({
      labels,
      features: features.length,
      textBytes: Buffer.byteLength(features.join('\n')),
      hidden,
    })),
    words: list.length,
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...models.flatMap(partsOf), list]);
}

/** The digests of the examples and of the encoder that it was learnt from, without reading the rest; null when it is of another version or cut short. */
export function learntFrom(bytes: Buffer): { examples: string; encoder: string } | null {
  return headOf(bytes)?.head ?? null;
}

function headOf(bytes: Buffer): { head: Head; start: number } | null {
  const start = bytes.indexOf(10) + 1;
  try {
    const head = JSON.parse(bytes.toString('utf8', 0, start)) as Head;
    return head.version === VERSION && bytes.length === start + sizeOf(head) ? { head, start } : null;
  } catch {
    return null;
  }
}

function sizeOf({ models, words }: Head): number {
  const size = ({ labels, features, textBytes, hidden }: Head['models'][number]) =>
    textBytes + 4 * (features + 2 * hidden + (hidden + 1) * labels.length) + (VECTOR + features) * hidden;
  return models.reduce((sum, model) => sum + size(model), words);
}

/** Reads what `encodeLearnt` wrote; null when it is of another version or cut short. */
export function decodeLearnt(bytes: Buffer): Learnt | null {
  const found = headOf(bytes);
  if (!found) return null;
  const { head, start } = found;
  let at = start;
  const take = (length: number) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const [topics, dangers] = head.models.map(({ labels, features, textBytes, hidden }): Model => {
    const text = take(textBytes).toString('utf8');
    const rarity = floats(take(features * 4));
    const innerBias = floats(take(hidden * 4));
    const outer = floats(take(hidden * labels.length * 4));
    const outerBias = floats(take(labels.length * 4));
    const scales = floats(take(hidden * 4));
    const whole = take((VECTOR + features) * hidden);
    const inner = new Float32Array(whole.length);
    for (let i = 0; i < whole.length; i++) inner[i] = whole.readInt8(i) * (scales[i % hidden] as number);
    const names = text === '' ? [] : text.split('\n');
    return { labels, features: names, rarity, hidden, inner, innerBias, outer, outerBias };
  });
  const words = take(head.words).toString('utf8').split('\n');
  return topics && dangers ? { examples: head.examples, encoder: head.encoder, topics, dangers, words } : null;
}

function partsOf({ features, rarity, hidden, inner, innerBias, outer, outerBias }: Model): Buffer[] {
  const scales = new Float32Array(hidden).fill(1e-9);
  inner.forEach((weight, i) => {
    scales[i % hidden] = Math.max(scales[i % hidden] as number, Math.abs(weight) / MOST);
  });
  const whole = Int8Array.from(inner, (weight, i) => Math.round(weight / (scales[i % hidden] as number)));
  const floats = [rarity, innerBias, outer, outerBias, scales].map(bytesOf);
  return [Buffer.from(features.join('\n')), ...floats, bytesOf(whole)];
}

const bytesOf = (array: Float32Array | Int8Array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength);
const floats = (bytes: Buffer) => Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(i * 4));
