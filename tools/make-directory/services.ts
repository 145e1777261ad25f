import type { OrukService } from './oruk';
import { serviceAt } from './service';

/** Made-up services, one at a time, so that none need be kept: the same for the same seed. */
export function* eachService(count: number, seed: number): Generator<OrukService, void, undefined> {
  for (let index = 0; index < count; index += 1) yield serviceAt(index, seed);
}

/** The same, all at once. */
export const makeServices = (count: number, seed: number): OrukService[] => [...eachService(count, seed)];

/** As a JSON array, in pieces: a service to a line. */
export function* asJson(services: Iterable<OrukService>): Generator<string, void, undefined> {
  let before = '[\n';
  for (const service of services) {
    yield before + JSON.stringify(service);
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
