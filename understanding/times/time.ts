import { type Days, dayOf, localTime } from './calendar';
import { readByChrono } from './chrono';
import { clocksInFull } from './clock';
import { daysInFull } from './days';
import { readByRecognizers } from './recognizers';
import { corrected, offered } from './time-offered';
import type { Clock, Piece, TimeReader } from './time-pieces';
import { writtenOut } from './time-shorthand';
import { waitIn } from './wait';

/**
 * A stretch of local time, as `2026-06-17T15:30`. `to` is the moment it is over (a whole day ends at the next day's
 * 00:00); null when only a start was said.
 */
export interface TimeSpan {
  from: string;
  to: string | null;
}

interface Said {
  days: Days | null;
  clock: Clock | null;
  /** It could be either of two, or comes again and again: no other reading makes one time of it. */
  open?: true;
}

const NOTHING: Said = { days: null, clock: null };
const OPEN: Said = { ...NOTHING, open: true };
const DAY = 1440;
const OR_NUMBER = /^ ?(?:or|\/) ?\d{1,2}\b/;
const JOINED = /^[\s,;]*(?:or|and|n|&|\/|\+)[\s,;]*(?:even |maybe |possibly |on |at |the )*$/;

/**
 * Reads a time the way people in the UK write it: "half three", "10 til 2", "next tues", "friday week", "05/06".
 * `now` is local, as `2026-06-17T10:00`. Null when no one time is said. Where a word leaves room, it means what is
 * likely when two people arrange a talk: "3" is in the afternoon, "friday" the next one to come.
 */
export const readTime = createTimeReader([readByRecognizers, readByChrono]);

/**
 * First our own corrections write out what the libraries miss or misread, then the readers are asked in turn: what the
 * first finds stands, and the next fills in what is missing.
 */
export function createTimeReader(readers: TimeReader[]): (text: string, now: string) => TimeSpan | null {
  return (text, now) => {
    const today = dayOf(now);
    const minute = Number(now.slice(11, 13)) * 60 + Number(now.slice(14, 16));
    const said = offered(writtenOut(text));
    const wait = waitIn(said);
    if (wait !== null) return { from: localTime(today, minute + wait), to: null };
    const find = (part: string) => found(part, today, readers);
    const { last, before, adds } = corrected(said);
    const latest = find(last);
    const time = before === '' || (latest.days && latest.clock) ? latest : together(find(before), latest, adds);
    if (!time.clock && /\blater (?:on )?today\b/.test(said))
      return { from: localTime(today, minute), to: localTime(today, DAY) };
    return span(time, today, minute);
  };
}

/** The earlier words fill in what the later ones leave open. */
function together(earlier: Said, later: Said, adds: boolean): Said {
  if (!later.days && !later.clock) return earlier;
  return { days: later.days ?? earlier.days, clock: later.clock ?? (adds ? earlier.clock : null) };
}

function found(said: string, today: number, readers: TimeReader[]): Said {
  const full = daysInFull(clocksInFull(said), today).replace(/\s+/g, ' ').trim();
  return readers.reduce<Said>((known, read) => {
    if (known.open || (known.days && known.clock)) return known;
    const said = agreed(read(full, today), full);
    if (said.open) return said;
    return { days: known.days ?? said.days, clock: known.clock ?? said.clock };
  }, NOTHING);
}

/** One day and one time of day; nothing when it could be either of two, or comes again and again. */
function agreed(pieces: Piece[], said: string): Said {
  const either = pieces.some((piece, i) => {
    const next = pieces[i + 1];
    return next ? JOINED.test(said.slice(piece.end, next.at)) : OR_NUMBER.test(said.slice(piece.end));
  });
  const days = pieces.find((piece) => piece.days)?.days ?? null;
  if (either || (!days && pieces.some(({ repeats }) => repeats))) return OPEN;
  return { days, clock: pieces.find((piece) => piece.clock)?.clock ?? null };
}

function span({ days, clock }: Said, today: number, minute: number): TimeSpan | null {
  if (!clock) return days && { from: localTime(days.first, 0), to: localTime(days.first + days.count, 0) };
  const isOver = (clock.to ?? clock.from) <= minute;
  const day = days ? days.first : isOver ? today + 1 : today;
  return { from: localTime(day, clock.from), to: clock.to === null ? null : localTime(day, clock.to) };
}
