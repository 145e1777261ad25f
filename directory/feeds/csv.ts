import type { FeedFault } from '../types';
import { type Row, readTables, type Table, type Tables } from './tables';

/** What may hang on a service, a place, a contact or an organization: by table, the field it goes to. */
const HELD: [Table, string][] = [
  ['phone', 'phones'],
  ['schedule', 'schedules'],
  ['address', 'addresses'],
  ['cost_option', 'cost_options'],
  ['eligibility', 'eligibilitys'],
];

type Tell = (service: string | null, field: string, what: string) => void;

/**
 * The services in a folder of HSDS CSV files (`services.csv`, `phones.csv`...), by file name, joined by their ids into the
 * shape that `readService` reads. Also the Ohana kind, where a service itself names its place and its terms.
 */
export function servicesFromCsv(files: Record<string, string>): { services: unknown[]; faults: FeedFault[] } {
  const faults: FeedFault[] = [];
  const tell: Tell = (service, field, what) => void faults.push({ service, field, what });
  const tables = readTables(files, (file, what) => tell(null, file, what));
  const services = tables.all('service').map((service) => wholeService(service, tables, tell));
  if (services.length === 0) tell(null, 'services.csv', 'is missing or empty: without it there are no services');
  return { services, faults };
}

function wholeService(service: Row, tables: Tables, tell: Tell) {
  const found = <T>(row: T | null, wanted: string | undefined, field: string) => {
    if (wanted !== undefined && row === null) tell(service.id ?? null, field, 'names one that is in no file');
    return row;
  };
  const stands = tables.of('service_at_location', 'service_id', service.id);
  const at = stands.length > 0 ? stands : service.location_id ? [{ location_id: service.location_id }] : [];
  const places = at.map(({ location_id }: Row) =>
    found(tables.one('location', location_id), location_id, 'location_id'),
  );
  const ownerId = service.organization_id ?? places.find((place) => place?.organization_id)?.organization_id;
  const owner = found(tables.one('organization', ownerId), ownerId, 'organization_id');
  const terms = termIds(service, tables).map((id) => found(termOf(id, tables), id, 'taxonomy_ids'));
  return {
    ...service,
    ...held(tables, 'service_id', service),
    attributes: [...terms, ...listed(service.keywords).map((name) => ({ name }))].map((taxonomy_term) => ({
      taxonomy_term,
    })),
    organization: owner && { ...owner, ...held(tables, 'organization_id', owner) },
    service_at_locations: at.map((stand, n) => ({
      ...held(tables, 'service_at_location_id', stand),
      location: places[n] && wholePlace(places[n], tables),
    })),
  };
}

function wholePlace(place: Row, tables: Tables) {
  const accessibility = listed(place.accessibility).map((name) => name.replaceAll('_', ' '));
  return {
    ...place,
    ...held(tables, 'location_id', place),
    ...(place.virtual === 'true' && { location_type: 'virtual' }),
    accessibility: [...accessibility, ...tables.of('accessibility', 'location_id', place.id)],
  };
}

function held(tables: Tables, key: string, { id, languages }: Row) {
  const contacts = tables.of('contact', key, id);
  return {
    ...Object.fromEntries(HELD.map(([table, field]) => [field, tables.of(table, key, id)])),
    languages: [...listed(languages), ...tables.of('language', key, id)],
    contacts: contacts.map((contact) => ({ ...contact, phones: tables.of('phone', 'contact_id', contact.id) })),
  };
}

/** Of an attribute without `link_entity` it is only known that some thing with this id has it. */
function termIds(service: Row, tables: Tables): string[] {
  const linked = tables.of('attribute', 'link_id', service.id);
  const attributes = [
    ...linked.filter(({ link_entity }) => link_entity === undefined || link_entity === 'service'),
    ...tables.of('attribute', 'service_id', service.id),
  ];
  const ids = attributes.flatMap(({ taxonomy_term_id, taxonomy_id }) => taxonomy_term_id ?? taxonomy_id ?? []);
  return [...listed(service.taxonomy_ids), ...ids];
}

const termOf = (id: string, tables: Tables) =>
  tables.one('term', id) ?? tables.of('term', 'taxonomy_id', id)[0] ?? null;

/** "Spanish, Tagalog" */
function listed(cell: string | undefined): string[] {
  return (cell ?? '').split(',').flatMap((each) => each.trim() || []);
}
