/** Numbers from 0 to 1 that are the same each time: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

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
