import type { Listing } from '../types';
import { number } from './fields';
import { fault, inners, type Part } from './part';

const OLDEST = 120;

/** In whole years. Where several groups are named, from the youngest to the oldest of all. */
export function readAges(service: Part): Listing['ages'] {
  const groups = [service, ...inners(service, 'eligibilitys', 'eligibilities')];
  const ages = groups.map((group) => rangeOf(group));
  const froms = ages.flatMap(({ from }) => from ?? []);
  const tos = ages.flatMap(({ to }) => to ?? []);
  return { from: froms.length > 0 ? Math.min(...froms) : null, to: tos.length > 0 ? Math.max(...tos) : null };
}

function rangeOf(group: Part): Listing['ages'] {
  const from = ageIn(group, 'minimum_age', 'min_age');
  const to = ageIn(group, 'maximum_age', 'max_age');
  if (from === null || to === null || from <= to) return { from, to };
  fault(
    group,
    'minimum_age' in group.fields ? 'minimum_age' : 'min_age',
    'is above the highest age: both are left out',
  );
  return { from: null, to: null };
}

function ageIn(group: Part, ...names: string[]): number | null {
  const age = number(group, ...names);
  if (age === null || (age >= 0 && age <= OLDEST)) return age === null ? null : Math.floor(age);
  fault(group, names.find((name) => name in group.fields) ?? '', 'is no age');
  return null;
}
