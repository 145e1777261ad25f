import type { Dice } from './dice';
import { slugOf } from './organisations';
import type { Facts, KindOfHelp } from './types';
import { worded } from './wording';

const SHOUTED = 0.03;
const UNTIDY = 0.03;

/** As it was typed in: often with where it is, sometimes in capitals, with spaces to spare, or with what the web makes of "&". */
export function nameOf(kind: KindOfHelp, facts: Facts, dice: Dice): string {
  const { org, town, venue } = facts;
  const short = worded(dice.pick(kind.names), facts, dice);
  if (kind.secret) return short;
  const name = dice.weighted([
    [0.5, short],
    [0.16, short.includes(town) ? short : `${short} - ${town}`],
    [0.1, `${short} (${town})`],
    [0.12, `${org}: ${short}`],
    [0.05, `${short}, ${venue}`],
    [0.04, `${short} - ${org}`],
    [0.03, short.replace(' and ', ' &amp; ')],
  ]);
  if (dice.chance(SHOUTED)) return name.toUpperCase();
  return dice.chance(UNTIDY) ? ` ${name.replace(' ', '  ')} ` : name;
}

/** Its own page, or that of whoever runs it: with the beginning left off, or something that is no address. */
export function webPageOf(name: string, domain: string, dice: Dice): string | null {
  return dice.weighted([
    [0.35, `https://www.${domain}/${slugOf(name)}`],
    [0.22, `https://www.${domain}`],
    [0.1, `http://${domain}/`],
    [0.06, `www.${domain}`],
    [0.02, 'n/a'],
    [0.01, 'https://'],
    [0.24, null],
  ]);
}
