import { at, read } from './reading';

test.each<[string, object, object]>([
  [
    'Open Referral UK 3',
    at({
      name: 'Elm Hall',
      latitude: 53.8,
      longitude: '-1.5',
      addresses: [{ address_1: '1 Elm Road,', address_2: 'Headingley', city: 'Leeds', postal_code: 'ls63qa' }],
      accessibility: [{ description: 'Ramp' }, { details: 'Loop' }],
    }),
    {
      name: 'Elm Hall',
      street: '1 Elm Road, Headingley',
      town: 'Leeds',
      postcode: 'LS6 3QA',
      position: { latitude: 53.8, longitude: -1.5 },
      access: ['Ramp', 'Loop'],
    },
  ],
  [
    'Open Referral UK 1',
    at({
      name: '',
      physical_addresses: [{ address_1: '1 Elm Road', city: 'Leeds', postal_code: 'LS6 3QA' }],
      accessibility_for_disabilities: [{ accessibility: 'Ramp' }],
    }),
    { name: null, street: '1 Elm Road', town: 'Leeds', postcode: 'LS6 3QA', position: null, access: ['Ramp'] },
  ],
  [
    'Outpost',
    {
      locations: [
        {
          name: 'Elm Hall',
          address_1: '1 Elm Road',
          city: 'Leeds',
          postal_code: 'LS6 3QA',
          geometry: { type: 'Point', coordinates: [-1.5, 53.8] },
          accessibilities: [{ name: 'Ramp', slug: 'ramp' }],
        },
      ],
    },
    {
      name: 'Elm Hall',
      street: '1 Elm Road',
      town: 'Leeds',
      postcode: 'LS6 3QA',
      position: { latitude: 53.8, longitude: -1.5 },
      access: ['Ramp'],
    },
  ],
])('a place as %s gives it', (_, fields, place) =>
  expect(read(fields)).toMatchObject({ listing: { places: [place] }, faults: [] }),
);

test('the address to go to is taken, not the one to write to; a place that stands twice is there once', () => {
  const addresses = [
    { address_1: 'PO Box 1', address_type: 'postal' },
    { address_1: '1 Elm Road', address_type: 'physical' },
  ];
  const { listing } = read({ service_at_locations: [{ location: { addresses } }, { location: { addresses } }] });
  expect(listing?.places.map(({ street }) => street)).toEqual(['1 Elm Road']);
});
