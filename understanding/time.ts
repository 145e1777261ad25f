import { findClock, partOfDay } from './clock';
import { dayOf, findDay, localTime } from './days';
import { tidy } from './normalise';

/**
 * A stretch of local time, as `2026-06-17T15:30`. `to` is the moment it is over (a whole day ends at the next day's
 * 00:00); null when only a start was said.
 */
export interface TimeSpan {
  from: string;
  to: string | null;
}

const LONGEST = 600;
const DAY = 24 * 60;
const SMALL_NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/**
 * Reads a time the way people in the UK write it: "half three", "10 til 2", "next tues", "friday week", "05/06".
 * `now` is local, as `2026-06-17T10:00`. Null when no time is said. Where a word leaves room, it means what is likely
 * when two people arrange a talk: "3" is in the afternoon, "friday" the next one to come.
 */
export function readTime(text: string, now: string): TimeSpan | null {
  const today = dayOf(now);
  const minute = Number(now.slice(11, 13)) * 60 + Number(now.slice(14, 16));
  const said = plain(text.slice(0, LONGEST));
  const span = (day: number, from: number, to: number | null): TimeSpan => ({
    from: localTime(day, from),
    to: to === null ? null : localTime(day, to),
  });

  const wait = findWait(said);
  if (wait !== null) return span(today, minute + wait, null);
  const day = findDay(said, today);
  const clock = findClock(day ? said.replace(day.words, ' , ') : said, partOfDay(said));
  if (day && !clock) return { from: localTime(day.first, 0), to: localTime(day.first + day.count, 0) };
  if (clock) {
    const isOver = (clock.to ?? clock.from) <= minute;
    return span(day ? day.first : isOver ? today + 1 : today, clock.from, clock.to);
  }
  if (/\b(now|asap|straight away|straightaway|immediately)\b/.test(said) && !/\b(not|up to|until|for) now\b/.test(said))
    return span(today, minute, null);
  return /\b(later today|later on|later)\b/.test(said) ? span(today, minute, DAY) : null;
}

/** Minutes to wait in "in half an hour", "in 20 mins"; null when nothing of the kind is said. */
function findWait(said: string): number | null {
  const found =
    /\bin (?:about |around )?(half an|an?|\d{1,3}|a couple of)(?: and a half)? (hours?|hrs?|minutes?|mins?)\b/.exec(
      said,
    );
  if (!found) return null;
  const [, amount = '', unit = ''] = found;
  const each = unit.startsWith('h') ? 60 : 1;
  const extra = found[0].includes('and a half') ? each / 2 : 0;
  const count = amount === 'half an' ? 0.5 : amount === 'a couple of' ? 2 : /^an?$/.test(amount) ? 1 : Number(amount);
  return Math.round(count * each + extra);
}

function plain(text: string): string {
  return tidy(text)
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/'/g, '')
    .replace(
      /\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/g,
      (word) => `${SMALL_NUMBERS.indexOf(word) + 1}`,
    )
    .replace(/\btwenty(?:[ -]5| five)\b/g, '25')
    .replace(/\btwenty\b/g, '20')
    .replace(
      /\b(tmrw|tmrow|tmoro|tmorrow|tomoz|tomos|tomo|tmw|tmr|2moro|2morro|2morrow|2mo|2mora|tommorow|tommorrow|tomorow|tomorro|tomorrw|the morrow)\b/g,
      'tomorrow',
    )
    .replace(/\b2day\b/g, 'today')
    .replace(/\b(2nite|2night|tonite)\b/g, 'tonight')
    .replace(/\b(nite|nyt)\b/g, 'night')
    .replace(/\s+/g, ' ');
}
