import { type Model, VECTOR } from './classifier';
import type { Learnt } from './learnt';

/*
 * What was learnt, as it is kept: a line of JSON that says how long each part is, then for each model its features (a line
 * each), how rare each is, the biases, and the weights as whole numbers from -127 to 127 with a scale for each label.
 */

interface Head {
  version: number;
  examples: string;
  models: { labels: string[]; features: number; textBytes: number }[];
  words: number;
}

const VERSION = 1;
const MOST = 127;

export function encodeLearnt({ examples, topics, dangers, words }: Learnt): Buffer {
  const models = [topics, dangers];
  const list = Buffer.from(words.join('\n'));
  const head: Head = {
    version: VERSION,
    examples,
    models: models.map(({ labels, features }) => ({
      labels,
      features: features.length,
      textBytes: Buffer.byteLength(features.join('\n')),
    })),
    words: list.length,
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...models.flatMap(partsOf), list]);
}

/** Reads what `encodeLearnt` wrote; null when it is of another version or cut short. */
export function decodeLearnt(bytes: Buffer): Learnt | null {
  const end = bytes.indexOf(10);
  if (end < 0) return null;
  const head = JSON.parse(bytes.toString('utf8', 0, end)) as Head;
  if (head.version !== VERSION) return null;
  let at = end + 1;
  const take = (length: number) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const [topics, dangers] = head.models.map(({ labels, features, textBytes }): Model => {
    const text = take(textBytes).toString('utf8');
    const rarity = floats(take(features * 4));
    const bias = floats(take(labels.length * 4));
    const scales = floats(take(labels.length * 4));
    const whole = take((VECTOR + features) * labels.length);
    const weights = Float32Array.from(whole, (_, i) => whole.readInt8(i) * (scales[i % labels.length] as number));
    return { labels, features: text === '' ? [] : text.split('\n'), rarity, bias, weights };
  });
  const words = take(head.words).toString('utf8').split('\n');
  return topics && dangers && at === bytes.length ? { examples: head.examples, topics, dangers, words } : null;
}

function partsOf({ labels, features, rarity, bias, weights }: Model): Buffer[] {
  const size = labels.length;
  const scales = new Float32Array(size).fill(1e-9);
  weights.forEach((weight, i) => {
    scales[i % size] = Math.max(scales[i % size] as number, Math.abs(weight) / MOST);
  });
  const whole = Int8Array.from(weights, (weight, i) => Math.round(weight / (scales[i % size] as number)));
  return [Buffer.from(features.join('\n')), bytesOf(rarity), bytesOf(bias), bytesOf(scales), bytesOf(whole)];
}

const bytesOf = (array: Float32Array | Int8Array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength);
const floats = (bytes: Buffer) => Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(i * 4));
