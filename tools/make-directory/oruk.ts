/*
 * Open Referral UK 3.0 as feeds really give it: what the schema calls a number may be text, and anything may be missing.
 * Fields marked HSDS are not in the UK schema, but some UK feeds have them all the same.
 */

/** Text that a feed may leave out in three ways: no field, null, or nothing between the quotes. */
export type Text = string | null;

export interface OrukService {
  id: string;
  name: string;
  status: string;
  description?: Text;
  url?: Text;
  email?: Text;
  fees?: Text;
  accreditations?: Text;
  minimum_age?: number | string | null;
  maximum_age?: number | string | null;
  /** `YYYY-MM-DD`. */
  assured_date?: Text;
  alert?: Text;
  last_modified?: string;
  /** HSDS. */
  eligibility_description?: Text;
  /** HSDS. */
  application_process?: Text;
  /** HSDS. */
  wait_time?: Text;
  /** HSDS. */
  phones?: OrukPhone[];
  organization: OrukOrganization;
  schedules?: OrukSchedule[];
  service_areas?: { id: string; name: string }[];
  service_at_locations?: OrukServiceAtLocation[];
  languages?: { id: string; name?: string; code?: string }[];
  cost_options?: OrukCostOption[];
  contacts?: OrukContact[];
  attributes?: OrukAttribute[];
}

export interface OrukOrganization {
  id: string;
  name: string;
  description?: Text;
  email?: Text;
  website?: Text;
  /** HSDS. */
  phones?: OrukPhone[];
}

export interface OrukPhone {
  id: string;
  number: string;
  description?: string;
}

export interface OrukContact {
  id: string;
  name?: Text;
  title?: Text;
  /** HSDS. */
  email?: Text;
  phones?: OrukPhone[];
}

export interface OrukSchedule {
  id: string;
  valid_from?: Text;
  valid_to?: Text;
  dtstart?: Text;
  freq?: Text;
  interval?: number;
  byday?: Text;
  bymonthday?: Text;
  opens_at?: Text;
  closes_at?: Text;
  description?: Text;
  attending_type?: Text;
}

export interface OrukServiceAtLocation {
  id: string;
  location: OrukLocation;
  /** HSDS. */
  phones?: OrukPhone[];
  /** HSDS. */
  contacts?: OrukContact[];
  schedules?: OrukSchedule[];
}

export interface OrukLocation {
  id: string;
  location_type: string;
  name?: Text;
  description?: Text;
  latitude?: number | string | null;
  longitude?: number | string | null;
  addresses?: OrukAddress[];
  accessibility?: { id: string; description: string }[];
  /** HSDS. */
  phones?: OrukPhone[];
}

export interface OrukAddress {
  id: string;
  address_1: string;
  address_2?: Text;
  city: string;
  state_province: string;
  postal_code: Text;
  country: string;
  address_type: string;
}

export interface OrukCostOption {
  id: string;
  valid_to?: string;
  option?: Text;
  amount?: number | string | null;
  amount_description?: Text;
}

export interface OrukAttribute {
  id: string;
  link_type: string;
  taxonomy_term: { id: string; name: string; description: string; parent_id?: Text; taxonomy?: Text; term_uri?: Text };
}
