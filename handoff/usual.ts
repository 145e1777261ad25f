const HOUR = 60;
/** How people say how long something takes, in minutes: nobody says 17. After these, whole hours. */
const SAID = [2, 5, 10, 15, 20, 30, 45];
/** From fewer waits nothing can be told. */
const ENOUGH = 8;
/** Whoever waits longer than this is not helped by a figure. */
const MOST = 24 * HOUR;

/** How long most people wait, in minutes. `from` is null where it hardly takes any time for some. */
export interface Usual {
  from: number | null;
  to: number;
}

/** What most of these waits (in minutes) lay between: from the quartile to the ninth decile. Null: they are too few, or too long. */
export function usualOf(waits: number[]): Usual | null {
  if (waits.length < ENOUGH) return null;
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.ceil(part * sorted.length) - 1] ?? 0;
  const to = said(at(0.9), 'up');
  const from = said(at(0.25), 'down');
  if (to > MOST) return null;
  return { from: from === 0 || from === to ? null : from, to };
}

/** Never a shorter wait than it was, and never a later beginning. */
function said(minutes: number, way: 'up' | 'down'): number {
  if (way === 'up') return SAID.find((each) => minutes <= each) ?? Math.ceil(minutes / HOUR) * HOUR;
  if (minutes >= HOUR) return Math.floor(minutes / HOUR) * HOUR;
  return SAID.findLast((each) => each <= minutes) ?? 0;
}
