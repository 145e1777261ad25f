import { dayFrom, type Local, localTime, type Weekday } from './local-time';
import { ENGLISH_TIMES, type TimeWords } from './time-words';

/** When a place's workers are there. `hours` by weekday: `{ mon: ["09:00-17:00"] }`; `holidays` are days such as `2026-12-25`. Times are the place's own. */
export interface Hours {
  timezone: string;
  hours: Partial<Record<Weekday, string[]>>;
  holidays: string[];
}

export type Opening =
  | { open: true; closes: string }
  /** `opens` is in words, such as "Monday at 9am"; null when no hours are set. */
  | { open: false; opens: string | null };

const DAYS_AHEAD = 30;
const MINUTES_A_DAY = 24 * 60;

/** Is somebody there at `now` (milliseconds since 1970), and if not, when next? Clock changes are the time zone's business. */
export function opening(place: Hours, now: number, words: TimeWords = ENGLISH_TIMES): Opening {
  const today = localTime(place.timezone, now);
  const current = spans(place, today).find(({ from, to }) => from <= today.minutes && today.minutes < to);
  if (current) return { open: true, closes: clock(current.to, words) };
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = dayFrom(place.timezone, now, ahead);
    const next = spans(place, day).find(({ from }) => ahead > 0 || from > today.minutes);
    if (!next) continue;
    return { open: false, opens: dayAndClock(day, next.from, ahead, words) };
  }
  return { open: false, opens: null };
}

/** A moment that is still to come, as people at the place say it: "today at 2:30pm", "Wednesday at 9am". */
export function momentWords(
  { timezone }: Pick<Hours, 'timezone'>,
  at: number,
  now: number,
  words: TimeWords = ENGLISH_TIMES,
): string {
  const [day, today] = [localTime(timezone, at), localTime(timezone, now)];
  const ahead = Math.round((Date.parse(day.date) - Date.parse(today.date)) / (MINUTES_A_DAY * 60_000));
  return dayAndClock(day, day.minutes, ahead, words);
}

const dayAndClock = (day: Local, minutes: number, ahead: number, words: TimeWords): string =>
  words.at.replace('{day}', dayWords(day, ahead, words)).replace('{time}', clock(minutes, words));

export function spans(place: Hours, day: Local): { from: number; to: number }[] {
  if (place.holidays.includes(day.date)) return [];
  return (place.hours[day.weekday] ?? [])
    .map((span) => {
      const [from = 0, to = 0] = span.split('-').map(minutesOf);
      return { from, to };
    })
    .sort((a, b) => a.from - b.from);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** 9am, 9:30am, 12 noon, 5pm: as people say it. */
export function clock(minutes: number, { noon, midnight, morning, afternoon } = ENGLISH_TIMES): string {
  if (minutes === 12 * 60) return noon;
  if (minutes % MINUTES_A_DAY === 0) return midnight;
  const hour = Math.floor(minutes / 60);
  const past = minutes % 60;
  const time = `${hour % 12 || 12}${past ? `:${String(past).padStart(2, '0')}` : ''}`;
  return (hour < 12 ? morning : afternoon).replace('{time}', time);
}

function dayWords(day: Local, ahead: number, words: TimeWords): string {
  if (ahead === 0) return words.today;
  return ahead < 7 ? weekdayOf(day, words) : dayInFull(day, words);
}

/** Tuesday 1 December. */
export function dayInFull(day: Local, words: TimeWords = ENGLISH_TIMES): string {
  return `${weekdayOf(day, words)} ${Number(day.date.slice(8))} ${partOf(day, words, { month: 'long' })}`;
}

const weekdayOf = (day: Local, words: TimeWords): string =>
  words.days?.[day.weekday] ?? partOf(day, words, { weekday: 'long' });

function partOf({ date }: Local, { locale }: TimeWords, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}
