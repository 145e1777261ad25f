import type { Days } from './calendar';

/** Minutes after midnight. `to` null: only a start was said. */
export interface Clock {
  from: number;
  to: number | null;
}

/** What one stretch of a text says of when. */
export interface Piece {
  at: number;
  end: number;
  days?: Days | undefined;
  clock?: Clock | undefined;
  /** "every tuesday": no single day is meant. */
  repeats?: true;
}

/** Reads days and times that are written in full; `today` is a day number. */
export type TimeReader = (said: string, today: number) => Piece[];

const DAY = 1440;

/** Minutes after midnight of `15:30`; the last minute of a day stands for its end. */
export function minutesOf(clock: string): number {
  const minutes = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  return minutes === DAY - 1 ? DAY : minutes;
}
