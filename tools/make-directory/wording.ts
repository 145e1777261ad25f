import type { Dice } from './dice';
import { DAYS, FIRST_NAMES, MONTHS, TIMES } from './sentences/fillers';
import type { Facts } from './types';

const CHOICES = /\[([^[\]]*)\]/g;
const GAPS = /\{(\w+)\}/g;
const FILLERS: Record<string, readonly string[]> = { day: DAYS, month: MONTHS, name: FIRST_NAMES, time: TIMES };

/** A sentence as it stands in one description: its choices made, its gaps filled. */
export function worded(sentence: string, facts: Facts, dice: Dice): string {
  return sentence
    .replace(CHOICES, (_, choices: string) => dice.pick(choices.split('|')))
    .replace(GAPS, (gap, name: string) => facts[name as keyof Facts] ?? dice.pick(FILLERS[name] ?? [gap]));
}
