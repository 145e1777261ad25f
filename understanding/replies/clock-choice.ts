import { clocksInFull } from '../times/clock';
import { POLITE } from '../times/time-hours';
import { writtenOut } from '../times/time-shorthand';
import { onlyOne } from './reply';

const CLOCK = /\d{1,2}:\d\d[ap]m/g;

/** The only label that has the time of day which is all of the reply: "half 11" picks "11:30". */
export function byClock(text: string, labels: string[]): number | null {
  const said = full(text);
  const [clock, ...others] = said.match(CLOCK) ?? [];
  const rest = said.replace(CLOCK, ' ').match(/[a-z0-9]+/g) ?? [];
  if (clock === undefined || others.length > 0 || !rest.every((word) => POLITE.has(word))) return null;
  return onlyOne(labels, (label) => full(label).match(CLOCK)?.[0] === clock);
}

const full = (text: string) => clocksInFull(writtenOut(text));
