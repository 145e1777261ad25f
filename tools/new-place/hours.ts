import { DAYS, type Day } from '../../directory/types';
import { clock } from '../../handoff/hours';

/** A span of a day in minutes since midnight. */
interface Span {
  from: number;
  to: number;
}
export type Week = Record<Day, Span[]>;

const NOON = 12 * 60;
const MIDNIGHT = 24 * 60;
/** Nobody opens before this hour and leaves out "am": "1-5" is in the afternoon. */
const EARLIEST_HOUR = 7;
const GROUPS: Record<string, readonly Day[]> = {
  weekdays: DAYS.slice(0, 5),
  weekends: DAYS.slice(5),
  daily: DAYS,
  everyday: DAYS,
};
const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * Reads hours as people write them: "mon-fri 9-5, wed 9-7, sat 10-12". What overlaps an earlier part replaces it on its days.
 * A text says what cannot be read.
 */
export function readHours(text: string): Week | string {
  const week: Week = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
  const parts = plain(text).split(/\s*[,;]\s*/);
  for (const part of parts.filter(Boolean)) {
    const [, dayWords = '', timeWords = ''] = /^(\D+?) ?(\d.*|noon.*|closed)$/.exec(part) ?? [];
    const days = readDays(dayWords.trim());
    if (!days) return `I do not know which days "${part}" is about. Write days as mon, mon-fri, or mon and wed.`;
    const spans = timeWords === 'closed' ? [] : timeWords.split(' and ').map(readSpan);
    if (spans.includes(null))
      return `I do not know from when until when "${part}" is. Write times as 9-5, 9.30-4.30 or 6pm-8pm.`;
    const open = spans.filter((span) => span !== null);
    for (const day of days) {
      const apart = (old: Span) => open.every((span) => span.to <= old.from || old.to <= span.from);
      week[day] = open.length === 0 ? [] : [...week[day].filter(apart), ...open].sort((a, b) => a.from - b.from);
    }
  }
  return DAYS.some((day) => week[day].length > 0)
    ? week
    : 'There has to be some hour in the week at which a worker may be there.';
}

/** Hours as they are said: "Monday to Friday 9am to 5pm; Saturday 10am to 12 noon". */
export function hoursInWords(week: Week): string {
  const times = DAYS.map((day) => week[day].map(({ from, to }) => `${clock(from)} to ${clock(to)}`).join(' and '));
  const runs: { first: number; last: number; time: string }[] = [];
  for (const [index, time] of times.entries()) {
    const run = runs.at(-1);
    if (run?.time === time) run.last = index;
    else runs.push({ first: index, last: index, time });
  }
  return runs
    .filter(({ time }) => time !== '')
    .map(({ first, last, time }) => `${NAMES[first]}${last > first ? ` to ${NAMES[last]}` : ''} ${time}`)
    .join('; ');
}

/** As place.yaml has it: "09:00-17:00". */
export const spanAsWritten = ({ from, to }: Span) => `${digits(from)}-${digits(to)}`;
const digits = (at: number) => `${pad(Math.floor(at / 60))}:${pad(at % 60)}`;
const pad = (number: number) => String(number).padStart(2, '0');

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[–—]/g, '-')
    .replace(/\b(?:to|till|until)\b/g, '-')
    .replace(/[&+]/g, ' and ')
    .replace(/\bevery day\b/g, 'everyday')
    .replace(/\bfrom\b|:(?!\d)/g, ' ')
    .replace(/\b((?:mon|tue|wed|thu|fri|sat|sun)[a-z]*) *,/g, '$1 and ')
    .replace(/\s*-\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

function readDays(words: string): Day[] | null {
  const days = words.split(/ and | /).map((word) => {
    const [first = '', last, more] = word.split('-');
    if (last === undefined) return GROUPS[first] ?? named(first, first);
    return more === undefined ? named(first, last) : null;
  });
  return days.every((each) => each !== null) ? days.flat() : null;
}

/** The days from one to the other; null where one is no day, or they stand the wrong way round. */
function named(first: string, last: string): Day[] | null {
  const [from, to] = [first, last].map((word) => DAYS.findIndex((day) => word.startsWith(day)));
  if (from === undefined || to === undefined || from < 0 || to < from) return null;
  return DAYS.slice(from, to + 1);
}

function readSpan(words: string): Span | null {
  const [first = '', last = '', more] = words.split('-');
  const [opens, closes] = [readTime(first), readTime(last)];
  if (more !== undefined || !opens || !closes) return null;
  const isAfternoon =
    opens.loose && (opens.at < EARLIEST_HOUR * 60 || (closes.half === 'pm' && opens.at % NOON < closes.at % NOON));
  const from = isAfternoon ? (opens.at % NOON) + NOON : opens.at;
  const to = closes.loose && closes.at <= from ? closes.at + NOON : closes.at;
  return from < to && to <= MIDNIGHT ? { from, to } : null;
}

/** `loose`: it may be in the morning or in the afternoon. */
function readTime(word: string): { at: number; half: string | undefined; loose: boolean } | null {
  if (word === 'noon' || word === '12noon' || word === '12 noon') return { at: NOON, half: 'pm', loose: false };
  if (word === 'midnight') return { at: MIDNIGHT, half: undefined, loose: false };
  const [, hour = '', minute = '0', half] = /^(\d{1,2})(?:[:.](\d\d))? ?(am|pm)?$/.exec(word) ?? [];
  const at = Number(hour) * 60 + Number(minute);
  if (hour === '' || Number(minute) > 59 || at > MIDNIGHT || (half && (Number(hour) > 12 || Number(hour) === 0)))
    return null;
  if (half) return { at: (at % NOON) + (half === 'pm' ? NOON : 0), half, loose: false };
  return { at, half, loose: Number(hour) <= 12 && !hour.startsWith('0') };
}
