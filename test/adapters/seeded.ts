export { seeded } from '../../understanding/learning/random';

/** One byte changed, put in, taken out or doubled, the end cut off, or two halves changed round: never the same as before. */
export function mutated(bytes: Buffer, random: () => number): Buffer {
  const at = Math.floor(random() * bytes.length);
  const other = Buffer.from([(bytes[at] ?? 0) ^ (1 + Math.floor(random() * 255))]);
  const ways = [
    () => Buffer.concat([bytes.subarray(0, at), other, bytes.subarray(at + 1)]),
    () => Buffer.concat([bytes.subarray(0, at), other, bytes.subarray(at)]),
    () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]),
    () => Buffer.concat([bytes.subarray(0, at + 1), bytes.subarray(at)]),
    () => bytes.subarray(0, at),
    () => Buffer.concat([bytes.subarray(at), bytes.subarray(0, at)]),
  ];
  const changed = (ways[Math.floor(random() * ways.length)] ?? (() => other))();
  return changed.equals(bytes) ? mutated(bytes, random) : changed;
}
