import { fix, isValid, parse } from 'postcode';
import type { Where } from '../types';
import { cut, flag, line, text } from './fields';
import type { Holders } from './holders';
import { fault, inners, innersOrNames, isNothing, type Part } from './part';
import { positionOf, roughly } from './positions';

export interface Place {
  /** As the feed has it. */
  exact: Where;
  /** Its address is kept back. */
  masked: boolean;
  /** What may be shown of it; null: nothing. */
  shown: Where | null;
  /** Whether people can go there. */
  open: boolean;
}

/** Where addresses of a place stand. */
export const ADDRESSES = ['addresses', 'physical_addresses', 'physical_address', 'address'];

/** No line of an address is so long, and no service at so many places. */
const LONGEST_LINE = 200;
const MOST_PLACES = 50;

/** The places a service is at, each once. Of a place that is only virtual nothing is shown. */
export function readPlaces({ service, stands }: Holders): Place[] {
  const places = once(stands.flatMap(({ place }) => (place ? readPlace(place) : [])));
  if (places.length <= MOST_PLACES) return places;
  const field = isNothing(service.fields.service_at_locations) ? 'locations' : 'service_at_locations';
  fault(service, field, `holds more than ${MOST_PLACES} places: the rest is left out`);
  // An address that is kept back has to be known, to be kept out of every text.
  return places.toSorted((a, b) => Number(b.masked) - Number(a.masked)).slice(0, MOST_PLACES);
}

/** What is shown of the places: of a secret service no more than the town. */
export function placesShown(places: Place[], secret: boolean): Where[] {
  const shown = places.flatMap((place) => place.shown ?? []);
  return secret ? shown.map(townOf) : once(shown);
}

function readPlace(place: Part): Place {
  const type = line(place, 'location_type')?.toLowerCase() ?? null;
  const address = addressOf(place);
  // What is neither yes nor no is taken for yes: an address that was shown cannot be taken back.
  const masked = flag(place, 'mask_exact_address') ?? !isNothing(place.fields.mask_exact_address);
  const exact = {
    name: short(place, 'name'),
    street: streetOf(address),
    town: short(address, 'city'),
    // The half of a postcode that is given of a masked place is no mistake.
    postcode: postcodeOf(masked ? { ...address, tell: () => undefined } : address),
    position: positionOf(place),
    access: accessOf(place),
  };
  const shown = masked ? { ...townOf(exact), position: roughly(exact.position), access: exact.access } : exact;
  const hasAddress = shown.street !== null || shown.postcode !== null;
  const isEmpty = Object.values(shown).every((value) => value === null || (Array.isArray(value) && value.length === 0));
  const open = type === 'physical' || (type !== 'postal' && type !== 'virtual' && hasAddress);
  return {
    exact,
    masked,
    shown: isEmpty || (type === 'virtual' && !hasAddress) ? null : shown,
    open: open && !isEmpty,
  };
}

const townOf = ({ town }: Where): Where => ({
  name: null,
  street: null,
  town,
  postcode: null,
  position: null,
  access: [],
});

const once = <T>(all: T[]): T[] => [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];

function short(part: Part, field: string): string | null {
  const said = line(part, field);
  return said === null ? null : cut(said, LONGEST_LINE).trimEnd();
}

/** The address to go to, not the one to write to. Outpost writes it into the place itself. */
function addressOf(place: Part): Part {
  const addresses = inners(place, ...ADDRESSES);
  return addresses.find(({ fields }) => fields.address_type !== 'postal') ?? addresses[0] ?? place;
}

function streetOf(address: Part): string | null {
  const lines = ['address_1', 'address_2', 'address_3', 'address_4'].map((field) => short(address, field));
  const known = lines.filter((each) => each !== null).map((each) => each.replace(/[\s,]+$/, ''));
  return known.length === 0 ? null : known.join(', ');
}

function postcodeOf(address: Part): string | null {
  const field = address.fields.postal_code ? 'postal_code' : 'postcode';
  const said = short(address, field);
  if (said === null) return null;
  const mended = fix(said);
  if (isValid(mended)) return parse(mended).postcode;
  fault(address, field, 'is no UK postcode');
  return null;
}

function accessOf(place: Part): string[] {
  const lists = ['accessibility', 'accessibilities', 'accessibility_for_disabilities'];
  const said = innersOrNames(place, ...lists).map((each) =>
    text(each, 'description', 'accessibility', 'name', 'details'),
  );
  return [...new Set(said.filter((each) => each !== null))];
}
