import { inner, inners, type Part } from './part';

/** The parts of a service that hold phones, times and addresses. */
export interface Holders {
  service: Part;
  organization: Part | null;
  /** The service at one place each, with that place. */
  stands: { atPlace: Part | null; place: Part | null }[];
}

/** Outpost lists places beside the service; everybody else puts them into `service_at_locations`. */
export function holdersOf(service: Part): Holders {
  const stands = inners(service, 'service_at_locations').map((atPlace) => ({
    atPlace,
    place: inner(atPlace, 'location'),
  }));
  const beside = inners(service, 'locations').map((place) => ({ atPlace: null, place }));
  return { service, organization: inner(service, 'organization', 'organisation'), stands: [...stands, ...beside] };
}

/** All of them, what is nearest to the service first. */
export function nearestFirst({ service, organization, stands }: Holders): Part[] {
  const around = [...stands.map(({ atPlace }) => atPlace), ...stands.map(({ place }) => place), organization];
  return [service, ...around.filter((part) => part !== null)];
}
