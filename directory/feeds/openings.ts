import { DAYS, type Opening } from '../types';
import { line } from './fields';
import type { Holders } from './holders';
import { inner, inners, type Part } from './part';
import { readSchedule } from './schedule';

const SCHEDULES = ['schedules', 'regular_schedules', 'regular_schedule'];

/** When somebody can come. The hours of a building count only where nothing is said of the service itself. */
export function readOpenings({ service, stands }: Holders, today: string): Opening[] {
  const names = new Set(stands.map(({ place }) => place && line(place, 'name')));
  const read = (part: Part | null, place: Part | null) => {
    const schedules = part ? inners(part, ...SCHEDULES) : [];
    return schedules.flatMap((schedule) => readSchedule(schedule, nameIn(place ?? placeOf(schedule)), today) ?? []);
  };
  const own = [...read(service, null), ...stands.flatMap(({ atPlace, place }) => read(atPlace, place))];
  return together(own.length > 0 ? own : stands.flatMap(({ place }) => read(place, place)));

  /** Said only where there are several places to choose from. */
  function nameIn(place: Part | null): string | null {
    const name = names.size > 1 && place ? line(place, 'name') : null;
    return name === null ? null : `At ${name}`;
  }
}

/** Outpost lists the times of every place with the service. */
function placeOf(schedule: Part): Part | null {
  const atPlace = inner(schedule, 'service_at_location');
  return atPlace && inner(atPlace, 'location');
}

/** Each once; days with the same times are one opening. */
function together(openings: Opening[]): Opening[] {
  const byTimes = Map.groupBy(openings, ({ opens, closes, note }) => JSON.stringify([opens, closes, note]));
  return [...byTimes.values()].flatMap((same) => {
    const days = DAYS.filter((day) => same.some((opening) => opening.days.includes(day)));
    return same.slice(0, 1).map((opening) => ({ ...opening, days }));
  });
}
