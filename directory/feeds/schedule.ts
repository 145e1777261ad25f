import type { Opening } from '../types';
import { dateInWords } from './dates';
import { daysOf, type Every, readTurns, rhythm, type Turn } from './days';
import { date, line, number } from './fields';
import { fault, type Part } from './part';
import { readTime } from './times';
import { wayInWords } from './ways';

const EVERY = new Map<string, Every>([
  ['daily', 'day'],
  ['day', 'day'],
  ['weekly', 'week'],
  ['week', 'week'],
  ['monthly', 'month'],
  ['month', 'month'],
]);
const MONTH_DAY = /^\d{1,2}$/;

/**
 * One schedule of a feed: a rule such as `{"freq": "WEEKLY", "byday": "MO,TU", "opens_at": "10:00"}`, or a weekday with its
 * times. Null when it says nothing, is over, or has not begun by `today`. `at`: the place it is of, where that matters.
 */
export function readSchedule(schedule: Part, at: string | null, today: string): Opening | null {
  const every = readEvery(schedule);
  const turns = every === 'never' ? [] : turnsOf(schedule);
  const day = every === null && turns.length === 0 ? date(schedule, 'dtstart') : null;
  if (isOver(schedule, day, today)) return null;
  const pattern = every === 'never' ? null : rhythm(every, intervalOf(schedule), turns, monthDaysOf(schedule));
  const way = wayInWords(line(schedule, 'attending_type'));
  const said = [day && dateInWords(day), pattern, at, way, line(schedule, 'description'), line(schedule, 'notes')];
  const opening = { days: daysOf(turns), ...hoursOf(schedule), note: sentences(said) };
  return opening.days.length > 0 || opening.opens || opening.closes || opening.note ? opening : null;
}

/** `never`: something that is not known, so that no day can be trusted. Null: nothing. */
function readEvery(schedule: Part): Every | 'never' | null {
  const said = line(schedule, 'freq')?.toLowerCase() ?? null;
  if (said === null) return null;
  const every = EVERY.get(said);
  if (every === undefined) fault(schedule, 'freq', 'is neither WEEKLY nor MONTHLY');
  return every ?? 'never';
}

function turnsOf(schedule: Part): Turn[] {
  const field = schedule.fields.byday ? 'byday' : 'weekday';
  const turns = readTurns(line(schedule, field) ?? '');
  if (turns.includes(null)) fault(schedule, field, 'holds something that is no day');
  return turns.filter((turn) => turn !== null);
}

function isOver(schedule: Part, day: string | null, today: string): boolean {
  const field = ['valid_to', 'until'].find((name) => schedule.fields[name]) ?? 'dtstart';
  const last = date(schedule, 'valid_to', 'until') ?? day;
  if (last !== null && last < today) fault(schedule, field, 'is in the past: these times are left out');
  return (last !== null && last < today) || (date(schedule, 'valid_from') ?? today) > today;
}

function intervalOf(schedule: Part): number {
  const interval = number(schedule, 'interval') ?? 1;
  const counts = Number.isInteger(interval) && interval >= 1;
  if (!counts) fault(schedule, 'interval', 'is not a whole number from 1 up');
  return counts ? interval : 1;
}

function monthDaysOf(schedule: Part): number[] {
  const days = (line(schedule, 'bymonthday') ?? '').split(/[\s,]+/).filter((day) => MONTH_DAY.test(day));
  return days.map(Number).filter((day) => day >= 1 && day <= 31);
}

function hoursOf(schedule: Part): Pick<Opening, 'opens' | 'closes'> {
  const [opens, closes] = [timeIn(schedule, 'opens_at'), timeIn(schedule, 'closes_at')];
  if (opens === null || opens !== closes) return { opens, closes };
  fault(schedule, 'closes_at', 'is the same as opens_at: both are left out');
  return { opens: null, closes: null };
}

function timeIn(schedule: Part, field: string): string | null {
  const said = line(schedule, field);
  const time = said === null ? null : readTime(said);
  if (said !== null && time === null) fault(schedule, field, 'is no time of day');
  return time;
}

function sentences(said: (string | null)[]): string | null {
  const parts = said.filter((part) => part !== null);
  const ended = parts.map((part, at) => (at < parts.length - 1 ? part.replace(/\.$/, '') : part));
  return parts.length === 0 ? null : ended.join('. ');
}
