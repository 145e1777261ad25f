import type { Fault, Library } from '../types';
import { circles } from './circles';
import { conditions } from './conditions';
import { deadEnd } from './dead-end';
import { helplines } from './helplines';
import { labelIsCommand, labelLong, labelTwice, tooManyChoices } from './labels';
import { links } from './links';
import { missingFlow, missingPhrase, missingSafetyStep } from './missing';
import { neverShown, order, tooManyConditions } from './order';
import { person } from './person';
import { reach } from './reach';
import type { Rule, Site } from './site';
import { values } from './values';

/** Every rule about how content hangs together. */
export const structureRules: Rule[] = [
  links,
  reach,
  deadEnd,
  person,
  order,
  neverShown,
  tooManyConditions,
  circles,
  conditions,
  labelIsCommand,
  labelTwice,
  labelLong,
  tooManyChoices,
  missingFlow,
  missingSafetyStep,
  missingPhrase,
  values,
  helplines,
];

/**
 * Finds what does not hold together in one language at one place. Pure.
 * `helplines`: what there are national lines for, by who is shown them.
 */
export function inspect(
  library: Library,
  commands: Record<string, string[]>,
  helplines: Site['helplines'] = { everybody: [], children: [] },
): Fault[] {
  const site = { library, commands, helplines };
  return structureRules.flatMap(({ name, find }) => find(site).map((fault) => ({ ...fault, rule: name })));
}
