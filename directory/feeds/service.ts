import type { FeedFault, Listing, Term } from '../types';
import { readAges } from './ages';
import { readCost } from './costs';
import { date, line, text } from './fields';
import { holdersOf } from './holders';
import { readLanguages } from './languages';
import { readOpenings } from './openings';
import { fault, idOf, inners, isObject, type Part } from './part';
import { readPhones } from './phones';
import { placesShown, readPlaces } from './places';
import { readEmail, readUrl } from './reach';
import { readDirect } from './referral';
import { isSecret } from './secret';
import { readChecked, readState } from './state';
import { namesOf, readTerms } from './terms';
import { readWays } from './ways';
import { withoutAddress } from './without-address';

/**
 * A service as a feed gives it (Open Referral UK 3 and 1, HSDS 3, Outpost), read into a listing. Only an id and a name must
 * be there; whatever else cannot be read is told of and left out. `terms`: its owner's, with their codes. `today` is `YYYY-MM-DD`.
 */
export function readService(
  raw: unknown,
  source: string,
  today: string,
): { listing: Listing | null; terms: Term[]; faults: FeedFault[] } {
  const told = new Map<string, FeedFault>();
  const id = idOf(raw);
  const tell = (field: string, what: string) => void told.set(`${field} ${what}`, { service: id, field, what });
  if (!isObject(raw)) tell('', 'is no service');
  const terms = readTerms(raw);
  const listing = isObject(raw)
    ? readNamed({ fields: raw, path: '', tell }, id, { source, terms: namesOf(terms) }, today)
    : null;
  return { listing, terms, faults: [...told.values()] };
}

function readNamed(
  service: Part,
  id: string | null,
  of: Pick<Listing, 'source' | 'terms'>,
  today: string,
): Listing | null {
  const name = line(service, 'name');
  if (id === null) fault(service, 'id', 'is missing: without it a service cannot be kept');
  if (name === null) fault(service, 'name', 'is missing: without it a service cannot be shown');
  return id === null || name === null ? null : listingOf(service, { ...of, id: `${of.source}:${id}`, name }, today);
}

function listingOf(service: Part, of: Pick<Listing, 'id' | 'source' | 'name' | 'terms'>, today: string): Listing {
  const holders = holdersOf(service);
  const what = text(service, 'description', 'summary') ?? '';
  const apply = text(service, 'application_process');
  const alert = text(service, 'alert');
  const { terms } = of;
  const places = readPlaces(holders);
  const secret = isSecret(holders, terms);
  const listing: Listing = {
    ...of,
    kind: 'formal',
    topics: [],
    what,
    by: holders.organization && line(holders.organization, 'name'),
    who: whoFor(service),
    ages: readAges(service),
    openings: readOpenings(holders, today),
    cost: readCost(service, what, today),
    ways: readWays(holders, places, terms),
    places: placesShown(places, secret),
    phones: readPhones(holders, [what, apply]),
    email: readEmail(holders),
    url: readUrl(holders),
    apply,
    direct: readDirect(service, apply, terms),
    alert,
    languages: readLanguages(holders),
    checked: readChecked(service, today),
    checkBy: null,
    until: date(service, 'visible_to'),
    state: readState(service, today),
    secret,
    words: null,
    give: null,
  };
  const hidden = places.filter(({ masked }) => secret || masked).map(({ exact }) => exact);
  return secret || hidden.length > 0 ? withoutAddress(listing, hidden) : listing;
}

function whoFor(service: Part): string | null {
  const groups = inners(service, 'eligibilitys', 'eligibilities').flatMap((group) => line(group, 'eligibility') ?? []);
  const said = text(service, 'eligibility_description', 'eligibility', 'audience');
  return said ?? (groups.length > 0 ? [...new Set(groups)].join(', ') : null);
}
