/** Minutes after midnight. `to` null: only a start was said. */
export interface Clock {
  from: number;
  to: number | null;
}
type Part = 'morning' | 'afternoon' | 'evening' | 'night';
interface Moment {
  hour: number;
  minute: number;
  half: 'am' | 'pm' | null;
}

const hours = (hour: number, minute = 0) => hour * 60 + minute;
const PARTS: Record<Part, Clock> = {
  morning: { from: hours(9), to: hours(12) },
  afternoon: { from: hours(12), to: hours(17) },
  evening: { from: hours(17), to: hours(21) },
  night: { from: hours(18), to: hours(24) },
};
const NAMED: [RegExp, Clock][] = [
  [/\b(after school|school finishes|school pick ?up|home ?time|finish school)\b/, { from: hours(15, 30), to: null }],
  [/\b(before school)\b/, { from: hours(8), to: hours(8, 45) }],
  [
    /\b(school hours|while (?:the kids|they)(?: are|re) at school|when the kids are at school)\b/,
    { from: hours(9), to: hours(15) },
  ],
  [/\b(after work|finish work)\b/, { from: hours(17, 30), to: null }],
  [/\b(lunch ?time|lunch|dinner ?time at work)\b/, { from: hours(12), to: hours(14) }],
  [/\b(tea ?time)\b/, { from: hours(17), to: hours(18, 30) }],
  [/\b(first thing)\b/, { from: hours(9), to: null }],
  [/\b(noon|midday|mid day)\b/, { from: hours(12), to: null }],
  [/\b(midnight)\b/, { from: hours(24), to: null }],
];

const MOMENT =
  '(?:half (?:past )?(\\d{1,2})|(\\d{1,2})(?:[:.]([0-5]\\d))?)\\s?(am|pm|a\\.m|p\\.m)?(?:ish)?(?: ?o ?clock)?';
const COUNTED =
  '(?! ?(?:kids?|children|weeks?|days?|months?|times|people|hours?|hrs|years?|yrs|mins?|minutes|of\\b|quid|pounds|%|boys|girls|bed|st\\b|nd\\b|rd\\b|th\\b|[/\\d]))';
const RANGE = new RegExp(`(?:\\b(from|between) )?\\b${MOMENT} ?(-|to|til|till|until|and|n) ?${MOMENT}\\b${COUNTED}`);
const TO_OR_PAST = /\b(5|10|20|25|quarter|1\/4) ?(?:mins? |minutes )?(to|past) (\d{1,2})\b ?(am|pm)?/;
const SINGLE = new RegExp(
  `(?:\\b(after|from|before|by|until|til|till|at|around|about|@|any ?time after|any ?time before) ?)?\\b${MOMENT}\\b${COUNTED}`,
  'g',
);
const FOUR_DIGITS =
  /(?:\b(after|from|before|by|until|til|till|at|around|about) )?\b([01]\d|2[0-3])([0-5][05]) ?(hrs|hours|h)?\b/;

/** The part of the day that is named, which also tells what "at 8" means. */
export function partOfDay(said: string): Part | null {
  const part = /\b(morning|mornin|afternoon|arvo|aft|evening|eve|night|tonight)s?\b/.exec(said)?.[1];
  if (part === undefined) return null;
  if (part.startsWith('morn')) return 'morning';
  if (/^a/.test(part)) return 'afternoon';
  return part.startsWith('eve') ? 'evening' : 'night';
}

/** The time of day that is said, or null. A bare number is none unless a day came right before it. */
export function findClock(said: string, part: Part | null): Clock | null {
  return (
    range(said, part) ??
    toOrPast(said, part) ??
    single(said, part) ??
    fourDigits(said) ??
    named(said) ??
    (part && PARTS[part])
  );
}

function range(said: string, part: Part | null): Clock | null {
  const found = RANGE.exec(said);
  if (!found) return null;
  const [, lead, , , , , link] = found;
  const [start, end] = [moment(found.slice(2, 6)), moment(found.slice(7, 11))];
  if (!start || !end || ((link === 'and' || link === 'n') && lead !== 'between')) return null;
  const minutesTo =
    link === 'to' &&
    lead === undefined &&
    [5, 10, 20, 25].includes(start.hour) &&
    !found[3]?.includes(':') &&
    !end.half;
  if (minutesTo && start.minute === 0 && end.minute === 0 && start.half === null) return null;
  const to = inDay(end, part);
  const sameHalf = start.half ?? (end.half && twelve(start.hour) <= twelve(end.hour) ? end.half : null);
  const from = inDay({ ...start, half: sameHalf }, part);
  return { from, to: to > from ? to : to + hours(12) > from ? to + hours(12) : null };
}

function toOrPast(said: string, part: Part | null): Clock | null {
  const found = TO_OR_PAST.exec(said);
  if (!found || Number(found[3]) > 12) return null;
  const minutes = found[1] === 'quarter' || found[1] === '1/4' ? 15 : Number(found[1]);
  const at = inDay({ hour: Number(found[3]), minute: 0, half: (found[4] as 'am' | 'pm') ?? null }, part);
  return { from: found[2] === 'to' ? at - minutes : at + minutes, to: null };
}

function single(said: string, part: Part | null): Clock | null {
  for (const found of said.matchAll(SINGLE)) {
    const at = moment(found.slice(2, 6));
    const [, lead] = found;
    const isTime =
      lead !== undefined ||
      found[2] !== undefined ||
      found[4] !== undefined ||
      at?.half ||
      /ish$|clock$/.test(found[0]);
    const afterDay =
      /,\s*$/.test(said.slice(0, found.index)) && /^\s*$/.test(said.slice(found.index + found[0].length));
    if (
      at &&
      (isTime ||
        afterDay ||
        (part !== null && /\b(morning|afternoon|evening|night|tonight) $/.test(said.slice(0, found.index))))
    )
      return bounded(inDay(at, part), lead);
  }
  return null;
}

function fourDigits(said: string): Clock | null {
  const found = FOUR_DIGITS.exec(said);
  if (!found || (found[1] === undefined && found[4] === undefined && found[0].length !== said.trim().length))
    return null;
  return bounded(hours(Number(found[2]), Number(found[3])), found[1]);
}

function named(said: string): Clock | null {
  return NAMED.find(([pattern]) => pattern.test(said))?.[1] ?? null;
}

function bounded(at: number, lead: string | undefined): Clock {
  return lead !== undefined && /before|by|til|till|until/.test(lead) ? { from: 0, to: at } : { from: at, to: null };
}

function moment([halfHour, hour, minute, half]: (string | undefined)[]): Moment | null {
  const at = Number(halfHour ?? hour);
  if (at > 23 || (halfHour !== undefined && (at > 12 || at === 0))) return null;
  const early = hour?.startsWith('0') === true && minute !== undefined && at > 0;
  const said = half?.startsWith('a') ? 'am' : half?.startsWith('p') ? 'pm' : null;
  return { hour: at, minute: halfHour !== undefined ? 30 : Number(minute ?? 0), half: said ?? (early ? 'am' : null) };
}

/** Without "am" or "pm", 1 to 7 are after noon and 8 to 11 before it, unless the part of the day says otherwise. */
function inDay({ hour, minute, half }: Moment, part: Part | null): number {
  if (hour > 12 || hour === 0) return hours(hour, minute);
  const base = twelve(hour);
  const pm =
    half === 'pm' ||
    (half === null && (part === null ? base < 8 : part !== 'morning' && !(part === 'afternoon' && base === 11)));
  return hours(base + (pm ? 12 : 0), minute);
}

const twelve = (hour: number) => hour % 12;
