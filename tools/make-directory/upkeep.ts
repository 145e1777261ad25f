import type { Dice } from './dice';
import type { OrukService } from './oruk';

/** Made up as on this day: the directory stays the same however late it is made. */
const MADE = { year: 2026, month: 10 };
const STALE = 0.47;

type Upkeep = Pick<OrukService, 'status' | 'assured_date' | 'last_modified'>;

/** Whether it is there, and when somebody last made sure: nearly half of them before 2023. */
export function upkeepOf(dice: Dice): Upkeep {
  const checked = dateOf(dice);
  return {
    status: dice.weighted([
      [0.91, 'active'],
      [0.01, 'Active'],
      [0.03, 'inactive'],
      [0.03, 'defunct'],
      [0.02, 'temporarily closed'],
    ]),
    assured_date: dice.weighted([
      [0.9, checked],
      [0.04, `${checked}T00:00:00`],
      [0.06, null],
    ]),
    last_modified: `${checked}T${two(dice.between(0, 23))}:${two(dice.between(0, 59))}:${two(dice.between(0, 59))}.000Z`,
  };
}

function dateOf(dice: Dice): string {
  // Those that are stale are mostly so by a few years, and some have never been looked at.
  const year = dice.chance(STALE)
    ? 2022 - Math.min(dice.between(0, 3), dice.between(0, 8))
    : dice.between(2023, MADE.year);
  const month = dice.between(1, year === MADE.year ? MADE.month : 12);
  return `${year}-${two(month)}-${two(dice.between(1, 28))}`;
}

const two = (number: number) => String(number).padStart(2, '0');

/** Nothing to say is said in one of three ways: null, nothing between the quotes, or no field at all. */
export function leftOut(service: OrukService, dice: Dice): OrukService {
  const way = dice.weighted([
    [0.45, 'null'],
    [0.2, 'quotes'],
    [0.35, 'no field'],
  ] as const);
  if (way === 'null') return service;
  const said = Object.entries(service).flatMap(([field, value]) => {
    if (value === null) return way === 'quotes' ? [[field, '']] : [];
    return way === 'no field' && Array.isArray(value) && value.length === 0 ? [] : [[field, value]];
  });
  return Object.fromEntries(said) as OrukService;
}
