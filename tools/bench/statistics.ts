/** How long things took, in milliseconds. */
export interface Latency {
  p50: number;
  p95: number;
  p99: number;
  most: number;
}

/** The middle one; of an even number, the mean of the two in the middle. NaN of nothing. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[upper] as number;
  return ((sorted[upper - 1] ?? Number.NaN) + (sorted[upper] ?? Number.NaN)) / 2;
}

/** The smallest value that at least `percent` of all values do not exceed. NaN of nothing. */
export function percentile(values: number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

export function latencyOf(milliseconds: number[]): Latency {
  const at = (percent: number) => round(percentile(milliseconds, percent), 2);
  return { p50: at(50), p95: at(95), p99: at(99), most: at(100) };
}

/**
 * The median over rounds of one contender's figure divided by another's in the same round, so that what else the machine
 * was doing in that round weighs on both.
 */
export function ratio(ours: number[], theirs: number[]): number {
  const rounds = ours.flatMap((value, round) => {
    const other = theirs[round];
    return other === undefined || other === 0 ? [] : [value / other];
  });
  return median(rounds);
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
