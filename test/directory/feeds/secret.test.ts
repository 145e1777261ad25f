import { readService } from '../../../directory/feeds/service';

const read = (fields: object) => readService({ id: 'a', name: 'A', ...fields }, 'feed', '2026-06-01').listing;
const ELM = { address_1: '12 Elm Road', city: 'Leeds', postal_code: 'LS6 3QA' };
const at = (more = {}) => ({
  service_at_locations: [
    {
      location: {
        name: 'Elm House',
        latitude: 53.8,
        longitude: -1.5,
        addresses: [ELM],
        accessibility: [{ description: 'Ramp at the side door' }],
        ...more,
      },
    },
  ],
});
const NOWHERE = [{ name: null, street: null, town: 'Leeds', postcode: null, position: null, access: [] }];

test.each<[string, object]>([
  ['its name', { name: "Leeds Women's Refuge", ...at() }],
  ['its words', { description: 'Refuges for women and children.', ...at() }],
  ['a safe house', { description: 'A place in a safe-house.', ...at() }],
  ['a confidential address', { description: 'We meet at a confidential address.', ...at() }],
  ['an address that is not given', { application_process: 'Ring us. The address is not disclosed.', ...at() }],
  ['the name of the place', at({ name: 'Elm Refuge' })],
  ['its term', { ...at(), attributes: [{ taxonomy_term: { name: 'Refuge accommodation' } }] }],
  ['who runs it', { ...at(), organization: { name: 'Northern Refuge' } }],
  ['what it is for', { ...at(), eligibility_description: 'Women who need a refuge.' }],
  ['a group it is for', { ...at(), eligibilitys: [{ eligibility: 'Women in a refuge' }] }],
  ['what it costs', { ...at(), fees_description: 'Rent in the refuge.' }],
  ['what a price is for', { ...at(), cost_options: [{ option: 'A room in the <b>refuge</b>', amount: 3 }] }],
  ['a note on its hours', { ...at(), schedules: [{ byday: 'MO', notes: 'At the safe house.' }] }],
  ['the hours of its place', at({ schedules: [{ byday: 'MO', description: 'At the refuge.' }] })],
  ['what is said of its owner', { ...at(), organization: { name: 'Elm', description: 'We run refuges.' } }],
  ['its summary, beside its description', { ...at(), description: 'For women.', summary: 'A safe\u2010house.' }],
  ['its contact', { ...at(), contacts: [{ title: 'Refuge manager' }] }],
  ['words that keep it', { ...at(), description: 'We tell you where it is when you ring.' }],
  ['abuse and a roof', { ...at(), description: 'Temporary accommodation for those fleeing domestic violence.' }],
  [
    'abuse and a roof, each in another field',
    { ...at(), description: 'A hostel for women.', organization: { description: 'Against honour-based abuse.' } },
  ],
  ['abuse and a place to stay', { ...at(), description: 'Trafficked? We have a safe place to stay.' }],
  ['a mark on the service', { private: true, ...at() }],
  ['a mark on the place', at({ visibility: 'private' })],
  ['a mark in another spelling', { private: 'Yes', ...at() }],
  ['a mark on an older kind of address', at({ addresses: [], physical_addresses: [{ ...ELM, is_private: 1 }] })],
  ['a mark on the address', at({ addresses: [{ ...ELM, confidential: 'true' }] })],
])('by %s it is secret, and nothing says where it is', (_, fields) => {
  expect(read(fields)).toMatchObject({ secret: true, places: NOWHERE });
});

test('of what is secret, the words do not give the address away either', () => {
  const listing = read({
    ...at(),
    description: 'A refuge at 12 elm road, Leeds LS6 3QA. Elm House is safe.',
    alert: 'Come to 40a Long Oak Lane until May.',
    schedules: [{ byday: 'MO', description: 'At Elm House, LS63QA' }],
  });
  expect(JSON.stringify(listing)).not.toMatch(/Elm|LS6|Oak Lane/i);
  expect(listing).toMatchObject({ what: 'A refuge at …, Leeds …. … is safe.', alert: 'Come to … until May.' });
});

