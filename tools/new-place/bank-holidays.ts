import type { Place } from '../../directory/place';

/** A day on which nobody is there. `date`: `YYYY-MM-DD`. */
export interface Holiday {
  date: string;
  name: string;
}

const DAY_MS = 86_400_000;
const SUNDAY = 0;
const MONDAY = 1;
const SATURDAY = 6;

/**
 * The bank holidays of a nation in a year, by the rules that the law has for every year. Days that are given once, as for a
 * coronation, are not known here.
 */
export function bankHolidays(nation: Place['nation'], year: number): Holiday[] {
  const days = daysOf(nation, year).sort((a, b) => a.at - b.at);
  const taken = new Set(days.map(({ at }) => at).filter((at) => !isWeekend(at)));
  return days
    .map(({ at, name }) => {
      if (!isWeekend(at)) return { at, name };
      let instead = at;
      while (isWeekend(instead) || taken.has(instead)) instead += DAY_MS;
      taken.add(instead);
      return { at: instead, name: `${name} (substitute day)` };
    })
    .sort((a, b) => a.at - b.at)
    .map(({ at, name }) => ({ date: new Date(at).toISOString().slice(0, 10), name }));
}

function daysOf(nation: Place['nation'], year: number): { at: number; name: string }[] {
  const scotland = nation === 'scotland';
  const ireland = nation === 'northern-ireland';
  const on = (month: number, day: number) => Date.UTC(year, month - 1, day);
  const easter = easterSunday(year);
  const named = (name: string, at: number, here = true) => (here ? [{ at, name }] : []);
  return [
    ...named("New Year's Day", on(1, 1)),
    ...named('2nd January', on(1, 2), scotland),
    ...named("St Patrick's Day", on(3, 17), ireland),
    ...named('Good Friday', easter - 2 * DAY_MS),
    ...named('Easter Monday', easter + DAY_MS, !scotland),
    ...named('Early May bank holiday', firstMonday(on(5, 1))),
    ...named('Spring bank holiday', firstMonday(on(5, 25))),
    ...named('Battle of the Boyne', on(7, 12), ireland),
    ...named('Summer bank holiday', firstMonday(scotland ? on(8, 1) : on(8, 25))),
    ...named("St Andrew's Day", on(11, 30), scotland),
    ...named('Christmas Day', on(12, 25)),
    ...named('Boxing Day', on(12, 26)),
  ];
}

const weekday = (at: number) => new Date(at).getUTCDay();
const isWeekend = (at: number) => [SATURDAY, SUNDAY].includes(weekday(at));

/** The first Monday from a day on: of the 25th of a month with 31 days, its last. */
const firstMonday = (from: number) => from + ((MONDAY - weekday(from) + 7) % 7) * DAY_MS;

/** By the rule of Meeus, Jones and Butcher. The names are theirs. */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1);
}
