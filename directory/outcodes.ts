import type { Place } from './place';
import type { Position } from './types';

const LINE = /^([A-Z]{1,2}\d[A-Z\d]?),(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/;

/** Where outcodes are: null for one that is not known. */
export type PositionOf = (outcode: string) => Position | null;

/**
 * Reads `content/outcodes.csv`: an outcode, its latitude and its longitude on each line; lines that start with # are notes.
 * `unread`: the numbers of the lines that are none of these.
 */
export function readOutcodes(text: string): { positions: Map<string, Position>; unread: number[] } {
  const positions = new Map<string, Position>();
  const unread: number[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    const [, outcode, latitude, longitude] = LINE.exec(line.trim()) ?? [];
    if (outcode) positions.set(outcode, { latitude: Number(latitude), longitude: Number(longitude) });
    else if (line.trim() !== '' && !line.startsWith('#')) unread.push(at + 1);
  }
  return { positions, unread };
}

/** What a place says of its outcodes goes before the list. */
export function positionsAt(place: Pick<Place, 'positions'>, positions: Map<string, Position>): PositionOf {
  return (outcode) => {
    const [latitude, longitude] = place.positions[outcode] ?? [];
    if (latitude !== undefined && longitude !== undefined) return { latitude, longitude };
    return positions.get(outcode) ?? null;
  };
}
