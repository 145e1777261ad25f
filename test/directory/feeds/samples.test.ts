import { servicesFromCsv } from '../../../directory/feeds/csv';
import { readPage } from '../../../directory/feeds/page';
import { readService } from '../../../directory/feeds/service';
import { csvSample, sample } from './samples';

const TODAY = '2026-06-01';
const read = (raw: unknown) => readService(raw, 'sample', TODAY);
const listings = (services: unknown[]) => services.flatMap((raw) => read(raw).listing ?? []);

test.each<[string, number, () => unknown[]]>([
  ['128 variants of one service', 128, () => readPage(sample('oruk-3.0/test-service-list.json'))?.items ?? []],
  ['a mock list', 35, () => readPage(sample('dfe-family-hubs/mock-list.json'))?.items ?? []],
  ['family hub services', 5, () => sample('dfe-family-hubs/services.json') as unknown[]],
  ['a folder of CSV', 23, () => servicesFromCsv(csvSample('ohana-csv')).services],
  ['one full service of HSDS 3.1', 1, () => [sample('hsds-3.1/service.json')]],
  ['one full service of Open Referral UK 3', 1, () => [sample('oruk-3.0/default-service.json')]],
])('%s: as many come out as go in (%i)', (_, many, services) => {
  expect(services()).toHaveLength(many);
  expect(listings(services())).toHaveLength(many);
});

test('services without a name are told of, each', () => {
  const items = readPage(sample('oruk-3.0/fail-service-list.json'))?.items ?? [];
  const faults = items.flatMap((raw) => read(raw).faults).filter(({ field }) => field === 'name');
  expect(listings(items)).toEqual([]);
  expect(faults).toHaveLength(items.length);
});

test('a full service of HSDS 3.1 is read, and what is wrong in it is told', () => {
  const { listing, faults } = read(sample('hsds-3.1/service.json'));
  expect(listing).toMatchObject({
    id: 'sample:ac148810-d857-441c-9679-408f346de14b',
    name: 'Community Counselling',
    by: 'Example Organization Inc.',
    ages: { from: 12, to: 100 },
    openings: [],
    cost: { free: false, text: expect.stringContaining('£50 per hour') },
    ways: ['in-person', 'online'],
    phones: ['01234 234567 ext 100'],
    languages: ['Urdu'],
    checked: '2005-01-01',
    terms: ['name'],
    direct: null,
  });
  expect(listing?.places).toEqual([
    {
      name: 'MyCity Civic Center',
      street: '1-30 Main Street, MyVillage',
      town: 'MyCity',
      postcode: null,
      position: null,
      access: [expect.stringContaining('induction loops')],
    },
  ]);
  expect(faults.map(({ field }) => field)).toEqual([
    'service_at_locations.0.location.addresses.0.postal_code',
    'service_at_locations.0.location.latitude',
    'schedules.0.valid_to',
    'service_at_locations.0.schedules.0.valid_to',
    'service_at_locations.0.location.schedules.0.valid_to',
  ]);
});

test('a family hub service is read with the ways in, whatever they are called', () => {
  const [asylum, legal] = listings(sample('dfe-family-hubs/services.json') as unknown[]);
  expect(asylum).toMatchObject({
    name: 'LGBT+ Asylum support',
    by: 'Elop Mentoring',
    terms: ['Money, benefits and housing'],
    phones: ['020 8509 3898'],
    email: 'info@elop.org',
    ways: ['in-person', 'phone', 'online'],
    openings: [
      { days: ['thu', 'sat'], opens: null, closes: null, note: 'Online' },
      { days: ['thu', 'sat'], opens: null, closes: null, note: 'By phone' },
      { days: ['thu'], opens: null, closes: null, note: 'In person. 4.30-5.30pm' },
    ],
  });
  expect(asylum?.places).toMatchObject([{ street: '56-60 Grove Rd', town: 'London', postcode: 'E17 9BN' }]);
  expect(legal?.phones).toEqual(['020 7882 5555']);
});
