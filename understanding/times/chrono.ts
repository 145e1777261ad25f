import type { GB } from 'chrono-node/en';
import { dateOf, dayNumber } from './calendar';
import type { Piece, TimeReader } from './time-pieces';

type Chrono = { GB: typeof GB };
const LENGTH_OF_TIME = /^\d+ (?:day|week|month|year|hour|minute)s?$/;
let chrono: Chrono | null = null;

const loaded = (): Chrono => {
  chrono ??= require('chrono-node/en') as Chrono;
  return chrono;
};

/**
 * Days and times by chrono. Only what has a digit in it, since it takes "sat down", "the sun" and
 * "march on" for days, and "3 weeks" for a date.
 */
export const readByChrono: TimeReader = (said, today) =>
  loaded()
    .GB.parse(said, new Date(`${dateOf(today)}T12:00:00`), { forwardDate: true })
    .filter(({ text }) => /\d/.test(text) && !LENGTH_OF_TIME.test(text))
    .map(({ index, text, start, end }): Piece => {
      const knowsDay = start.isCertain('day') || start.isCertain('weekday');
      const minutes = (at: typeof start) => (at.get('hour') ?? 0) * 60 + (at.get('minute') ?? 0);
      return {
        at: index,
        end: index + text.length,
        days: knowsDay
          ? { first: dayNumber(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0), count: 1 }
          : undefined,
        clock:
          start.isCertain('hour') && /[ap]m\b/.test(text)
            ? { from: minutes(start), to: end?.isCertain('hour') ? minutes(end) : null }
            : undefined,
      };
    });
