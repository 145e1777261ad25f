import type { recognizeDateTime } from '@microsoft/recognizers-text-suite';
import { coming, type Days, dateOf, dayOf, weekdayOf } from './calendar';
import { type Clock, minutesOf, type Piece, type TimeReader } from './time-pieces';

type Value = Partial<Record<'timex' | 'type' | 'Mod' | 'value' | 'start' | 'end', string>>;
type Suite = { recognizeDateTime: typeof recognizeDateTime };

const CULTURE = 'en-gb';
const LONGEST_RANGE = 31;
/** Counted from this minute, which a day does not tell: read elsewhere. */
const LENGTH_OF_TIME = /\b(?:hour|minute|second)s?\b/;
let suite: Suite | null = null;

/** Loaded when a time is first read: that takes a quarter of a second. */
const loaded = (): Suite => {
  suite ??= require('@microsoft/recognizers-text-suite') as Suite;
  return suite;
};

/** Days and times by Recognizers-Text: what may be past or to come is taken as to come, what may be day or night as day. */
export const readByRecognizers: TimeReader = (said, today) => {
  // Noon, so that no change of the clocks moves the day.
  const noon = new Date(`${dateOf(today)}T12:00:00`);
  return loaded()
    .recognizeDateTime(said, CULTURE, 0, noon)
    .filter(({ text }) => !LENGTH_OF_TIME.test(text))
    .flatMap(({ start, end, typeName, resolution }) => {
      const piece = { at: start, end: end + 1 };
      if (typeName === 'datetimeV2.set') return [{ ...piece, repeats: true as const }];
      const values: Value[] = (resolution?.values ?? []).filter(isResolved);
      const meaning = meant(values, today);
      return meaning ? [{ ...piece, ...meaning }] : [];
    });
};

/** What cannot be (31 June) has no value, or one in the year 1; "now" is read elsewhere. */
function isResolved({ timex, value, start, end }: Value): boolean {
  return timex !== 'PRESENT_REF' && [value, start, end].every((it) => it === undefined || /^(20\d\d-|\d\d:)/.test(it));
}

function meant(values: Value[], today: number): Omit<Piece, 'at' | 'end'> | null {
  const readings = values.flatMap((value) => reading(value, today) ?? []);
  const ahead = readings.filter(({ days }) => !days || days.first + days.count > today);
  const fitting = ahead.length > 0 ? ahead : readings;
  return fitting.find(({ clock }) => !clock || inWakingHours(clock)) ?? fitting[0] ?? null;
}

function reading(value: Value, today: number): Omit<Piece, 'at' | 'end'> | null {
  const [start, end] = [value.start ?? value.value ?? '', value.end ?? ''];
  switch (value.type) {
    case 'date':
      return { days: { first: dayFrom(start, value, today), count: 1 } };
    case 'time':
      return { clock: { from: minutesOf(start), to: null } };
    case 'datetime':
      return {
        days: { first: dayFrom(start, value, today), count: 1 },
        clock: { from: minutesOf(start.slice(11)), to: null },
      };
    case 'timerange':
      return { clock: clockOf(value, start, end) };
    case 'datetimerange':
      return {
        days: { first: dayFrom(start || end, value, today), count: 1 },
        clock: clockOf(value, start.slice(11), end.slice(11)),
      };
    case 'daterange':
      return end ? daysOf(value, start || dateOf(today), end, today) : null;
    default:
      return null;
  }
}

function clockOf({ Mod }: Value, start: string, end: string): Clock {
  if (Mod === 'before' || !start) return { from: 0, to: minutesOf(end) };
  return { from: minutesOf(start), to: Mod === 'after' || !end ? null : minutesOf(end) };
}

/** A weekday is never today: who means today says so. */
function dayFrom(local: string, { timex = '' }: Value, today: number): number {
  const day = dayOf(local);
  return /^\(?XXXX-WXX-\d/.test(timex) && day === today ? coming(weekdayOf(day), today) : day;
}

function daysOf({ timex = '' }: Value, start: string, end: string, today: number): { days: Days } | null {
  // "monday to wednesday" takes in the wednesday, and is never over.
  const named = timex.startsWith('(');
  const [first, after] = [dayOf(start), dayOf(end) + (named ? 1 : 0)];
  if (after - first > LONGEST_RANGE || after <= first) return null;
  const shift = timex.startsWith('(XXXX-WXX') && first <= today ? 7 : 0;
  const from = named || after <= today ? first + shift : Math.max(first, today);
  return { days: { first: from, count: after + shift - from } };
}

function inWakingHours({ from, to }: Clock): boolean {
  return from === 0 ? to === null || to >= 480 : from >= 480 && from < 1200;
}
