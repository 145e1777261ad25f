import { namedInFull, partOfDay, partsInFull } from './day-parts';
import { inDay, MOMENT, moment, written } from './moments';
import { type Part, POLITE } from './time-hours';
import { MONTH, WEEKDAY } from './time-words';

const HALF_DAY = 720;
const LONGEST_STRETCH = 480;
const EDGE = '(?<![\\w/.:-])';
/** No digit, date or count goes on after it. */
const END = `(?![\\w]|[:.]\\d|[/-] ?\\d| ?(?:days?|weeks?|months?|hours?|minutes|years?|%)\\b| (?:of )?(?:${MONTH})\\b)`;
const RANGE = new RegExp(
  `${EDGE}(?:(from|between|after|about|around|at) )?${MOMENT} ?(-|to|til|and|n) ?${MOMENT}${END}`,
  'g',
);
const AROUND_HOUR = new RegExp(
  `${EDGE}(?:(at|about|around) )?(\\d{1,2}|quarter) ?(minutes )?(to|past) (\\d{1,2})\\b ?(am|pm)?${END}`,
  'g',
);
const FOUR_DIGITS = /(?<![\w/.:-])([01]\d|2[0-3])([0-5][05]) ?(hours|hrs|h)?(?![\w/.:-])/g;
const SINGLE = new RegExp(`${EDGE}${MOMENT}${END}`, 'g');
const DAY_NAME = `(?:${WEEKDAY}|tomorrow|today|tonight|morning|afternoon|evening|night|\\d(?:st|nd|rd|th)|next week|[/.]\\d{1,4}|\\d (?:of )?(?:${MONTH})(?: 20\\d\\d)?)`;
const LEAD = new RegExp(
  `(?:\\b(?:after|from|before|by|til|at|around|about|for|do|make it|say|past|between|maybe|is|any ?time)|${DAY_NAME}[,;]?|^(?:can|could) (?:you|u|i|we))\\s*$`,
);
const FOLLOW = new RegExp(`^ ?,? ?(?:on |in the |of the |the |this )*(?:${DAY_NAME}|\\d{1,2}(?:st|nd|rd|th)|onwards)`);
const WHOLE_DAY_NAME = new RegExp(`^${DAY_NAME}$`);

/**
 * Writes every time of day in full, for a library to read: "tues half 3" becomes "tues 3:30pm", "10 til 2" becomes
 * "10:00am to 2:00pm". The libraries miss times without "am" or "pm", and take "at 3" for the night.
 */
export function clocksInFull(said: string): string {
  const part = partOfDay(said);
  const clocks = said
    .replace(RANGE, (...all) => range(all, part) ?? all[0])
    .replace(AROUND_HOUR, (all, ...parts) => aroundHour(parts, part) ?? all)
    .replace(FOUR_DIGITS, (all, hour, minute, unit, at) =>
      unit !== undefined || stands(said, all, at) ? written(Number(hour) * 60 + Number(minute)) : all,
    );
  const single = clocks.replace(SINGLE, (all, ...parts) => alone(all, parts, clocks, part) ?? all);
  return partsInFull(namedInFull(single));
}

function range(found: string[], part: Part | null): string | null {
  const [, lead, , startHour, startMinutes, startHalf, link = '', , endHour] = found;
  const [start, end] = [moment(found.slice(2, 6)), moment(found.slice(7, 11))];
  if (!start || !end || (/^(and|n)$/.test(link) && lead !== 'between')) return null;
  const bare =
    startHour !== undefined && startMinutes === undefined && startHalf === undefined && endHour !== undefined;
  // "5 to 3" and "20 to 5" can only be minutes; "10 to 2" may well be a morning.
  const minutes =
    [20, 25].includes(start.hour) || (start.hour === 5 && end.hour < 6) || (start.hour === 10 && isAt(lead));
  if (link === 'to' && bare && minutes && !/^(from|between)$/.test(lead ?? '')) return null;
  const to = inDay(end, part);
  const sameHalf = start.half ?? (end.half && start.hour % 12 <= end.hour % 12 ? end.half : null);
  const from = inDay({ ...start, half: sameHalf }, part);
  const later = to > from ? to : to + HALF_DAY > from && to + HALF_DAY <= 2 * HALF_DAY ? to + HALF_DAY : null;
  // "10 to 9" is ten minutes to nine.
  if (later === null || (link === 'to' && bare && start.hour === 10 && later - from > LONGEST_STRETCH)) return null;
  return ` ${written(from)} to ${written(later)} `;
}

const isAt = (lead: string | undefined) => /^(at|about|around)$/.test(lead ?? '');

function aroundHour([lead, count, minutes, way, hour, half]: (string | undefined)[], part: Part | null): string | null {
  const sure = minutes !== undefined || isAt(lead) || way === 'past';
  if (
    Number(hour) > 12 ||
    (!(sure ? Number(count) < 60 : ['5', '10', '20', '25'].includes(count ?? '')) && count !== 'quarter')
  )
    return null;
  const at = inDay({ hour: Number(hour), minute: 0, half: (half as 'am' | 'pm') ?? null }, part);
  const away = count === 'quarter' ? 15 : Number(count);
  return `${lead ?? ''} ${written(way === 'to' ? at - away : at + away)}`;
}

function alone(all: string, parts: (string | undefined)[], said: string, part: Part | null): string | null {
  const [half, , minutes, twelve] = parts;
  const at = moment(parts.slice(0, 4));
  const index = Number(parts.find((each) => typeof each === 'number'));
  if (!at) return null;
  if (at.hour > 12 && /^\d+$/.test(all) && new RegExp(`\\b(?:${WEEKDAY}),? $`).test(said.slice(0, index))) return null;
  const isTime =
    half !== undefined ||
    minutes !== undefined ||
    twelve !== undefined ||
    /ish|oclock/.test(all) ||
    stands(said, all, index);
  return isTime ? written(inDay(at, part)) : null;
}

/** A bare number is a time after "at" and its like, beside a day, or when nothing else is said. */
function stands(said: string, words: string, at: number): boolean {
  const [before, after] = [said.slice(0, at), said.slice(at + words.length)];
  const rest = `${before} ${after}`.match(/[a-z0-9]+/g) ?? [];
  return LEAD.test(before) || FOLLOW.test(after) || rest.every((word) => POLITE.has(word) || WHOLE_DAY_NAME.test(word));
}
