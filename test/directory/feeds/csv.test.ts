import { servicesFromCsv } from '../../../directory/feeds/csv';
import { readService } from '../../../directory/feeds/service';
import { csvSample } from './samples';

const listing = (service: unknown) => readService(service, 'csv', '2026-06-01').listing;

test('a folder of the Ohana kind is joined whole', () => {
  const { services, faults } = servicesFromCsv(csvSample('ohana-csv'));
  expect(faults).toEqual([]);
  expect(services).toHaveLength(23);
  expect(listing(services[21])).toMatchObject({
    id: 'csv:22',
    name: 'Passport Photos',
    by: 'Example Agency',
    terms: [
      'Transit',
      'Care',
      'Navigating the System',
      'Help Fill out Forms',
      'Legal',
      'Translation & Interpretation',
      'Salud',
      'Medicina',
    ],
    openings: [
      { days: ['mon'], opens: '08:00', closes: '12:00' },
      { days: ['mon'], opens: '14:00', closes: '16:00' },
      { days: ['wed'], opens: '10:00', closes: '15:00' },
    ],
    places: [
      {
        name: 'Example Location',
        street: '2013 Avenue of the fellows, Suite 100',
        access: ['disabled parking', 'restroom', 'wheelchair'],
      },
    ],
    direct: true,
    languages: expect.arrayContaining(['Spanish', 'Cantonese']),
  });
  expect(listing(services[0])?.phones).toEqual(['650 780-7525']);
  expect(listing(services[19])).toMatchObject({ state: 'closed', ways: ['online'] });
});

test('a folder of HSDS 3 is joined by all of its tables, whatever they are called', () => {
  const { services, faults } = servicesFromCsv({
    'data/service.csv': '\ufeffid,name,organization_id,status\ns1,Debt advice,o1,active\n',
    'data/organization.csv': 'id,name\no1,Elm Advice\n',
    'data/service_at_location.csv': 'id,service_id,location_id\na1,s1,l1\n',
    'data/location.csv': 'id,name,latitude,longitude\nl1,Elm Hall,53.8,-1.5\n',
    'data/address.csv': 'id,location_id,address_1,city,postal_code\n1,l1,12 Elm Road,Leeds,LS6 3QA\n',
    'data/contact.csv': 'id,service_id,name,email\nc1,s1,Jo,jo@example.org\n',
    'data/phone.csv': 'id,contact_id,service_at_location_id,number\n1,c1,,01632 960101\n2,,a1,01632 960102\n',
    'data/schedule.csv': 'id,service_at_location_id,freq,byday,opens_at\n1,a1,WEEKLY,"MO,TU",10:00\n',
    'data/cost_option.csv': 'id,service_id,amount\n1,s1,0\n',
    'data/language.csv': 'id,service_id,code\n1,s1,ur\n',
    'data/accessibility.csv': 'id,location_id,description\n1,l1,Ramp\n',
    'data/taxonomy_term.csv': 'id,name,taxonomy\nt1,Debt,Elm List\nt2,Halls,Elm List\n',
    'data/attribute.csv': 'id,link_id,link_entity,taxonomy_term_id\n1,s1,service,t1\n2,s1,location,t2\n',
    'data/funding.csv': 'id,source\n1,Lottery\n',
  });
  expect(faults).toEqual([]);
  expect(services.flatMap((service) => readService(service, 'csv', '2026-06-01').terms)).toEqual([
    { name: 'Debt', codes: ['elm list:t1'] },
  ]);
  expect(services.map(listing)).toMatchObject([
    {
      name: 'Debt advice',
      by: 'Elm Advice',
      email: 'jo@example.org',
      phones: ['01632 960101', '01632 960102'],
      openings: [{ days: ['mon', 'tue'], opens: '10:00' }],
      cost: { free: true },
      languages: ['Urdu'],
      terms: ['Debt'],
      places: [{ name: 'Elm Hall', street: '12 Elm Road', town: 'Leeds', postcode: 'LS6 3QA', access: ['Ramp'] }],
    },
  ]);
});

test('an id that leads nowhere is told, and the service is kept', () => {
  const { services, faults } = servicesFromCsv({
    'services.csv': 'id,name,location_id,organization_id,taxonomy_ids\n1,A,7,8,9\n',
  });
  expect(services.map((service) => listing(service)?.name)).toEqual(['A']);
  expect(faults.map(({ service, field }) => [service, field])).toEqual([
    ['1', 'location_id'],
    ['1', 'organization_id'],
    ['1', 'taxonomy_ids'],
  ]);
});

test('lines that cannot be read are told, and the others are kept', () => {
  const { services } = servicesFromCsv({
    'services.csv': 'id,name\n1,A "small" group\n2\n\n3,C,too,many\n4,"D, with a comma"\n',
  });
  expect(services.map((service) => listing(service)?.name)).toEqual([
    'A "small" group',
    undefined,
    'C',
    'D, with a comma',
  ]);
  const broken = servicesFromCsv({
    'services.csv': 'id,name\n1,A\n',
    'phones.csv': 'id,service_id,number\n1,1,"01632',
  });
  expect(broken.services).toHaveLength(1);
  expect(broken.faults).toMatchObject([{ service: null, field: 'phones.csv' }]);
});

test('a folder without services is told', () => {
  expect(servicesFromCsv({ 'phones.csv': 'id,number\n1,01632 960101\n' }).faults).toMatchObject([
    { field: 'services.csv' },
  ]);
});