test('nor do its terms, its owner, its page, its town or any other part', () => {
  const listing = read({
    ...at({ addresses: [{ ...ELM, address_2: 'St. John’s Yard', city: 'Leeds LS6 3QA' }] }),
    name: 'Refuge',
    description: 'Go down Elm Rd, or Elm  Road. Not at St. John’s Yard, nor at 3-5 St. Mary’s Walk.',
    organization: { name: 'The Elm House' },
    url: 'https://example.org/help/12-elm-road',
    attributes: [{ taxonomy_term: { name: 'Elm Road' } }, { taxonomy_term: { name: 'Elm House women' } }],
    eligibility_description: 'Women near 12, Elm Road',
    cost_options: [{ option: 'At Elm House', amount: 3 }],
  });
  expect(JSON.stringify(listing)).not.toMatch(/Elm|LS6|John|Mary/i);
  expect(listing).toMatchObject({ by: 'The …', url: null, terms: ['… women'], places: [{ town: 'Leeds …' }] });
});

test.each([
  ['a page that holds the postcode', 'https://example.org/LS63QA'],
  ['a page that holds the street in other signs', 'https://example.org/?at=12%20Elm+Road'],
])('%s is not shown', (_, url) => expect(read({ ...at(), name: 'Refuge', url })?.url).toBeNull());

test('a name or a page that tells nothing is kept', () => {
  const listing = read({ ...at({ name: 'Leeds Refuge' }), name: 'Leeds Refuge', url: 'https://example.org/refuge' });
  expect(listing).toMatchObject({ name: 'Leeds Refuge', url: 'https://example.org/refuge' });
});

test.each([
  ['a refuge for animals', { description: 'Walks at the donkey refuge.' }],
  ['refugees', { description: 'Tea for refugees.' }],
  ['abuse without a roof', { description: 'We listen to survivors of domestic abuse.' }],
  ['a roof without abuse', { description: 'Sheltered housing.' }],
  [
    'what a term means',
    { attributes: [{ taxonomy_term: { name: 'Advice', description: 'Also for those in a refuge.' } }] },
  ],
  ['a link', { links: [{ url: 'https://refuge.example.org' }] }],
  ['a private hire', { description: 'The hall is there for private hire.' }],
])('%s keeps its address', (_, fields) => {
  expect(read({ ...fields, ...at() })).toMatchObject({ secret: false, places: [{ street: '12 Elm Road' }] });
});

test('a place whose address is kept back is known only roughly', () => {
  const [place] =
    read({
      locations: [
        {
          name: 'Jo',
          city: 'Leeds',
          postal_code: 'W1A',
          mask_exact_address: true,
          geometry: { type: 'Point', coordinates: [-1.54321, 53.81234] },
        },
      ],
    })?.places ?? [];
  expect(place).toEqual({ ...NOWHERE[0], position: { latitude: 53.81, longitude: -1.54 } });
});

test('of a place whose address is kept back, the words do not give it away', () => {
  const listing = read({
    ...at({ mask_exact_address: true, accessibility: [{ description: 'Ramp on Elm Road' }] }),
    description: 'We meet at 12 Elm Road, LS6 3QA, in Elm House.',
    url: 'https://example.org/12-elm-road',
  });
  expect(JSON.stringify(listing)).not.toMatch(/Elm|LS6/i);
  expect(listing).toMatchObject({
    secret: false,
    what: 'We meet at …, …, in ….',
    url: null,
    places: [{ town: 'Leeds', access: ['Ramp on …'] }],
  });
});

test('a place of which nothing can be shown is cleaned out of the words all the same', () => {
  const listing = read({
    locations: [{ ...ELM, city: '', mask_exact_address: 'yes' }],
    description: 'At 12 elm road.',
  });
  expect(listing).toMatchObject({ what: 'At ….', places: [] });
});
