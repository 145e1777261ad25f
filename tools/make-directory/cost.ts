import type { Dice } from './dice';
import type { OrukCostOption, OrukService } from './oruk';
import type { IdOf } from './types';

type Cost = Pick<OrukService, 'fees' | 'cost_options'>;
type Option = Omit<OrukCostOption, 'id'>;

const FEES = [
  'Free',
  'free of charge',
  'No',
  'Yes',
  '£3 per session, concessions available',
  'Please contact provider',
  'Donations welcome',
  'Means tested',
  'Subs £1.50 a week',
  'Charges apply following financial assessment',
];

/** What it costs: in most feeds it is not said. */
export function costOf(idOf: IdOf, dice: Dice): Cost {
  const options = (...all: Option[]): Cost => ({
    cost_options: all.map((option, nth) => ({ id: idOf(`cost ${nth}`), ...option })),
  });
  return dice.weighted<() => Cost>([
    [0.62, () => ({ cost_options: [] })],
    [0.23, () => ({})],
    [0.06, () => ({ fees: dice.pick(FEES) })],
    [0.04, () => options({ option: 'Free', amount: 0 })],
    [0.02, () => options({ option: 'Adult', amount: pounds(dice), amount_description: 'per session' })],
    [
      0.01,
      () => options({ option: 'Family', amount: pounds(dice) }, { option: 'Concessions', amount: pounds(dice) / 2 }),
    ],
    [0.01, () => options({ option: `£${dice.between(2, 9)}.50 a week, first one free`, amount: null })],
    [0.005, () => options({ option: null, amount: `£${dice.between(1, 40)}.00` })],
    [0.005, () => options({ option: 'Free', amount: 0, valid_to: '2021-03-31' }, { amount: pounds(dice) })],
  ])();
}

const pounds = (dice: Dice) => dice.pick([1, 1.5, 2, 3, 3.5, 4, 5, 7.5, 10, 12, 25, 38, 45]);
