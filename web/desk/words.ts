import type { DeskWords } from '../../adapters/desk/words';
import type { Waiting } from '../../handoff/types';

/** Every word of the page, as content/<language>/desk.yaml has it. */
export const words: DeskWords = JSON.parse(document.getElementById('words')?.textContent ?? '{}');

/** Fills the `{names}` of a line. */
export const fill = (line: string, values: Record<string, string | number>): string =>
  line.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long that is in plain words: "12 minutes". */
export function span(milliseconds: number): string {
  const { now, minute, minutes, hour, hours, day, days } = words.time;
  const count = (unit: number, one: string, many: string): string => {
    const n = Math.floor(milliseconds / unit);
    return n === 1 ? one : fill(many, { n });
  };
  if (milliseconds < MINUTE) return now;
  if (milliseconds < HOUR) return count(MINUTE, minute, minutes);
  if (milliseconds < DAY) return count(HOUR, hour, hours);
  return count(DAY, day, days);
}

/** Times are the place's, as the people there say them, wherever this computer thinks it is. */
const { timezone: timeZone } = document.body.dataset;
const clock = new Intl.DateTimeFormat(words.language, {
  timeZone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const date = new Intl.DateTimeFormat(words.language, { timeZone, weekday: 'long', day: 'numeric', month: 'long' });

const weekday = new Intl.DateTimeFormat(words.language, { timeZone, weekday: 'long' });

/** A time that is a day away at most: "Tuesday 14:05". */
export const dayAndTime = (at: number): string => `${weekday.format(at)} ${timeOf(at)}`;

/** A time however long ago: "Friday 27 November at 09:05". */
export const whenOf = (at: number): string => `${date.format(at)}, ${timeOf(at)}`;

export const dayOf = (at: number): string => date.format(at);

export const timeOf = (at: number): string => clock.format(at);

/** "14:30", or "Wednesday 09:00" on another day. */
export const timeOrDay = (at: number): string => (isToday(at) ? timeOf(at) : dayAndTime(at));

/** What a person is called here, since nobody has to give a name: when they asked. */
export function asked(at: number): string {
  const today = date.format(Date.now()) === date.format(at);
  return today
    ? fill(words.people.asked, { time: timeOf(at) })
    : fill(words.people['asked-on'], { day: date.format(at), time: timeOf(at) });
}

/** When somebody asked to be reached; '' where only their words say it. */
export function bookedFor({ from, to }: NonNullable<Waiting['booked']>): string {
  if (from === null) return '';
  const day = date.format(from);
  if (to === null) return fill(words.person['booked-from'], { day, from: timeOf(from) });
  const last = date.format(to - 1);
  return last === day
    ? fill(words.person['booked-between'], { day, from: timeOf(from), to: timeOf(to) })
    : fill(words.person['booked-days'], { first: day, last });
}

export const isToday = (at: number): boolean => date.format(at) === date.format(Date.now());

/** The language somebody writes in, where it is not one Natter reads. */
export const wroteIn = ({ language }: Waiting): string =>
  language ? fill(words.people['wrote-in'], { language }) : '';

/** Who had them before, and left. */
export const leftBy = ({ leftBy: name }: Waiting): string => (name ? fill(words.people['left-by'], { name }) : '');

export const channelName = (channel: string): string =>
  (words.channels as Record<string, string>)[channel] ?? words.channels.other;
