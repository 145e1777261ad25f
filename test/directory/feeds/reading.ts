import { readService } from '../../../directory/feeds/service';

export const TODAY = '2026-06-01';

/** A service with these fields, as it is read. */
export const read = (fields: object) => readService({ id: 'a', name: 'A', ...fields }, 'feed', TODAY);

export const at = (location: object) => ({ service_at_locations: [{ location }] });
export const address = (fields: object) => at({ addresses: [fields] });
export const term = (name: string) => ({ attributes: [{ taxonomy_term: { name } }] });
export const cost = (...options: object[]) => ({ cost_options: options });
