import type { Position } from '../../directory/types';

/** A village, or a part of the town. All are made up. */
interface Town {
  name: string;
  outcode: 'ZZ1' | 'ZZ2' | 'ZZ3';
  position: Position;
}

/** A building in which services are. */
export interface Venue {
  name: string;
  street: string;
  town: string;
  postcode: string;
  position: Position;
}

const at = (latitude: number, longitude: number): Position => ({ latitude, longitude });

const TOWNS: readonly Town[] = [
  { name: 'Hazelford', outcode: 'ZZ1', position: at(52.9, -1.6) },
  { name: 'Hazelford Northgate', outcode: 'ZZ1', position: at(52.912, -1.603) },
  { name: 'Hazelford Canalside', outcode: 'ZZ1', position: at(52.894, -1.588) },
  { name: 'Priory Park', outcode: 'ZZ1', position: at(52.897, -1.618) },
  { name: 'Brackenby', outcode: 'ZZ2', position: at(52.951, -1.571) },
  { name: 'Elmcote', outcode: 'ZZ2', position: at(52.938, -1.642) },
  { name: 'Kesterby', outcode: 'ZZ2', position: at(52.967, -1.61) },
  { name: 'Quarrenden', outcode: 'ZZ2', position: at(52.944, -1.525) },
  { name: 'Rookhollow', outcode: 'ZZ2', position: at(52.978, -1.655) },
  { name: 'Upper Wensham', outcode: 'ZZ2', position: at(52.959, -1.697) },
  { name: 'Lower Wensham', outcode: 'ZZ2', position: at(52.952, -1.689) },
  { name: 'Thornwick Green', outcode: 'ZZ2', position: at(52.925, -1.55) },
  { name: 'Castle Morrow', outcode: 'ZZ3', position: at(52.861, -1.667) },
  { name: 'Copsley', outcode: 'ZZ3', position: at(52.872, -1.552) },
  { name: 'Fenny Aldwick', outcode: 'ZZ3', position: at(52.848, -1.603) },
  { name: 'Great Pardle', outcode: 'ZZ3', position: at(52.857, -1.53) },
  { name: 'Little Pardle', outcode: 'ZZ3', position: at(52.851, -1.517) },
  { name: 'Harrowbeck', outcode: 'ZZ3', position: at(52.883, -1.68) },
  { name: 'Marlsham', outcode: 'ZZ3', position: at(52.836, -1.641) },
  { name: 'Ottersford', outcode: 'ZZ3', position: at(52.869, -1.61) },
  { name: 'Sallowfield', outcode: 'ZZ3', position: at(52.84, -1.571) },
];

const IN_TOWN = [
  'The Old Library',
  'Corn Store Arts Centre',
  'Hazelford Health Centre',
  "St Anne's Hall",
  'Civic Offices',
  'Market Street Methodist Church',
  'Canal Wharf Centre',
  'Hazelford Leisure Centre',
  'Masjid Noor Community Room',
];
const ANYWHERE = [
  'Village Hall',
  'Family Hub',
  'Community Centre',
  'Library',
  'Primary School',
  'Surgery',
  'Baptist Chapel',
  'Scout Hut',
  'Recreation Ground Pavilion',
];
const STREETS = [
  'Mill Lane',
  'Station Road',
  'Church Street',
  'The Green',
  'Tenter Close',
  'Coldwell Road',
  'Victoria Street',
  'Paddock Way',
  'Old Turnpike',
  'School Lane',
  'Wharf Road',
  'Ropewalk',
  'Larkhill Avenue',
];
/** The second half of a postcode has none of C, I, K, M, O and V. */
const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';

/** A few hundred metres from the middle of its village. */
function near(middle: Position, nth: number): Position {
  const step = (from: number, by: number) => Number((from + (((nth * by) % 13) - 6) * 0.0007).toFixed(5));
  return at(step(middle.latitude, 7), step(middle.longitude, 5));
}

/** Every building there is: each has the same address whichever service is in it. */
export const VENUES: readonly Venue[] = TOWNS.flatMap((town, row) => {
  const names = row === 0 ? IN_TOWN : ANYWHERE.map((name) => `${town.name} ${name}`);
  return names.map((name, column) => venueOf(town, name, row * ANYWHERE.length + column));
});

export const TOWN_NAMES = TOWNS.map(({ name }) => name);

function venueOf(town: Town, name: string, nth: number): Venue {
  const letter = (step: number) => LETTERS.charAt((nth * step + step) % LETTERS.length);
  return {
    name,
    street: `${((nth * 37) % 140) + 1} ${STREETS[(nth * 5) % STREETS.length]}`,
    town: town.name,
    postcode: `${town.outcode} ${nth % 10}${letter(3)}${letter(7)}`,
    position: near(town.position, nth),
  };
}
