import { WAYS, type Way } from '../types';
import { line } from './fields';
import type { Holders } from './holders';
import { inners } from './part';
import type { Place } from './places';

const SAID: Record<Way, RegExp> = {
  'in-person':
    /\bin[ -]?person\b|\bface[ -]?to[ -]?face\b|\bvenues?\b|\bhome visits?\b|\bphysical(?:ly)?\b|\bdrop[ -]?ins?\b|\bwalk[ -]?ins?\b/i,
  phone: /\b(?:tele)?phone\b|\bhelpline\b/i,
  online: /\bonline\b|\bvirtual(?:ly)?\b|\bvideo\b|\bzoom\b|\bteams\b|\bweb ?chat\b/i,
};
/** A term is a way only when that is all it says: "Online safety" is none. */
const TERMS: Record<Way, RegExp> = {
  'in-person': /^(?:in[ -]?person|face[ -]?to[ -]?face|(?:at a )?venue|home visits?|drop[ -]?in|walk[ -]?in)$/i,
  phone: /^(?:by |over the |on the )?(?:tele)?phone(?: call| support| advice)?$/i,
  online: /^(?:online|virtual|by video|video call|web ?chat)(?: support| advice| sessions?)?$/i,
};
const IN_WORDS: Record<Way, string> = { 'in-person': 'In person', phone: 'By phone', online: 'Online' };

/** How somebody can get it: from the kinds of its places, how it is attended and delivered, and its terms. */
export function readWays({ service, stands }: Holders, places: Place[], terms: string[]): Way[] {
  const schedules = [service, ...stands.flatMap(({ atPlace }) => atPlace ?? [])].flatMap((part) =>
    inners(part, 'schedules', 'regular_schedules', 'regular_schedule'),
  );
  const said = [
    line(service, 'deliverable_type'),
    ...[service, ...schedules].map((part) => line(part, 'attending_type')),
    ...stands.flatMap(({ place }) => (place ? line(place, 'location_type') : [])),
  ];
  return WAYS.filter(
    (way) =>
      said.some((each) => each !== null && SAID[way].test(each)) ||
      terms.some((term) => TERMS[way].test(term)) ||
      (way === 'in-person' && places.some(({ open }) => open)),
  );
}

/** "Online" where that is all it says; else as the owner wrote it. */
export function wayInWords(said: string | null): string | null {
  const way = WAYS.find((each) => said !== null && TERMS[each].test(said));
  return way === undefined ? said : IN_WORDS[way];
}
