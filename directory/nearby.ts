import type { Helpline } from './helplines';
import type { Place } from './place';

const AT_MOST = 3;

/** All lines that people at a place may be told of, its own first. */
export const linesAt = ({ helplines }: Pick<Place, 'helplines'>, national: Helpline[]): Helpline[] => [
  ...helplines,
  ...national,
];

/** The lines of this nation for a kind of danger or a topic. A child sees the lines made for children, and sees them first. */
export function helplinesFor(lines: Helpline[], kind: string, nation: Place['nation'], young: boolean): Helpline[] {
  const found = lines.filter((line) => line.for.includes(kind) && line.nations.includes(nation));
  const forChildren = found.filter((line) => line.young);
  const others = found.filter((line) => !line.young);
  return young ? [...forChildren, ...others].slice(0, AT_MOST) : others.slice(0, AT_MOST);
}

/** What there are lines for in a nation, by who is shown them. */
export function servedIn(lines: Helpline[], nation: Place['nation']): { everybody: string[]; children: string[] } {
  const here = lines.filter(({ nations }) => nations.includes(nation));
  return {
    everybody: here.filter(({ young }) => !young).flatMap((line) => line.for),
    children: here.filter(({ young }) => young).flatMap((line) => line.for),
  };
}
