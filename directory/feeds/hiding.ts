import { holdersOf } from './holders';
import { readPage } from './page';
import { idOf, isObject } from './part';
import { readPlaces } from './places';
import { isSecret } from './secret';
import { namesOf, readTerms } from './terms';

/** Whether a service says where something is that is kept back: a refuge, for one. */
export function hidesPlace(service: unknown): boolean {
  if (!isObject(service)) return false;
  const holders = holdersOf({ fields: service, path: '', tell: () => undefined });
  return isSecret(holders, namesOf(readTerms(service))) || readPlaces(holders).some(({ masked }) => masked);
}

/** The services in an answer of a feed: in a page of its list, or the one at its own address. */
export const servicesIn = (body: unknown): unknown[] => readPage(body)?.items ?? [body];

/** Tells of an answer whether one of these services is in it. */
export function tellsOf(services: unknown[]): (body: unknown) => boolean {
  const ids = new Set(services.map(idOf));
  return (body) => servicesIn(body).some((service) => ids.has(idOf(service)));
}
