import { address, at, read } from './reading';

const placesOf = (fields: object) => read(fields).listing?.places;

test('a line of an address, a town and the name of a place end after 200 characters', () => {
  const long = 'a'.repeat(5_000);
  const location = { name: long, addresses: [{ address_1: long, city: long }] };
  expect(placesOf(at(location))).toMatchObject([
    { name: 'a'.repeat(200), street: 'a'.repeat(200), town: 'a'.repeat(200) },
  ]);
});

test('a line of commas is cut before it is read', () => {
  expect(placesOf(address({ address_1: `Elm Road${','.repeat(300)}5`, city: 'Leeds' }))).toMatchObject([
    { street: 'Elm Road', town: 'Leeds' },
  ]);
});

test('no line ends in half a character', () => {
  expect(placesOf(at({ name: `${'a'.repeat(199)}😀`, latitude: 53.8, longitude: -1.5 }))).toMatchObject([
    { name: 'a'.repeat(199) },
  ]);
});

const many = Array.from({ length: 60 }, (_, n) => ({ location: { name: `Hall ${n}` } }));

test('a service is at no more than 50 places, and the rest is told of', () => {
  const { listing, faults } = read({ service_at_locations: many });
  expect(listing?.places.map(({ name }) => name)).toEqual(many.slice(0, 50).map(({ location }) => location.name));
  expect(faults).toMatchObject([{ field: 'service_at_locations' }]);
});

test('an address that is kept back is kept out of every text, however many places there are', () => {
  const location = { mask_exact_address: true, addresses: [{ address_1: 'The Old Mill House', city: 'Leeds' }] };
  const { listing } = read({
    description: 'Find us at the Old Mill House.',
    service_at_locations: [...many, { location }],
  });
  expect(listing?.what).not.toContain('Mill');
});
