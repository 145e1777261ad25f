import { readService } from '../../../directory/feeds/service';
import { address, at, cost, read, TODAY } from './reading';

test.each<[string, object, string, string]>([
  [
    'a position that cannot be',
    at({ name: 'Hall', latitude: 100, longitude: 101 }),
    'service_at_locations.0.location.latitude',
    'gives a position that cannot be',
  ],
  [
    'half a position',
    at({ name: 'Hall', latitude: 53.8 }),
    'service_at_locations.0.location.latitude',
    'gives a position that cannot be',
  ],
  [
    'the sea off Africa',
    at({ name: 'Hall', latitude: 0, longitude: 0 }),
    'service_at_locations.0.location.latitude',
    'gives a position that cannot be',
  ],
  [
    'a position in words',
    at({ name: 'Hall', longitude: 'west' }),
    'service_at_locations.0.location.longitude',
    'is no number',
  ],
  [
    'no postcode',
    address({ city: 'Leeds', postal_code: 'ABC 1234' }),
    'service_at_locations.0.location.addresses.0.postal_code',
    'is no UK postcode',
  ],
  ['an unknown status', { status: 'sleeping' }, 'status', 'is not a status that is known: it is taken for open'],
  ['a date that is none', { assured_date: '31/12/2025' }, 'assured_date', 'is no date that can be read'],
  ['the year 1', { assured_date: '0001-01-01T00:00:00' }, 'assured_date', 'is no date that can be read'],
  ['a day to come', { assured_date: '2026-06-02' }, 'assured_date', 'is in the future'],
  ['an age above all', { maximum_age: 127 }, 'maximum_age', 'is no age'],
  ['an age below all', { minimum_age: -1 }, 'minimum_age', 'is no age'],
  [
    'ages the wrong way round',
    { minimum_age: 13, maximum_age: 0 },
    'minimum_age',
    'is above the highest age: both are left out',
  ],
  ['no email', { email: 'email-example_com' }, 'email', 'is no email address'],
  ['no web address', { url: 'example_counselling' }, 'url', 'is no web address'],
  ['a script', { url: 'javascript:alert(1)' }, 'url', 'is no web address'],
  ['a password', { url: 'https://jo:secret@example.org' }, 'url', 'is no web address'],
  ['a number for text', { description: 12 }, 'description', 'is no text'],
  ['text for a list', { contacts: 'Jo' }, 'contacts', 'is not an object with fields'],
  ['a number in a list', { schedules: [null, 4] }, 'schedules.1', 'is not an object with fields'],
  ['a word for yes or no', { free: 'maybe' }, 'free', 'is neither true nor false'],
  ['a price in words', cost({ amount: 'ask' }), 'cost_options.0.amount', 'is no number'],
])('%s is told, and nothing else is lost', (_, fields, field, what) => {
  const { listing, faults } = read({ ...fields, alert: 'Still here' });
  expect(faults).toEqual([{ service: 'a', field, what }]);
  expect(listing).toMatchObject({ name: 'A', alert: 'Still here', state: 'open' });
});

test.each<[string, unknown, string | null, string[]]>([
  ['a name', { id: 'a' }, 'a', ['name']],
  ['words in its name', { id: 'a', name: ' <p>\u200b</p>' }, 'a', ['name']],
  ['an id', { name: 'A' }, null, ['id']],
  ['either', {}, null, ['id', 'name']],
  ['anything', 'a service', null, ['']],
  ['anything but a list', [{ id: 'a', name: 'A' }], null, ['']],
])('without %s it is no service, and that is told', (_, raw, service, fields) => {
  const { listing, faults } = readService(raw, 'feed', TODAY);
  expect(listing).toBeNull();
  expect(faults.map((fault) => [fault.service, fault.field])).toEqual(fields.map((field) => [service, field]));
});

test('a text without end is cut, and told', () => {
  const { listing, faults } = read({ description: 'word '.repeat(5_000) });
  expect(listing?.what).toHaveLength(20_000);
  expect(faults).toEqual([
    { service: 'a', field: 'description', what: 'is longer than 20000 characters: the rest is left out' },
  ]);
});

test('a list without end is cut, and told', () => {
  const { listing, faults } = read({ contacts: Array.from({ length: 5_000 }, (_, n) => ({ phone: `01632 96${n}` })) });
  expect(listing?.phones.length).toBeLessThanOrEqual(10);
  expect(faults).toContainEqual({ service: 'a', field: 'contacts', what: 'holds more than 200: the rest is left out' });
});

test('a fault never repeats what was written', () => {
  const secret = 'jo-private-words';
  const fields = {
    email: secret,
    url: secret,
    status: secret,
    assured_date: secret,
    minimum_age: secret,
    phones: [{ number: secret }],
    ...address({ postal_code: secret }),
    schedules: [{ byday: secret, opens_at: secret, freq: secret }],
  };
  const { faults } = read(fields);
  expect(faults).toHaveLength(9);
  expect(JSON.stringify(faults)).not.toContain(secret);
});
