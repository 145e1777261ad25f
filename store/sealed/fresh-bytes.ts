import { randomFillSync } from 'node:crypto';

const POOL = 8192;

let pool = Buffer.alloc(0);
let used = 0;

/**
 * Random bytes that nobody has had before, from the same source as `randomBytes`, of which many are taken at a time: asking it
 * costs as much for 12 bytes as for 8,000. Each byte is given out once; a pool that was begun is never filled anew, so what was
 * given out stays as it is.
 * @param length 1 to 8192.
 */
export function freshBytes(length: number): Buffer {
  if (used + length > pool.length) {
    pool = randomFillSync(Buffer.allocUnsafeSlow(POOL));
    used = 0;
  }
  used += length;
  return pool.subarray(used - length, used);
}
