import type { Listing } from '../types';
import { date, flag, line, number, text } from './fields';
import { freeInWords, namesPrice } from './free-words';
import { inners, type Part } from './part';

const DEFAULT_CURRENCY = 'GBP';
const CURRENCY = /^[A-Z]{3}$/;

interface Option {
  amount: number | null;
  said: string | null;
}

/** What it costs: prices that are over, or have not begun by `today`, are left out. `free` is null where it is not said. */
export function readCost(service: Part, what: string, today: string): Listing['cost'] {
  const options = inners(service, 'cost_options').flatMap((option) => readOption(option, today) ?? []);
  const fees = text(service, 'fees_description', 'fees');
  const said = [fees, ...options.map((option) => option.said)].filter((each) => each !== null);
  const isPriced = options.some(({ amount }) => amount !== null && amount !== 0) || said.some(namesPrice);
  return {
    // What is free only for some is not free, whatever else is said.
    free: isPriced ? false : (flag(service, 'free') ?? freeBy(options) ?? freeInWords(fees, what)),
    text: said.length > 0 ? said.join('\n') : null,
  };
}

function readOption(option: Part, today: string): Option | null {
  const ends = date(option, 'valid_to') ?? today;
  const begins = date(option, 'valid_from') ?? today;
  if (ends < today || begins > today) return null;
  const amount = number(option, 'amount');
  const price = amount === null ? null : amount === 0 ? 'free' : money(amount, line(option, 'currency'));
  const details = line(option, 'amount_description', 'cost_type');
  const full = [price, details].filter((each) => each !== null).join(' ');
  const condition = line(option, 'option');
  return { amount, said: [condition, full].filter(Boolean).join(': ') || null };
}

function money(amount: number, currency: string | null): string {
  const code = currency?.toUpperCase() ?? '';
  return new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency: CURRENCY.test(code) ? code : DEFAULT_CURRENCY,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(amount);
}

function freeBy(options: Option[]): boolean | null {
  return options.length > 0 && options.every(({ amount }) => amount === 0) ? true : null;
}
