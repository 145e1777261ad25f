import { isNearMiss } from '../reading/spelling';
import type { Room } from '../room';
import { createTrim } from './trim';

export interface Ordinals {
  /** By place: "the second one", "last but one", "middle one", and with two options "not the first one". */
  pick(words: string[], count: number): number | null;
  /** The early or the late one of some times. */
  pickByTime(words: string[], labels: string[][]): number | null;
}

const MOST_WORDS = 8;
const MIDDLE = 0;
const SHORTEST_MISSPELT = 5;

export function createOrdinals(room: Room): Ordinals {
  const { replies } = room.words;
  const set = (phrases: string[]) => new Set(phrases.flatMap(room.plain));
  const map = (phrases: Record<string, number>) =>
    new Map(Object.entries(phrases).map(([phrase, place]) => [room.plain(phrase).join(' '), place]));
  const [places, ofTwo] = [map(replies.ordinals), map(replies['ordinals-of-two'])];
  const [negation, soonest, latest, times] = [
    set(replies.negation),
    set(replies.soonest),
    set(replies.latest),
    set(replies.times),
  ];
  const trim = createTrim(room, [...replies.pick, ...replies.filler], [...replies.filler, ...replies.one]);
  const trimStart = createTrim(room, replies.filler, []);
  const core = (words: string[]) => trim(words).join(' ');
  const trimLittle = createTrim(room, [...replies.pick, ...replies.filler], replies.filler);

  const placeOf = (said: string, count: number): number | null => {
    const near = [...places.keys()].filter((phrase) => said.length >= SHORTEST_MISSPELT && isNearMiss(said, phrase));
    const place =
      places.get(said) ??
      (count === 2 ? ofTwo.get(said) : undefined) ??
      (near.length === 1 ? places.get(near[0] as string) : undefined);
    if (place === undefined) return null;
    const index = place === MIDDLE ? (count - 1) / 2 : place > 0 ? place - 1 : count + place;
    return Number.isInteger(index) && index >= 0 && index < count ? index : null;
  };
  /** "last but one" ends in a word that elsewhere says nothing: "the last one". */
  const placeIn = (words: string[], count: number) =>
    placeOf(trimLittle(words).join(' '), count) ?? placeOf(core(words), count);

  return {
    pick(words, count) {
      if (words.length > MOST_WORDS) return null;
      const [first = '', ...rest] = trimStart(words);
      if (!negation.has(first)) return placeIn(words, count);
      const refused = placeIn(rest, count);
      return count === 2 && refused !== null ? 1 - refused : null;
    },
    pickByTime(words, labels) {
      const said = core(words);
      const timed = labels.flatMap((label, index) => (label.some((word) => times.has(word)) ? [index] : []));
      if (timed.length < 2) return null;
      if (soonest.has(said)) return timed[0] ?? null;
      return latest.has(said) ? (timed.at(-1) ?? null) : null;
    },
  };
}
