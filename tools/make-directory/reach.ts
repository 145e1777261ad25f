import type { Dice } from './dice';
import type { OrukContact, OrukPhone } from './oruk';
import { FIRST_NAMES, JOBS, LAST_NAMES } from './sentences/fillers';
import type { IdOf } from './types';

/** From the ranges that Ofcom keeps for stories and films, so that nobody is ever rung. */
const RANGES = [
  [0.7, '01632 960'],
  [0.22, '07700 900'],
  [0.08, '0808 157 0'],
] as const;

/** A number as it is dialled here: "01632 960123". */
export function phoneNumber(dice: Dice): string {
  return `${dice.weighted(RANGES)}${String(dice.between(0, 999)).padStart(3, '0')}`;
}

/** In the ways that people type one. */
export function asTyped(number: string, dice: Dice): string {
  const [area, ...rest] = number.split(' ');
  return dice.weighted<() => string>([
    [0.5, () => number],
    [0.2, () => number.replaceAll(' ', '')],
    [0.12, () => `+44 ${number.slice(1)}`],
    [0.06, () => `(${area}) ${rest.join(' ')}`],
    [0.06, () => `Tel: ${number} (option ${dice.between(1, 5)})`],
    [0.04, () => `${number} / ${phoneNumber(dice)}`],
    [0.02, () => `${number.replace(/(\d{3})(\d{3})$/, '$1 $2')} ext ${dice.between(10, 99)}`],
  ])();
}

/** Where in a feed a phone number may be. The UK schema has no place for one, so it is seldom on the service itself. */
export interface Phones {
  service?: OrukPhone[];
  contacts?: OrukContact[];
  serviceAtLocation?: OrukPhone[];
  contactsThere?: OrukContact[];
  location?: OrukPhone[];
  organization?: OrukPhone[];
}

export function phonesOf(number: string, email: string, idOf: IdOf, dice: Dice): Phones {
  const phones: OrukPhone[] = [{ id: idOf('phone'), number: asTyped(number, dice) }];
  const contacts = (): OrukContact[] => [{ ...contactOf(email, idOf, dice), phones }];
  return dice.weighted<() => Phones>([
    [0.38, () => ({ contacts: contacts() })],
    [0.27, () => (dice.chance(0.5) ? { contacts: [contactOf(email, idOf, dice)] } : {})],
    [0.1, () => ({ serviceAtLocation: phones })],
    [0.05, () => ({ contactsThere: contacts() })],
    [0.06, () => ({ location: phones })],
    [0.09, () => ({ organization: phones })],
    [0.05, () => ({ service: phones })],
  ])();
}

function contactOf(email: string, idOf: IdOf, dice: Dice): OrukContact {
  const named = dice.chance(0.6);
  return {
    id: idOf('contact'),
    name: named ? `${dice.pick(FIRST_NAMES)} ${dice.pick(LAST_NAMES)}` : dice.pick(JOBS),
    title: named ? dice.pick(JOBS) : null,
    ...(dice.chance(0.2) && { email }),
  };
}
