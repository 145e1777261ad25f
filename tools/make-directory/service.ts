import { costOf } from './cost';
import { describe } from './description';
import { createDice, type Dice } from './dice';
import { schedulesOf } from './hours';
import { idFor, seedFor } from './ids';
import { BANKS } from './kinds';
import { locationsOf } from './locations';
import { nameOf, webPageOf } from './names';
import { type Organisation, organisationOf } from './organisations';
import type { OrukOrganization, OrukService } from './oruk';
import { agesOf, languagesOf } from './people';
import { VENUES } from './places';
import { type Phones, phoneNumber, phonesOf } from './reach';
import { ACCREDITATIONS, ALERTS, APPLYING, AREAS, WAITS } from './sentences/general';
import { attributesOf } from './taxonomy';
import type { Facts, IdOf, KindOfHelp } from './types';
import { leftOut, upkeepOf } from './upkeep';
import { worded } from './wording';

/** The share of services that were entered twice, by two people. */
const TWICE = 0.012;

/** Whoever hides where it is does not write it into the description. */
const SECRET = { name: 'a safe place', town: 'Hazelford' };

/** The service at a place in the list, counted from 0: the same one however long the list is. */
export function serviceAt(index: number, seed: number): OrukService {
  const idOf: IdOf = (part) => idFor(seed, index, part);
  const twice = index > 0 && createDice(seedFor(seed, index, 'twice')).chance(TWICE);
  return made(createDice(seedFor(seed, twice ? index - 1 : index)), idOf);
}

function made(dice: Dice, idOf: IdOf): OrukService {
  const bank = dice.pick(BANKS);
  const kind = formOf(dice.pick(bank.kinds), dice);
  const venue = dice.pick(VENUES);
  const organisation = organisationOf(kind.by, bank.topic, dice);
  const facts = factsOf(organisation, kind.secret ? SECRET : venue, dice);
  const { phone, email } = facts;
  const say = (share: number, from: readonly string[]) =>
    dice.chance(share) ? worded(dice.pick(from), facts, dice) : null;
  const name = nameOf(kind, facts, dice);
  const phones = phonesOf(phone, email, idOf, dice);
  const schedules = schedulesOf(idOf, dice);
  const { onService, onLocation } = dice.chance(0.1)
    ? { onService: [], onLocation: schedules }
    : { onService: schedules, onLocation: [] };
  const service: OrukService = {
    id: idOf('service'),
    name,
    description: describe(kind, bank, facts, dice),
    url: webPageOf(name, organisation.domain, dice),
    email: typed(email, dice),
    ...upkeepOf(dice),
    ...agesOf(kind, dice),
    alert: say(0.07, ALERTS),
    accreditations: say(0.05, ACCREDITATIONS),
    eligibility_description: say(0.22, kind.who),
    application_process: say(0.18, APPLYING),
    wait_time: say(0.05, WAITS),
    ...costOf(idOf, dice),
    ...(phones.service && { phones: phones.service }),
    organization: organizationOf(organisation, phones),
    contacts: phones.contacts ?? [],
    schedules: onService,
    service_areas: dice.chance(0.4) ? [{ id: idOf('area'), name: worded(dice.pick(AREAS), facts, dice) }] : [],
    service_at_locations: locationsOf(kind, venue, { phones, schedules: onLocation }, idOf, dice),
    languages: languagesOf(idOf, dice),
    attributes: attributesOf(kind, bank, idOf, dice),
  };
  return leftOut(service, dice);
}

function formOf(kind: KindOfHelp, dice: Dice): KindOfHelp {
  if (!kind.forms) return kind;
  const nth = dice.between(0, kind.names.length - 1);
  return { ...kind, names: kind.names.slice(nth, nth + 1), leads: kind.leads.slice(nth, nth + 1) };
}

function factsOf({ name, domain }: Organisation, venue: { name: string; town: string }, dice: Dice): Facts {
  return {
    org: name,
    town: venue.town,
    venue: venue.name,
    phone: phoneNumber(dice),
    email: `${dice.pick(['info', 'enquiries', 'hello', 'admin', 'referrals'])}@${domain}`,
    web: `https://www.${domain}`,
  };
}

function organizationOf({ name, domain, about }: Organisation, phones: Phones): OrukOrganization {
  return {
    id: idFor('organisation', name),
    name,
    description: about,
    website: `https://www.${domain}`,
    ...(phones.organization && { phones: phones.organization }),
  };
}

const typed = (email: string, dice: Dice): string | null =>
  dice.weighted([
    [0.62, email],
    [0.02, `mailto:${email}`],
    [0.01, `${email} `],
    [0.35, null],
  ]);
