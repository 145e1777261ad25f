import type { Dice } from './dice';
import type { OrukSchedule } from './oruk';
import { DAYS, MONTHS, TIMES } from './sentences/fillers';
import type { IdOf } from './types';

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
type Hours = Omit<OrukSchedule, 'id'>;

/** What feeds say of when something is open: for many of them nothing. */
export function schedulesOf(idOf: IdOf, dice: Dice): OrukSchedule[] {
  return dice
    .weighted(SHAPES)(dice)
    .map((hours, nth) => ({ id: idOf(`schedule ${nth}`), ...hours }));
}

const SHAPES: readonly (readonly [share: number, shape: (dice: Dice) => Hours[]])[] = [
  [0.3, () => []],
  [0.16, (dice) => [{ freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', ...times(dice) }]],
  [0.15, (dice) => [{ freq: 'WEEKLY', byday: dice.pick(CODES), ...times(dice) }]],
  [0.06, (dice) => severalDays(dice, 5).map((byday) => ({ freq: 'WEEKLY', byday, ...times(dice) }))],
  [0.05, (dice) => [{ freq: 'WEEKLY', byday: severalDays(dice, 3).join(', '), ...times(dice) }]],
  [0.07, (dice) => [{ description: inWords(dice) }]],
  [
    0.04,
    (dice) => [
      { freq: 'MONTHLY', byday: `${dice.pick(['1', '2', '3', '4', '-1'])}${dice.pick(CODES)}`, ...times(dice) },
    ],
  ],
  [0.01, (dice) => [{ freq: 'MONTHLY', bymonthday: String(dice.between(1, 28)), ...times(dice) }]],
  [
    0.03,
    (dice) => [{ freq: 'WEEKLY', interval: 2, dtstart: day(dice, 2023), byday: dice.pick(CODES), ...times(dice) }],
  ],
  [0.05, (dice) => [{ ...ended(dice), freq: 'WEEKLY', byday: dice.pick(CODES), ...times(dice) }]],
  [0.02, () => [{ freq: 'WEEKLY', byday: CODES.join(','), opens_at: '00:00', closes_at: '23:59' }]],
  [0.02, () => [{ freq: '', byday: '', opens_at: '', closes_at: '', description: '' }]],
  [0.02, (dice) => [{ byday: `${dice.pick(DAYS)}, ${dice.pick(DAYS)}`, opens_at: dice.pick(TIMES), closes_at: null }]],
  [0.01, (dice) => [{ freq: 'WEEKLY', byday: dice.pick(CODES).toLowerCase(), opens_at: '17:00', closes_at: '09:00' }]],
  [
    0.01,
    (dice) => [{ freq: 'WEEKLY', byday: dice.pick(CODES), dtstart: `${day(dice, 2022)}T00:00:00`, opens_at: '00:00' }],
  ],
];

function times(dice: Dice): Pick<Hours, 'opens_at' | 'closes_at' | 'attending_type'> {
  const opens = dice.between(8, 19);
  const minutes = () => dice.pick(['00', '00', '30', '15']);
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:${minutes()}${ending}`;
  const ending = dice.weighted([
    [0.6, ''],
    [0.35, ':00'],
    [0.05, 'Z'],
  ] as const);
  return {
    opens_at: clock(opens),
    closes_at: clock(Math.min(opens + dice.between(1, 8), 22)),
    ...(dice.chance(0.05) && { attending_type: dice.pick(['In person', 'phone', 'Online via video call']) }),
  };
}

function severalDays(dice: Dice, most: number): string[] {
  const chosen = dice.some(CODES, dice.between(2, most));
  return CODES.filter((code) => chosen.includes(code));
}

const WORDS: readonly ((dice: Dice) => string)[] = [
  (dice) => `Every other ${dice.pick(DAYS)} in term time, ${dice.pick(TIMES)} till late`,
  (dice) => `${dice.pick(DAYS)}s and ${dice.pick(DAYS)}s from ${dice.pick(TIMES)}`,
  () => 'Mon-Fri 9-5 (4.30 Fri) excluding bank holidays',
  () => '24 hours a day, 365 days a year',
  () => 'By appointment only',
  (dice) => `Next course starts in ${dice.pick(MONTHS)}`,
  (dice) => `First ${dice.pick(DAYS)} of the month ${dice.pick(TIMES)}`,
  () => 'Times vary, see our Facebook page',
  (dice) => `<p>Term time only: ${dice.pick(DAYS)} ${dice.pick(TIMES)}&nbsp;</p>`,
];
const inWords = (dice: Dice) => dice.pick(WORDS)(dice);

function ended(dice: Dice): Pick<Hours, 'valid_from' | 'valid_to'> {
  const year = dice.between(2019, 2024);
  return { valid_from: day(dice, year), valid_to: day(dice, year + 1) };
}

const two = (number: number) => String(number).padStart(2, '0');
const day = (dice: Dice, year: number) => `${year}-${two(dice.between(1, 12))}-${two(dice.between(1, 28))}`;
