import { readService } from '../../../directory/feeds/service';
import type { Listing } from '../../../directory/types';
import { listing } from '../listing';
import { at, read, TODAY, term } from './reading';

test('of a service that says nothing but its name, nothing is made up', () => {
  expect(readService({ id: 'a', name: 'A' }, 'feed', TODAY)).toEqual({
    listing: listing('A', { id: 'feed:a', source: 'feed' }),
    terms: [],
    faults: [],
  });
});

test.each<[string, object, Partial<Listing>]>([
  ['name', { name: '<b>Tea</b> &amp;\n toast' }, { name: 'Tea & toast' }],
  ['an id that is a number', { id: 12 }, { id: 'feed:12' }],
  ['description', { description: '<p>Tea</p>' }, { what: 'Tea' }],
  ['summary', { summary: 'Tea' }, { what: 'Tea' }],
  ['organization', { organization: { name: 'Elm Trust' } }, { by: 'Elm Trust' }],
  ['organisation (Outpost)', { organisation: { name: 'Elm Trust' } }, { by: 'Elm Trust' }],
  ['eligibility_description', { eligibility_description: 'Parents' }, { who: 'Parents' }],
  ['eligibility (CSV)', { eligibility: 'Parents' }, { who: 'Parents' }],
  [
    'eligibilitys (UK 1)',
    { eligibilitys: [{ eligibility: 'adult', minimum_age: '18' }] },
    { who: 'adult', ages: { from: 18, to: null } },
  ],
  ['ages', { minimum_age: 12, maximum_age: 17.5 }, { ages: { from: 12, to: 17 } }],
  ['ages (Outpost)', { min_age: 0, max_age: 4 }, { ages: { from: 0, to: 4 } }],
  [
    'ages of several groups',
    { eligibilitys: [{ minimum_age: 5, maximum_age: 7 }, { minimum_age: 3 }] },
    { ages: { from: 3, to: 7 } },
  ],
  ['email', { email: 'mailto:jo@example.org' }, { email: 'jo@example.org' }],
  ['the email of a contact', { contacts: [{ email: 'jo@example.org' }] }, { email: 'jo@example.org' }],
  ['url', { url: 'https://example.org/a?b=c' }, { url: 'https://example.org/a?b=c' }],
  ['a url without a scheme', { url: 'www.example.org/tea' }, { url: 'https://www.example.org/tea' }],
  ['additional_urls', { additional_urls: [{ url: 'https://example.org' }] }, { url: 'https://example.org' }],
  ['links (Outpost)', { links: [{ label: 'Page', url: 'https://example.org' }] }, { url: 'https://example.org' }],
  [
    'the page of the organization',
    { organization: { website: 'https://example.org' } },
    { url: 'https://example.org' },
  ],
  ['application_process', { application_process: 'Ring us' }, { apply: 'Ring us', direct: null }],
  ['alert', { alert: 'Closed until May' }, { alert: 'Closed until May' }],
  [
    'languages',
    { languages: [{ name: 'Urdu', code: 'ur' }, { code: 'pl' }, { id: 'x' }, 'Welsh'] },
    { languages: ['Urdu', 'Polish', 'Welsh'] },
  ],
  ['languages (UK 1)', { languages: [{ language: 'Urdu' }] }, { languages: ['Urdu'] }],
  ['assured_date', { assured_date: '2026-01-02', last_modified: '2026-03-04T10:00:00Z' }, { checked: '2026-01-02' }],
  ['last_modified', { last_modified: '2026-03-04T10:00:00.000Z' }, { checked: '2026-03-04' }],
  ['updated_at (Outpost)', { updated_at: '2026-03-04T10:00:00.000Z' }, { checked: '2026-03-04' }],
  ['visible_to (Outpost)', { visible_to: '2026-09-01T00:00:00.000Z' }, { until: '2026-09-01' }],
  ['visible_from (Outpost)', { visible_from: '2026-09-01' }, { state: 'closed' }],
  ['status active', { status: 'Active' }, { state: 'open' }],
  ['status inactive', { status: 'inactive' }, { state: 'closed' }],
  ['status defunct', { status: 'defunct' }, { state: 'closed' }],
  ['status temporarily closed', { status: 'temporarily closed' }, { state: 'paused' }],
  ['temporarily_closed (Outpost)', { status: 'active', temporarily_closed: true }, { state: 'paused' }],
])('%s lands where it should', (_, fields, parts) => {
  const { listing, faults } = read(fields);
  expect(listing).toMatchObject(parts);
  expect(faults).toEqual([]);
});

test.each<[string, object, string[]]>([
  ['attributes', term('Debt'), ['Debt']],
  ['attributes with the older name', { attributes: [{ taxonomy_term: { term: 'Debt' } }] }, ['Debt']],
  [
    'service_taxonomys (UK 1)',
    { service_taxonomys: [{ taxonomy: { name: 'Debt', vocabulary: 'x' } }, { name: 'Rent' }] },
    ['Debt', 'Rent'],
  ],
  [
    'taxonomies, suitabilities and send_needs (Outpost)',
    { taxonomies: [{ name: 'Debt' }], suitabilities: [{ name: 'Dementia' }], send_needs: [{ name: 'Autism' }] },
    ['Debt', 'Dementia', 'Autism'],
  ],
  [
    'attributes at any level',
    { ...at({ name: 'Hall', ...term('Ramp') }), organization: term('Charity') },
    ['Ramp', 'Charity'],
  ],
  ['terms that stand twice', { ...term('Debt'), organization: term('Debt') }, ['Debt']],
])('the terms of %s', (_, fields, terms) => expect(read(fields).listing?.terms).toEqual(terms));
