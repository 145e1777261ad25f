import type { Listing } from '../../../directory/types';
import { cost, read } from './reading';

test.each<[string, object, Listing['cost']]>([
  ['fees_description', { fees_description: '<p>Ask us</p>' }, { free: null, text: 'Ask us' }],
  ['fees', { fees: '£3 a session' }, { free: false, text: '£3 a session' }],
  ['fees in pence', { fees: '50p' }, { free: false, text: '50p' }],
  ['no fee', { fees: 'Free' }, { free: true, text: 'Free' }],
  ['no charge', { fees: 'There is no charge.' }, { free: true, text: 'There is no charge.' }],
  ['none', { fees: 'None.' }, { free: true, text: 'None.' }],
  ['nothing', { fees: '£0.00' }, { free: true, text: '£0.00' }],
  ['free for some', { fees: 'Free for under 5s, others £2' }, { free: false, text: 'Free for under 5s, others £2' }],
  [
    'free parking',
    { fees: 'Free parking. Feel free to ask.' },
    { free: null, text: 'Free parking. Feel free to ask.' },
  ],
  ['what is given', { fees: '£2 suggested donation' }, { free: null, text: '£2 suggested donation' }],
  ['none, except', { fees: 'None, except for copies' }, { free: null, text: 'None, except for copies' }],
  ['an amount of nothing', cost({ amount: 0 }), { free: true, text: 'free' }],
  [
    'an amount',
    cost({ option: 'Under 18s', amount: 3.5, amount_description: 'per hour' }),
    { free: false, text: 'Under 18s: £3.50 per hour' },
  ],
  [
    'an amount that is text',
    cost({ amount: '35', cost_type: 'per day', currency: 'EUR' }),
    { free: false, text: '€35 per day' },
  ],
  [
    'amounts for some',
    cost({ option: 'Adults', amount: 2 }, { option: 'Children', amount: 0 }),
    { free: false, text: 'Adults: £2\nChildren: free' },
  ],
  ['a price that is over', cost({ amount: 35, valid_to: '2026-05-31' }), { free: null, text: null }],
  ['a price that is still to come', cost({ amount: 35, valid_from: '2026-07-01' }), { free: null, text: null }],
  ['free (Outpost)', { free: true }, { free: true, text: null }],
  ['its own words', { description: 'Advice, free of charge.' }, { free: true, text: null }],
  ['words that deny it', { description: 'It is not free of charge.' }, { free: false, text: null }],
  ['fees that deny it', { fees: 'This isn’t free.' }, { free: false, text: 'This isn’t free.' }],
  [
    'no charge for something else',
    { fees: 'There is no charge for parking.' },
    { free: null, text: 'There is no charge for parking.' },
  ],
  ['something else that is free', { description: 'The car park is free of charge.' }, { free: null, text: null }],
  ['no charge for some', { fees: 'Free for members' }, { free: null, text: 'Free for members' }],
  [
    'an amount for some, and words for the others',
    cost({ option: 'Children under 5', amount: 0 }, { option: 'Adults', amount_description: '£4.50' }),
    { free: false, text: 'Children under 5: free\nAdults: £4.50' },
  ],
  [
    'an amount for some, and nothing said of the others',
    cost({ option: 'Children under 5', amount: 0 }, { option: 'Adults' }),
    { free: null, text: 'Children under 5: free\nAdults' },
  ],
  [
    'a mark that its own prices deny',
    { free: true, ...cost({ option: 'Children under 5', amount: 0 }, { option: 'Adults', amount: 4.5 }) },
    { free: false, text: 'Children under 5: free\nAdults: £4.50' },
  ],
  ['loose words', { description: 'Free yourself from debt.' }, { free: null, text: null }],
])('the cost by %s', (_, fields, expected) =>
  expect(read(fields)).toMatchObject({ listing: { cost: expected }, faults: [] }),
);
