import type { Position } from '../types';
import { number } from './fields';
import { fault, inners, type Part } from './part';

/** About a kilometre: as near as anybody may know of a place whose address is kept back. */
const ROUGHLY = 100;

/** Where a place says it is; null where that cannot be. */
export function positionOf(place: Part): Position | null {
  const { latitude, longitude, field } = coordinatesOf(place);
  if (latitude === null && longitude === null) return null;
  const onEarth = latitude !== null && longitude !== null && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  // Nobody lives at 0, 0: it stands for "not known".
  if (onEarth && (latitude !== 0 || longitude !== 0)) return { latitude, longitude };
  fault(place, field, 'gives a position that cannot be');
  return null;
}

/** `latitude` and `longitude`, or `{"geometry": {"coordinates": [longitude, latitude]}}`. */
function coordinatesOf(place: Part) {
  const [geometry] = inners(place, 'geometry');
  const pair = geometry?.fields.coordinates;
  if (!geometry || !Array.isArray(pair)) {
    return { latitude: number(place, 'latitude'), longitude: number(place, 'longitude'), field: 'latitude' };
  }
  const inPair: Part = { fields: { 0: pair[0], 1: pair[1] }, path: `${geometry.path}.coordinates`, tell: place.tell };
  return { latitude: number(inPair, '1'), longitude: number(inPair, '0'), field: 'geometry.coordinates' };
}

/** No nearer than that. */
export function roughly(position: Position | null): Position | null {
  const round = (degrees: number) => Math.round(degrees * ROUGHLY) / ROUGHLY;
  return position && { latitude: round(position.latitude), longitude: round(position.longitude) };
}
