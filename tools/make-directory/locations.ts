import type { Dice } from './dice';
import { idFor } from './ids';
import type { OrukAddress, OrukLocation, OrukSchedule, OrukServiceAtLocation } from './oruk';
import { VENUES, type Venue } from './places';
import type { Phones } from './reach';
import { ACCESS } from './sentences/general';
import type { IdOf, KindOfHelp } from './types';

/** Of refuges: the address is left out where its owner is careful, and is in the feed all the same where not. */
const LEAKED = 0.25;

/** Where a service is given; `there`: what is said only of the first of these places. */
export function locationsOf(
  kind: KindOfHelp,
  venue: Venue,
  there: { phones: Phones; schedules: OrukSchedule[] },
  idOf: IdOf,
  dice: Dice,
): OrukServiceAtLocation[] {
  const [first, ...others] = placesOf(kind, venue, idOf, dice);
  if (!first) return [];
  const { location: phones, serviceAtLocation, contactsThere } = there.phones;
  return [
    {
      id: idOf('service at location'),
      location: { ...first, ...(phones && { phones }) },
      ...(serviceAtLocation && { phones: serviceAtLocation }),
      ...(contactsThere && { contacts: contactsThere }),
      ...(there.schedules.length > 0 && { schedules: there.schedules }),
    },
    ...others.map((location, nth) => ({ id: idOf(`service at location ${nth}`), location })),
  ];
}

function placesOf(kind: KindOfHelp, venue: Venue, idOf: IdOf, dice: Dice): OrukLocation[] {
  if (kind.secret) return [dice.chance(LEAKED) ? building(venue, dice) : hidden(idOf, dice)];
  const here = () => building(venue, dice);
  const elsewhere = () => dice.some(VENUES, dice.between(1, 4)).map((each) => building(each, dice));
  return dice.weighted<() => OrukLocation[]>([
    [0.7, () => [here()]],
    [0.1, () => [here(), ...elsewhere()]],
    [0.05, () => [{ id: idOf('online'), location_type: 'virtual', name: 'Online or by telephone' }]],
    [0.15, () => []],
  ])();
}

function hidden(idOf: IdOf, dice: Dice): OrukLocation {
  return dice.pick<OrukLocation>([
    { id: idOf('hidden'), location_type: 'physical', name: 'Confidential address', addresses: [] },
    { id: idOf('hidden'), location_type: 'postal', name: 'Address withheld', addresses: [poBox(idOf)] },
    {
      id: idOf('hidden'),
      location_type: 'physical',
      name: null,
      description: 'Location not disclosed',
      latitude: 52.9,
      longitude: -1.6,
    },
  ]);
}

const poBox = (idOf: IdOf): OrukAddress => ({
  ...addressOf('PO Box 12', 'Hazelford', 'ZZ1 1AA', idOf('post box')),
  address_type: 'postal',
});

const addressOf = (address_1: string, city: string, postal_code: string | null, id: string): OrukAddress => ({
  id,
  address_1,
  city,
  state_province: 'Hazelshire',
  postal_code,
  country: 'GB',
  address_type: 'physical',
});

function building(venue: Venue, dice: Dice): OrukLocation {
  return {
    id: idFor('location', venue.name),
    location_type: 'physical',
    name: venue.name,
    ...positionOf(venue, dice),
    addresses: dice.chance(0.93)
      ? [addressOf(venue.street, venue.town, postcode(venue, dice), idFor('address', venue.name))]
      : [],
    ...(dice.chance(0.3) && {
      accessibility: dice
        .some(ACCESS, dice.between(1, 3))
        .map((description) => ({ id: idFor('access', venue.name, description), description })),
    }),
  };
}

function positionOf(
  { position: { latitude, longitude } }: Venue,
  dice: Dice,
): Pick<OrukLocation, 'latitude' | 'longitude'> {
  return dice.weighted<Pick<OrukLocation, 'latitude' | 'longitude'>>([
    [0.78, { latitude, longitude }],
    [0.1, {}],
    [0.05, { latitude: null, longitude: null }],
    [0.04, { latitude: String(latitude), longitude: String(longitude) }],
    [0.02, { latitude: 0, longitude: 0 }],
    [0.01, { latitude: longitude, longitude: latitude }],
  ]);
}

function postcode({ postcode: whole }: Venue, dice: Dice): string | null {
  return dice.weighted([
    [0.88, whole],
    [0.04, whole.replace(' ', '')],
    [0.02, whole.toLowerCase()],
    [0.02, `${whole} `],
    [0.02, null],
    [0.02, ''],
  ]);
}
